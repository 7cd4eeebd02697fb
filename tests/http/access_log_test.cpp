#include "store/access_log.h"

#include <fstream>
#include <iterator>

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actions/drafts.h"
#include "domain/account_rules.h"
#include "http/desk.h"
#include "store/log_chain.h"

namespace tiendo::http {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;
using enum Method;

constexpr const char* title = "Kiểm tra việc bí mật không ai được đọc trong nhật ký";

class AccessLogTest : public testing::Test {
 protected:
  Desk desk;
  actions::SignedIn auditor = desk.sign_in_as(domain::Role::auditor), administrator = desk.sign_in_as(domain::Role::administrator);

  Response ask_as(const actions::SignedIn& who, Method method, std::string target, std::string body = {}) {
    const auto before = desk.who;
    desk.who = who;
    auto response = desk.ask(method, "/api/v1" + std::move(target), std::move(body));
    desk.who = before;
    return response;
  }
  Response sign_in(const std::string& name, const std::string& typed) {
    return desk.ask(desk.request(post, "/api/v1/session", R"({"name":")" + name + R"(","password":")" + typed + "\"}",
                                 {{"Content-Type", "application/json"}}));
  }
  std::vector<store::Access> kept(store::AccessFilter filter = {}, std::optional<domain::AgencyId> agency = {}) {
    return store::accesses(desk.store().read(), agency.value_or(desk.agency.id), filter).items;
  }
  std::vector<std::string> whats(store::AccessFilter filter = {}) {
    std::vector<std::string> all;
    for (const auto& access : kept(filter)) all.push_back(access.what);
    return all;
  }
  std::string some_task() {
    store::IntakeRecord record;
    record.id = domain::IntakeId::make(desk.now);
    record.created_at = desk.now;
    record.created_by = desk.who.user.id;
    record.source_name = "phu-luc.txt";
    intake::Intake intake;
    intake.columns = {{"Nhiệm vụ", domain::Field::title}};
    intake::TaskDraft task;
    task[domain::Field::title] = {title, 1, "", {}};
    intake.tasks.push_back(task);
    actions::write_draft(record, intake);
    {
      auto writer = desk.store().begin();
      writer.add(record, desk.agency.id, "Nhiệm vụ");
      writer.commit();
    }
    desk.ask(post, "/api/v1/intakes/" + record.id.text() + "/confirmation", "{}", {{"If-Match", "\"1\""}});
    return std::string(boost::json::parse(desk.ask(get, "/api/v1/tasks").content()).at("items").at(0).at("id").as_string());
  }
};

TEST_F(AccessLogTest, TellsOfSigningInAndOut) {
  const auto answer = sign_in("vanthu", password);
  ASSERT_EQ(answer.status, 200);
  const std::string cookie(answer.find_header("Set-Cookie")->substr(0, answer.find_header("Set-Cookie")->find(';')));
  const std::string csrf(boost::json::parse(answer.content()).at("csrf").as_string());
  EXPECT_EQ(desk.ask(desk.request(remove, "/api/v1/session", "", {{"Cookie", cookie}, {"X-CSRF-Token", csrf}})).status, 204);
  const auto rows = kept({.account = "vanthu", .kind = store::AccessKind::session});
  ASSERT_GE(rows.size(), 2u);
  EXPECT_EQ(rows[0].what, "signed_out");
  EXPECT_EQ(rows[1].what, "signed_in");
  EXPECT_EQ(rows[1].address, "192.0.2.7");
  EXPECT_EQ(rows[1].host, "192.0.2.1");
  EXPECT_EQ(rows[1].user, desk.who.user.id);
}

TEST_F(AccessLogTest, TellsOfEveryAttemptThatFailedAndOfTheLock) {
  for (int attempt = 0; attempt < domain::AccountRules{}.most_failures; ++attempt) EXPECT_EQ(sign_in("vanthu", "sai").status, 401);
  EXPECT_THAT(whats({.account = "vanthu", .result = store::AccessResult::failed}), testing::Each(std::string("sign_in_failed")));
  EXPECT_EQ(kept({.account = "vanthu", .result = store::AccessResult::failed}).size(), 5u);
  EXPECT_THAT(whats({.kind = store::AccessKind::account}), Contains("user_locked"));
  EXPECT_EQ(sign_in("vanthu", "sai").status, 401);
  EXPECT_EQ(sign_in("vanthu", password).status, 401);
  EXPECT_EQ(kept({.account = "vanthu", .result = store::AccessResult::failed}).size(), 7u) << "also while it is locked";
  EXPECT_EQ(whats({.account = "vanthu"}).front(), "account_locked");
}

// A password is easily typed where the name belongs.
TEST_F(AccessLogTest, KeepsNoNameThatNobodyHasAndNoPassword) {
  const std::string typed = "MatKhauCuaToi2025";
  EXPECT_EQ(sign_in(typed, "sai-1-2-3-sai").status, 401);
  EXPECT_EQ(sign_in(typed, "sai-1-2-3-sai").status, 401);
  EXPECT_EQ(sign_in("ten-khac", "sai-1-2-3-sai").status, 401);
  const auto rows = kept({.result = store::AccessResult::failed});
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_THAT(rows[1].account, StartsWith("?"));
  EXPECT_EQ(rows[1].account, rows[2].account) << "the same name bears the same mark";
  EXPECT_NE(rows[0].account, rows[1].account);
  EXPECT_FALSE(rows[0].user);
  std::string bytes;
  for (const char* part : {"", "-wal"}) {
    std::ifstream file(desk.store().path().string() + part, std::ios::binary);
    bytes.append(std::istreambuf_iterator<char>(file), {});
  }
  EXPECT_THAT(bytes, Not(HasSubstr(typed)));
  EXPECT_THAT(bytes, Not(HasSubstr("sai-1-2-3-sai")));
  EXPECT_THAT(bytes, HasSubstr("sign_in_failed"));
}

TEST_F(AccessLogTest, GivesAttemptsWithNamesOfNobodyToNoAgencyWhereThereAreSeveral) {
  actions::add_agency(desk.store(), "Sở Tài chính tỉnh Bình Minh", desk.now);
  sign_in("khong-ai", "sai");
  EXPECT_THAT(kept({.result = store::AccessResult::failed}), IsEmpty());
  EXPECT_EQ(kept({}, store::the_installation).size(), 1u);
}

TEST_F(AccessLogTest, CountsAttemptsThatAreSlowedDownInOneRow) {
  for (int attempt = 0; attempt < Throttle::most_of_name_and_address + 30; ++attempt) sign_in("khong-ai", "sai");
  ask_as(auditor, get, "/access_log");
  const auto rows = kept({.result = store::AccessResult::failed});
  ASSERT_EQ(rows.size(), 11u);
  const auto slowed = std::ranges::find(rows, "too_many_attempts", &store::Access::what);
  ASSERT_NE(slowed, rows.end());
  EXPECT_EQ(slowed->times, 30);
}

TEST_F(AccessLogTest, TellsWhoReadATaskFromWhereAndNothingOfItsTitle) {
  const auto task = some_task();
  EXPECT_EQ(desk.ask(get, "/api/v1/tasks/" + task).status, 200);
  EXPECT_EQ(desk.ask(get, "/api/v1/tasks?q=bi+mat").status, 200);
  EXPECT_EQ(desk.ask(get, "/api/v1/tasks/0000000000001").status, 404);
  ask_as(auditor, get, "/access_log");
  const auto rows = kept({.kind = store::AccessKind::read});
  const auto read = std::ranges::find(rows, "GET /tasks/{task}", &store::Access::what);
  ASSERT_NE(read, rows.end());
  EXPECT_THAT(whats({.result = store::AccessResult::absent}), ElementsAre("GET /tasks/{task}"));
  EXPECT_EQ(std::ranges::count(rows, task, &store::Access::object), 1);
  for (const auto& row : rows) {
    EXPECT_EQ(row.account, "vanthu");
    EXPECT_EQ(row.address, "192.0.2.7");
  }
  for (const auto* file : {"/access_log?limit=500", "/access_log/file"}) {
    const std::string shown(ask_as(administrator, get, file).content());
    EXPECT_THAT(shown, HasSubstr(task));
    EXPECT_THAT(shown, Not(HasSubstr(title)));
    EXPECT_THAT(shown, Not(HasSubstr("bi+mat")));
    EXPECT_THAT(shown, Not(HasSubstr("bi mat")));
  }
}

TEST_F(AccessLogTest, HasTheRowOfAChangeBeforeTheAnswerGoesOut) {
  const auto task = some_task();
  EXPECT_THAT(whats({.kind = store::AccessKind::change}), ElementsAre("POST /intakes/{intake}/confirmation"));
  EXPECT_EQ(desk.ask(patch, "/api/v1/tasks/" + task, R"({"title":"Khác"})", {{"If-Match", "\"1\""}}).status, 200);
  const auto rows = kept({.kind = store::AccessKind::change});
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].what, "PATCH /tasks/{task}");
  EXPECT_EQ(rows[0].object, task);
  EXPECT_EQ(rows[0].result, store::AccessResult::done);
}

// The intake is written by the thread that reads the document, which answers nobody.
TEST_F(AccessLogTest, TellsOnceOfAChangeThatAnotherThreadMade) {
  std::ifstream sample(std::string(TIENDO_SOURCE_DIR) + "/samples/chuong-trinh-6-thang-cuoi-nam.txt", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(sample), {}};
  EXPECT_EQ(desk.ask(post, "/api/v1/intakes?name=a.txt", text, {{"Content-Type", "application/octet-stream"}}).status, 201);
  EXPECT_THAT(whats({.kind = store::AccessKind::change}), ElementsAre("POST /intakes"));
}

TEST_F(AccessLogTest, TellsAtOnceOfWhatWasRefused) {
  EXPECT_EQ(ask_as(administrator, get, "/tasks").status, 403);
  EXPECT_EQ(ask_as(auditor, post, "/intakes?name=a.txt").status, 403);
  auto large =
      desk.request(post, "/api/v1/intakes?name=b.txt", "", {{"Cookie", "tiendo_session=" + auditor.token}, {"X-CSRF-Token", auditor.csrf}});
  EXPECT_EQ(desk.app->find_refusal(large)->status, 403);
  EXPECT_THAT(whats({.result = store::AccessResult::refused}), ElementsAre("POST /intakes", "POST /intakes", "GET /tasks"));
}

TEST_F(AccessLogTest, TellsOfReadingTheLog) {
  ask_as(auditor, get, "/access_log?account=vanthu");
  ask_as(administrator, get, "/access_log/file");
  ask_as(administrator, get, "/access_log");
  const auto rows = kept({.kind = store::AccessKind::log});
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].what, "GET /access_log/file");
  EXPECT_EQ(rows[0].account, administrator.user.name);
  EXPECT_EQ(rows[1].what, "GET /access_log");
  EXPECT_EQ(rows[1].account, auditor.user.name);
}

TEST_F(AccessLogTest, WritesReadingDownInOneGoAndWhatIsLeftAtTheEnd) {
  const auto before = kept({.kind = store::AccessKind::read}).size();
  for (int request = 0; request < 20; ++request) desk.ask(get, "/api/v1/programmes");
  desk.ask(get, "/api/v1/units");
  desk.app.reset();
  const auto rows = kept({.kind = store::AccessKind::read});
  ASSERT_GE(rows.size(), before + 2);
  std::int64_t programmes = 0;
  for (const auto& row : rows) programmes += row.what == "GET /programmes" ? row.times : 0;
  EXPECT_EQ(programmes, 20);
  EXPECT_THAT(chain_faults(desk.store().read().database(), desk.agency.id, store::Log::access), IsEmpty());
}

TEST_F(AccessLogTest, ShowsEachAgencyItsOwn) {
  const auto other = actions::add_agency(desk.store(), "Sở Tài chính tỉnh Bình Minh", desk.now);
  actions::add_user(desk.store(), other.id, {"quantri-tc", "", password, domain::Role::auditor}, desk.now);
  const auto stranger = actions::sign_in(desk.store(), "quantri-tc", password, desk.now);
  desk.ask(get, "/api/v1/programmes");
  const std::string theirs(ask_as(stranger, get, "/access_log").content());
  EXPECT_THAT(theirs, HasSubstr("quantri-tc"));
  EXPECT_THAT(theirs, Not(HasSubstr("vanthu")));
  EXPECT_THAT(std::string(ask_as(auditor, get, "/access_log").content()), Not(HasSubstr("quantri-tc")));
}

TEST_F(AccessLogTest, GivesAFileInWhichNothingIsAFormula) {
  actions::add_user(desk.store(), desk.agency.id, {"=1+1", "", password}, desk.now);
  sign_in("=1+1", password);
  const std::string file(ask_as(auditor, get, "/access_log/file").content());
  EXPECT_THAT(file, StartsWith("\xEF\xBB\xBF\"Dòng\",\"Lúc\""));
  EXPECT_THAT(file, HasSubstr("\"'=1+1\""));
  EXPECT_THAT(file, Not(HasSubstr("\"=1+1\"")));
}

}  // namespace
}  // namespace tiendo::http

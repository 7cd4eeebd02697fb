// Sends every route of api/openapi.yaml and holds every answer against it; every status that it promises must have been seen.
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actions/drafts.h"
#include "base/one_time_code.h"
#include "http/desk.h"
#include "http/schema.h"
#include "http/yaml.h"
#include "store/second_factors.h"

namespace tiendo::http {
namespace {

namespace json = boost::json;
using domain::Field;
using enum Method;

std::string text_of_file(const char* path) {
  std::ifstream file(std::string(TIENDO_SOURCE_DIR) + '/' + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const Schemas& contract() {
  static const Schemas schemas(read_yaml(text_of_file("api/openapi.yaml")));
  return schemas;
}

constexpr std::pair<std::string_view, Method> verbs[] = {{"get", get}, {"post", post}, {"put", put}, {"patch", patch}, {"delete", remove}};

struct Operation {
  Method method;
  std::string path, id;
  const json::object* node;

  bool is_open() const { return node->contains("security") && node->at("security").as_array().empty(); }
  // With an id that nothing has.
  std::string address() const {
    std::string address = "/api/v1";
    for (bool is_inside = false; const char c : path) {
      if (c == '{') address += "0000000000001";
      is_inside = c == '{' || (is_inside && c != '}');
      if (!is_inside && c != '}') address += c;
    }
    return address;
  }
  std::set<std::string> statuses() const {
    std::set<std::string> all;
    for (const auto& [status, ignored] : node->at("responses").as_object()) all.insert(std::string(status));
    return all;
  }
};

const std::vector<Operation>& operations() {
  static const auto all = [] {
    std::vector<Operation> found;
    for (const auto& [path, item] : contract().document().at("paths").as_object())
      for (const auto& [verb, method] : verbs)
        if (const auto* node = item.as_object().if_contains(verb))
          found.push_back({method, std::string(path), std::string(node->at("operationId").as_string()), &node->as_object()});
    return found;
  }();
  return all;
}

intake::CellDraft cell(std::string text) {
  return {std::move(text), 0.7, "", {{.line = 3, .from = 0, .to = 9}}};
}

intake::Intake an_intake() {
  intake::Intake intake;
  intake.source_name = "phu-luc.txt";
  intake.source_kind = "text";
  intake.sha256 = std::string(64, 'a');
  intake.title = "CHƯƠNG TRÌNH CÔNG TÁC NĂM 2025";
  intake.columns = {{"STT", Field::number}, {"Nhiệm vụ", Field::title}, {"Kinh phí", std::nullopt}};
  intake.sections = {{"I", "I. QUÝ III (02 nhiệm vụ)", 3, 2}};
  for (int row = 0; row < 2; ++row) {
    intake::TaskDraft task;
    task.section = "I";
    task.quarter = 3;
    task.month = 7;
    task[Field::number] = cell(std::to_string(row + 1));
    task[Field::title] = cell("Kiểm định 700 phương tiện đo theo Quyết định số 1131/QĐ-TTg ngày 12/6/2025");
    task[Field::lead] = cell("Trung tâm Kỹ thuật");
    task[Field::directing_leader] = cell("Phan Văn Hiếu");
    task[Field::note] = cell("Nhiệm vụ quan trọng");
    task.extra = {{"Kinh phí", cell("100 triệu")}};
    intake.tasks.push_back(task);
  }
  intake::ProposalDraft proposal;
  proposal.section = "I";
  proposal.order = 1;
  proposal[Field::title] = cell("Bổ sung nhiệm vụ");
  intake.proposals.push_back(proposal);
  intake.problems.push_back(
      {"citation_date_impossible", domain::Severity::warning, {domain::ProblemPlace::Kind::task, 1, "number", "I", "số 2"}, {"1", "3"}});
  intake.headings.push_back({"I. QUÝ III", {.line = 2, .from = 0, .to = 10}});
  return intake;
}

class ContractTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { desk_ = new Desk; }
  static void TearDownTestSuite() { delete desk_; }

  static const Operation& operation(const std::string& id) {
    for (const auto& operation : operations())
      if (operation.id == id) return operation;
    throw std::runtime_error("no operation " + id);
  }

  // The answer fits what the contract says of this operation and status.
  static void hold(const std::string& id, const Response& response) {
    const std::string status = std::to_string(response.status), what = id + ' ' + status + ' ';
    const auto* declared = operation(id).node->at("responses").as_object().if_contains(status);
    ASSERT_TRUE(declared) << what << response.content();
    seen_[id].insert(status);
    hold(what, contract().resolved(*declared), response);
  }

  static void hold(const std::string& what, const json::object& node, const Response& response) {
    if (const auto* headers = node.if_contains("headers")) {
      for (const auto& [name, ignored] : headers->as_object()) EXPECT_TRUE(response.has_header(name)) << what << std::string(name);
    }
    const auto* contents = node.if_contains("content");
    ASSERT_EQ(contents == nullptr, response.content().empty()) << what;
    if (!contents) return;
    const std::string type(response.find_header("Content-Type").value_or(""));
    const auto* content = contents->as_object().if_contains(type.substr(0, type.find(';')));
    ASSERT_TRUE(content) << what << type;
    if (type.find("json") == std::string::npos) return;
    EXPECT_THAT(contract().misfits(json::parse(response.content()), content->at("schema")), testing::IsEmpty())
        << what << response.content().substr(0, 2000);
  }

  static Response ask(const std::string& id, Request request) {
    auto response = desk_->ask(std::move(request));
    hold(id, response);
    return response;
  }
  static Response ask(const std::string& id, std::string target, std::string body = {}, Pairs headers = {}) {
    return ask(id, desk_->signed_request(operation(id).method, "/api/v1" + target, std::move(body), std::move(headers)));
  }

  // Through the store, so that these tests stand without the reader of documents.
  static domain::IntakeId stored_intake() {
    store::IntakeRecord record;
    record.id = domain::IntakeId::make(desk_->now);
    record.created_at = desk_->now;
    record.created_by = desk_->who.user.id;
    record.source_name = "phu-luc.txt";
    actions::write_draft(record, an_intake());
    auto writer = desk_->store().begin();
    writer.add(record, desk_->agency.id, "STT Nhiệm vụ");
    writer.commit();
    return record.id;
  }
  static std::string confirmed() {
    const auto id = stored_intake().text();
    const auto response = ask("confirm_intake", "/intakes/" + id + "/confirmation", "{}", {{"If-Match", "\"1\""}});
    return std::string(json::parse(response.content()).at("programme").as_string());
  }
  static std::string some_task(const std::string& programme) {
    const auto page = json::parse(ask("tasks", "/tasks?programme=" + programme).content());
    return std::string(page.at("items").at(0).at("id").as_string());
  }

  static Desk* desk_;
  static std::map<std::string, std::set<std::string>> seen_;
};

Desk* ContractTest::desk_ = nullptr;
std::map<std::string, std::set<std::string>> ContractTest::seen_;

TEST_F(ContractTest, NamesEveryRouteOfTheProgramAndNoOther) {
  std::set<std::string> promised, kept;
  for (const auto& operation : operations())
    promised.insert(std::string(name_of(operation.method)) + ' ' + operation.path + (operation.is_open() ? " open" : ""));
  for (const auto& route : routes())
    kept.insert(std::string(name_of(route.method)) + ' ' + std::string(route.pattern) + (route.access == open ? " open" : ""));
  EXPECT_EQ(promised, kept);
}

TEST_F(ContractTest, SaysThatEveryChangeNeedsTheToken) {
  for (const auto& operation : operations()) {
    if (is_safe(operation.method) || operation.is_open()) continue;
    EXPECT_THAT(json::serialize(*operation.node), testing::HasSubstr("components/parameters/csrf")) << operation.id;
    EXPECT_TRUE(operation.statuses().contains("403")) << operation.id;
  }
}

TEST_F(ContractTest, SaysWhatAnyRequestMayBeAnswered) {
  for (const auto& [status, declared] : contract().document().at("x-responses-of-every-operation").as_object()) {
    const auto response = desk_->app->refuse(std::stoi(std::string(status)), nullptr);
    EXPECT_EQ(std::to_string(response.status), status);
    hold(std::string(status) + ' ', contract().resolved(declared), response);
  }
}

TEST_F(ContractTest, HoldsForHealthAndSessions) {
  ask("health", "/health");
  const Pairs is_json = {{"Content-Type", "application/json"}};
  const std::string right = R"({"name":"vanthu","password":")" + std::string(password) + "\"}";
  const auto sign_in = [&](std::string body) {
    return ask("create_session", desk_->request(post, "/api/v1/session", std::move(body), is_json));
  };
  const auto who = json::parse(sign_in(right).content());
  EXPECT_EQ(who.at("user").at("full_name").as_string(), "Trần Thị Hạnh");
  sign_in("{}");
  for (int i = 0; i <= Throttle::most_of_name_and_address; ++i) sign_in(R"({"name":"ai-do","password":"sai"})");
  ask("session", "/session");

  const auto cookie = "tiendo_session=" + actions::sign_in(desk_->store(), "vanthu", password, desk_->now).token;
  ask("remove_session", desk_->request(remove, "/api/v1/session", "", {{"Cookie", cookie}}));
  const auto leaving = actions::sign_in(desk_->store(), "vanthu", password, desk_->now);
  const Pairs headers = {{"Cookie", "tiendo_session=" + leaving.token}, {"X-CSRF-Token", leaving.csrf}};
  EXPECT_EQ(ask("remove_session", desk_->request(remove, "/api/v1/session", "", headers)).status, 204);
  EXPECT_EQ(desk_->ask(desk_->request(get, "/api/v1/session", "", headers)).status, 401);
}

// As somebody else than the one at the desk.
Request as(const actions::SignedIn& who, Request request) {
  std::erase_if(request.headers, [](const auto& header) { return header.first == "Cookie" || header.first == "X-CSRF-Token"; });
  request.headers.emplace_back("Cookie", "tiendo_session=" + who.token);
  request.headers.emplace_back("X-CSRF-Token", who.csrf);
  return request;
}

TEST_F(ContractTest, HoldsForTheOwnAccount) {
  actions::add_user(desk_->store(), desk_->agency.id, {"sen", "Lê Thị Sen", password, domain::Role::officer}, desk_->now);
  const auto sen = actions::sign_in(desk_->store(), "sen", password, desk_->now);
  actions::sign_in(desk_->store(), "sen", password, desk_->now);
  const auto own = [&](const std::string& id, const std::string& target, const std::string& body = {}) {
    return ask(id, as(sen, desk_->signed_request(operation(id).method, "/api/v1" + target, body)));
  };
  const auto sessions = json::parse(own("sessions", "/sessions").content()).at("items").as_array();
  ASSERT_EQ(sessions.size(), 2u);
  const auto& another = sessions[0].at("is_this").as_bool() ? sessions[1] : sessions[0];
  const std::string its_id(another.at("id").as_string());
  EXPECT_EQ(own("end_session", "/sessions/" + its_id).status, 204);
  EXPECT_EQ(own("end_session", "/sessions/" + its_id).status, 404);
  actions::sign_in(desk_->store(), "sen", password, desk_->now);
  EXPECT_EQ(json::parse(own("end_other_sessions", "/sessions").content()).at("ended").as_int64(), 1);

  const auto days = [](int count) { return R"({"name":"Bảng tin","rights":["read_programmes"],"days":)" + std::to_string(count) + '}'; };
  const auto made = json::parse(own("create_access_key", "/access_keys", days(30)).content());
  EXPECT_EQ(own("create_access_key", "/access_keys", days(367)).status, 400);
  for (int i = 1; i < 20; ++i) EXPECT_EQ(own("create_access_key", "/access_keys", days(1)).status, 201);
  EXPECT_EQ(own("create_access_key", "/access_keys", days(1)).status, 409);
  EXPECT_EQ(json::parse(own("access_keys", "/access_keys").content()).at("items").as_array().size(), 20u);
  const Pairs bearer = {{"Authorization", "Bearer " + std::string(made.at("secret").as_string())}};
  EXPECT_EQ(ask("programmes", desk_->request(get, "/api/v1/programmes", "", bearer)).status, 200);
  for (const auto* refused : {"/api/v1/session", "/api/v1/accounts", "/api/v1/intakes"})
    EXPECT_EQ(desk_->ask(desk_->request(get, refused, "", bearer)).status, 403) << refused;
  const auto its_key = "/access_keys/" + std::string(made.at("id").as_string());
  EXPECT_EQ(own("revoke_access_key", its_key).status, 204);
  EXPECT_EQ(desk_->ask(desk_->request(get, "/api/v1/programmes", "", bearer)).status, 401);
  EXPECT_EQ(own("revoke_access_key", "/access_keys/0000000000001").status, 404);
  EXPECT_EQ(own("revoke_access_key", "/access_keys/none").status, 400);

  EXPECT_EQ(own("renew_recovery_codes", "/second_factor/recovery_codes", R"({"code":"1"})").status, 409);
  EXPECT_EQ(own("remove_second_factor", "/second_factor/removal", R"({"code":"1"})").status, 409);
  EXPECT_EQ(own("confirm_second_factor", "/second_factor/confirmation", R"({"code":"1"})").status, 409);
  EXPECT_EQ(own("begin_second_factor", "/second_factor").status, 201);
  EXPECT_EQ(own("confirm_second_factor", "/second_factor/confirmation", R"({"code":"000000"})").status, 400);
  const auto code = [&] {
    const auto factor = store::find_second_factor(desk_->store().read(), desk_->agency.id, sen.user.id);
    return R"({"code":")" + one_time_code(factor->secret, factor->last_step == 0 ? step_at(desk_->now) : factor->last_step + 1) + "\"}";
  };
  const auto codes = json::parse(own("confirm_second_factor", "/second_factor/confirmation", code()).content()).at("recovery_codes");
  EXPECT_EQ(codes.as_array().size(), 10u);
  EXPECT_EQ(own("begin_second_factor", "/second_factor").status, 409);
  EXPECT_EQ(json::parse(own("second_factor", "/second_factor").content()).at("recovery_codes_left").as_int64(), 10);
  EXPECT_EQ(own("renew_recovery_codes", "/second_factor/recovery_codes", R"({"code":"1"})").status, 400);
  const auto renewed = json::parse(own("renew_recovery_codes", "/second_factor/recovery_codes", code()).content()).at("recovery_codes");
  EXPECT_EQ(own("remove_second_factor", "/second_factor/removal", R"({"code":"1"})").status, 400);
  const auto one = R"({"code":")" + std::string(renewed.at(0).as_string()) + "\"}";
  EXPECT_EQ(own("remove_second_factor", "/second_factor/removal", one).status, 204);

  const auto change = [&](const std::string& old_password) {
    return own("own_password", "/own_password", R"({"old_password":")" + old_password + R"(","password":"Một mật khẩu khác 1!"})").status;
  };
  EXPECT_EQ(change(password), 204);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(change("sai"), 400);
  EXPECT_EQ(change("sai"), 409) << "locked";
  int status = 0;
  for (int i = 0; i < 10 && status != 429; ++i) status = change("sai");
  EXPECT_EQ(status, 429);
}

TEST_F(ContractTest, HoldsForAccounts) {
  const auto boss = desk_->sign_in_as(domain::Role::administrator);
  const auto asked = [&](const std::string& id, const std::string& target, const std::string& body = {}, Pairs headers = {}) {
    return ask(id, as(boss, desk_->signed_request(operation(id).method, "/api/v1" + target, body, std::move(headers))));
  };
  const auto form = [](const std::string& role, const std::string& unit = "null") {
    return R"({"name":"hong","full_name":"Trần Thị Hồng","role":")" + role + R"(","unit":)" + unit + R"(,"leader":null})";
  };
  const auto made = asked("create_account", "/accounts", form("officer"));
  ASSERT_EQ(made.status, 201) << made.content();
  EXPECT_EQ(asked("create_account", "/accounts", form("officer")).status, 409);
  EXPECT_EQ(asked("create_account", "/accounts", form("king")).status, 400);
  EXPECT_EQ(asked("create_account", "/accounts", form("officer", R"("0000000000001")")).status, 400);
  const auto account = json::parse(made.content());
  EXPECT_EQ(account.at("state").as_string(), "invited");
  const auto at = "/accounts/" + std::string(account.at("id").as_string());
  EXPECT_GE(json::parse(asked("accounts", "/accounts").content()).at("items").as_array().size(), 2u);

  const auto redeem = [&](const std::string& code, const std::string& chosen) {
    const auto body = R"({"name":"hong","code":")" + code + R"(","password":")" + chosen + "\"}";
    return ask("redeem_invitation", desk_->request(post, "/api/v1/invitation_redemptions", body, {{"Content-Type", "application/json"}}))
        .status;
  };
  const auto again = json::parse(asked("invite_again", at + "/invitation").content());
  const std::string code(again.at("code").as_string());
  EXPECT_EQ(redeem(std::string(account.at("code").as_string()), "Một mật khẩu tốt 1!"), 401) << "the newer code stands";
  EXPECT_EQ(redeem(code, "ngắn"), 400);
  EXPECT_EQ(redeem(code, "Một mật khẩu tốt 1!"), 204);
  int status = 0;
  for (int i = 0; i < 12 && status != 429; ++i) status = redeem(code, "Một mật khẩu tốt 1!");
  EXPECT_EQ(status, 429);

  const auto version = [](const Response& response) { return Pairs{{"If-Match", std::string(*response.find_header("ETag"))}}; };
  const auto unlocked = asked("unlock_account", at + "/lock");
  EXPECT_EQ(json::parse(unlocked.content()).at("state").as_string(), "open");
  const auto saved = asked("save_account", at, form("auditor"), version(unlocked));
  EXPECT_EQ(json::parse(saved.content()).at("role").as_string(), "auditor");
  EXPECT_EQ(asked("save_account", at, form("officer"), version(unlocked)).status, 412);
  EXPECT_EQ(asked("save_account", at, form("officer")).status, 428);
  EXPECT_EQ(asked("save_account", at, form("king"), version(saved)).status, 400);
  EXPECT_EQ(asked("save_account", "/accounts/0000000000001", form("officer"), version(saved)).status, 404);
  EXPECT_EQ(asked("save_account", "/accounts/" + boss.user.id.text(), form("office"), version(saved)).status, 403);
  EXPECT_EQ(json::parse(asked("disable_account", at + "/disablement").content()).at("state").as_string(), "disabled");
  EXPECT_EQ(json::parse(asked("enable_account", at + "/disablement").content()).at("state").as_string(), "open");
  EXPECT_EQ(asked("end_account_sessions", at + "/sessions").status, 204);
  EXPECT_EQ(asked("remove_account_second_factor", at + "/second_factor").status, 204);
  for (const auto& [id, end] : {std::pair{"invite_again", "/invitation"},
                                {"disable_account", "/disablement"},
                                {"enable_account", "/disablement"},
                                {"unlock_account", "/lock"},
                                {"end_account_sessions", "/sessions"},
                                {"remove_account_second_factor", "/second_factor"}}) {
    EXPECT_EQ(asked(id, std::string("/accounts/0000000000001") + end).status, 404) << id;
    EXPECT_EQ(asked(id, std::string("/accounts/none") + end).status, 400) << id;
  }

  const auto rules = asked("account_rules", "/account_rules");
  const auto changed = asked("save_account_rules", "/account_rules", R"({"idle_minutes":20})", version(rules));
  EXPECT_EQ(changed.status, 200) << changed.content();
  EXPECT_EQ(asked("save_account_rules", "/account_rules", R"({"idle_minutes":20})", version(rules)).status, 412);
  EXPECT_EQ(asked("save_account_rules", "/account_rules", R"({"idle_minutes":20})").status, 428);
  EXPECT_EQ(asked("save_account_rules", "/account_rules", R"({"idle_minutes":0})", version(changed)).status, 400);
  EXPECT_EQ(asked("save_account_rules", "/account_rules", R"({"colour":1})", version(changed)).status, 400);

  const auto review = json::parse(asked("account_review", "/account_review").content()).at("items").as_array();
  EXPECT_TRUE(std::ranges::any_of(review, [](const auto& row) { return row.at("holder") == "Trần Thị Hồng"; }));
  const auto csv = asked("account_review", "/account_review?format=csv");
  EXPECT_THAT(std::string(csv.content()), testing::HasSubstr("Người dùng,hong,Kiểm tra,Đang dùng,Trần Thị Hồng,,"));
  EXPECT_EQ(asked("account_review", "/account_review?format=doc").status, 400);
}

TEST_F(ContractTest, HoldsForProgrammesAndTheRegister) {
  const auto programme = confirmed();
  const auto one = json::parse(ask("programme", "/programmes/" + programme).content());
  EXPECT_EQ(one.at("tasks").as_int64(), 2);
  EXPECT_EQ(one.at("sections").at(0).at("tasks").as_int64(), 2);
  EXPECT_EQ(one.at("column_headers").as_array().size(), 3);
  ask("programmes", "/programmes");
  ask("programme", "/programmes/0000000000001");
  ask("programme", "/programmes/none");

  for (const auto* format : {"", "?format=docx", "?format=xlsx", "?format=pdf", "?format=csv", "?format=json"})
    EXPECT_EQ(ask("annex", "/programmes/" + programme + "/annex" + format).status, 200) << format;
  EXPECT_TRUE(ask("annex", "/programmes/" + programme + "/annex").content().starts_with("PK"));
  EXPECT_EQ(ask("annex", "/programmes/" + programme + "/annex?format=doc").status, 400);
  ask("annex", "/programmes/0000000000001/annex");
  for (const auto* by : {"unit", "month", "leader", "label", "status"}) {
    const auto counts = json::parse(ask("counts", std::string("/counts?by=") + by + "&programme=" + programme).content());
    EXPECT_FALSE(counts.at("items").as_array().empty()) << by;
  }
  ask("counts", "/counts?by=none");
  for (const auto* list : {"units", "leaders", "labels"}) {
    const auto items = json::parse(ask(list, std::string("/") + list).content()).at("items").as_array();
    ASSERT_FALSE(items.empty()) << list;
    EXPECT_GT(items[0].at("tasks").as_int64(), 0) << list;
  }
}

TEST_F(ContractTest, HoldsForTheLifeOfAProgramme) {
  const auto programme = confirmed();
  const auto at = "/programmes/" + programme;
  const auto none = std::string("/programmes/0000000000001");
  const Pairs first = {{"If-Match", "\"1\""}};
  const std::string decision = R"("decision":{"number":"617","symbol":"/QĐ-SKHCN","date":"2025-07-01","signer":"Nguyễn Văn An"})";

  EXPECT_EQ(ask("ask_items", "/items_asked", R"({"items":["work","product"]})").status, 200);
  EXPECT_EQ(ask("ask_items", "/items_asked", R"({"items":["colour"]})").status, 400);
  EXPECT_EQ(json::parse(ask("items_asked", "/items_asked").content()).at("items"), json::parse(R"(["work","product"])"));
  const auto open = json::parse(ask("completeness", at + "/completeness").content());
  EXPECT_EQ(open.at("open").at(0).at("missing"), json::parse(R"(["product"])"));
  ask("completeness", none + "/completeness");
  ask("completeness", "/programmes/x/completeness");

  const auto move = [&](const std::string& body, Pairs headers) { return ask("move_programme", at + "/moves", body, std::move(headers)); };
  EXPECT_EQ(move(R"({"move":"issue",)" + decision + "}", first).status, 409) << "not approved";
  EXPECT_EQ(move(R"({"move":"record_issue"})", first).status, 400) << "no decision";
  EXPECT_EQ(move(R"({"move":"approve"})", first).status, 400) << "another route";
  EXPECT_EQ(move(R"({"move":"submit"})", {}).status, 428);
  EXPECT_EQ(move(R"({"move":"submit"})", {{"If-Match", "\"9\""}}).status, 412);
  EXPECT_EQ(ask("move_programme", none + "/moves", R"({"move":"submit"})", first).status, 404);
  const auto submitted = json::parse(move(R"({"move":"submit"})", first).content());
  EXPECT_EQ(submitted.at("stage").as_string(), "submitted");
  EXPECT_EQ(submitted.at("moves"), json::parse(R"(["withdraw"])"));

  const auto leader = desk_->sign_in_as(domain::Role::leader);
  const auto by_leader = [&](const std::string& id, const std::string& target, const std::string& body, Pairs headers = {}) {
    headers.emplace_back("Cookie", "tiendo_session=" + leader.token);
    headers.emplace_back("X-CSRF-Token", leader.csrf);
    headers.emplace_back("Content-Type", "application/json");
    return ask(id, desk_->request(operation(id).method, "/api/v1" + target, body, std::move(headers)));
  };
  const auto approve = [&](const char* body, const char* version) {
    return by_leader("approve_programme", at + "/approval", body, version ? Pairs{{"If-Match", version}} : Pairs{}).status;
  };
  EXPECT_EQ(approve(R"({"move":"approve"})", "\"2\""), 409) << "incomplete";
  EXPECT_EQ(approve(R"({"move":"send_back"})", "\"2\""), 400) << "no reason";
  EXPECT_EQ(approve(R"({"move":"approve"})", "\"1\""), 412);
  EXPECT_EQ(approve(R"({"move":"approve"})", nullptr), 428);
  EXPECT_EQ(by_leader("approve_programme", none + "/approval", R"({"move":"approve"})", first).status, 404);
  EXPECT_EQ(approve(R"({"move":"approve","words":"Sản phẩm giao sau"})", "\"2\""), 200);
  EXPECT_EQ(move(R"({"move":"issue",)" + decision + "}", {{"If-Match", "\"3\""}}).status, 200);
  EXPECT_EQ(ask("edit_task", "/tasks/" + some_task(programme), R"({"title":"B"})", first).status, 409);

  const auto kept = json::parse(ask("versions", at + "/versions").content()).at("items").as_array();
  ASSERT_EQ(kept.size(), 2);
  const std::string issued(kept[1].at("id").as_string()), before(kept[0].at("id").as_string());
  EXPECT_EQ(kept[1].at("decision").at("signer").as_string(), "Nguyễn Văn An");
  ask("versions", none + "/versions");
  ask("versions", "/programmes/x/versions");
  EXPECT_EQ(json::parse(ask("version", "/versions/" + issued).content()).at("rows").as_array().size(), 2);
  ask("version", "/versions/0000000000001");
  ask("version", "/versions/x");
  for (const auto* format : {"", "?format=docx", "?format=xlsx", "?format=pdf", "?format=csv", "?format=json"})
    EXPECT_EQ(ask("version_annex", "/versions/" + issued + "/annex" + format).status, 200) << format;
  ask("version_annex", "/versions/" + issued + "/annex?format=doc");
  ask("version_annex", "/versions/0000000000001/annex");

  const auto ask_for = [&](const std::string& body) { return ask("ask_change", at + "/amendments", body); };
  const auto task = some_task(programme);
  const auto change = R"({"kind":"change","task":")" + task + R"(","edit":{"title":"Kiểm định 800 phương tiện đo"},"reason":"Giao thêm"})";
  const auto amendment = json::parse(ask_for(change).content());
  EXPECT_EQ(amendment.at("changes").at(0).at("after").at("title").as_string(), "Kiểm định 800 phương tiện đo");
  EXPECT_FALSE(amendment.at("changes").at(0).at("may_answer").as_bool());
  EXPECT_EQ(ask_for(R"({"kind":"change","reason":"a"})").status, 400);
  EXPECT_EQ(ask("ask_change", none + "/amendments", change).status, 404);
  EXPECT_EQ(ask("ask_change", "/programmes/" + confirmed() + "/amendments", change).status, 409);
  const auto asked = json::parse(ask_for(R"({"kind":"add","edit":{"title":"Nhiệm vụ mới","month":8},"reason":"Giao thêm"})").content());
  const auto place = "/amendments/" + std::string(asked.at("id").as_string());
  const auto change_at = [&](std::size_t row) {
    return place + "/changes/" + std::string(asked.at("changes").at(row).at("id").as_string());
  };
  EXPECT_EQ(ask("drop_change", change_at(1)).status, 200);
  EXPECT_EQ(ask("drop_change", change_at(1)).status, 404);
  ask("drop_change", place + "/changes/x");
  ask("amendments", at + "/amendments");
  ask("amendments", none + "/amendments");
  ask("amendments", "/programmes/x/amendments");

  const auto issue = [&](const std::string& body, Pairs headers) {
    return ask("issue_amendment", place + "/issue", body, std::move(headers));
  };
  const auto body = "{" + decision + R"(,"words":"Điều chỉnh lần 1"})";
  EXPECT_EQ(issue(body, {{"If-Match", "\"4\""}}).status, 409) << "no consent";
  EXPECT_EQ(issue(body, first).status, 412);
  EXPECT_EQ(issue(body, {}).status, 428);
  EXPECT_EQ(issue(R"({"words":""})", first).status, 400);
  EXPECT_EQ(ask("issue_amendment", "/amendments/0000000000001/issue", body, first).status, 404);
  const auto answer = [&](const std::string& where, const char* answer_body) {
    return by_leader("answer_change", where + "/answer", answer_body).status;
  };
  EXPECT_EQ(answer(change_at(0), R"({"answer":"perhaps"})"), 400);
  EXPECT_EQ(answer(change_at(1), R"({"answer":"consented"})"), 404);
  EXPECT_EQ(answer(change_at(0), R"({"answer":"consented"})"), 403) << "another leader directs it";
  const auto names = desk_->store().read().names(desk_->agency.id);
  const auto director = desk_->sign_in_as(domain::Role::leader, {}, names->leaders.front().id);
  const auto consent = [&] {
    return ask("answer_change", desk_->request(post, "/api/v1" + change_at(0) + "/answer", R"({"answer":"consented"})",
                                               {{"Cookie", "tiendo_session=" + director.token},
                                                {"X-CSRF-Token", director.csrf},
                                                {"Content-Type", "application/json"}}));
  };
  EXPECT_EQ(consent().status, 200);
  EXPECT_EQ(issue(body, {{"If-Match", "\"5\""}}).status, 200);
  EXPECT_EQ(consent().status, 409);
  EXPECT_EQ(ask("drop_change", change_at(0)).status, 409);

  const auto compared = json::parse(ask("compare_versions", at + "/comparison?before=" + before + "&after=now").content());
  EXPECT_EQ(compared.at("counts").at("rewritten").as_int64(), 1);
  EXPECT_EQ(compared.at("rows").at(0).at("cells").at(0).at("field").as_string(), "title");
  ask("compare_versions", at + "/comparison?before=x");
  ask("compare_versions", at + "/comparison?before=0000000000001");

  ask_for(R"({"kind":"drop","task":")" + task + R"(","reason":"Không còn"})");
  const auto last = json::parse(ask("amendments", at + "/amendments").content()).at("items").at(0);
  const auto withdraw = [&](Pairs headers) {
    return ask("withdraw_amendment", "/amendments/" + std::string(last.at("id").as_string()) + "/withdrawal", "", std::move(headers))
        .status;
  };
  EXPECT_EQ(withdraw({}), 428);
  EXPECT_EQ(withdraw({{"If-Match", "\"9\""}}), 412);
  EXPECT_EQ(withdraw({{"If-Match", "\"x\""}}), 400);
  EXPECT_EQ(withdraw({{"If-Match", "\"2\""}}), 200);
  EXPECT_EQ(withdraw({{"If-Match", "\"3\""}}), 409);
  EXPECT_EQ(ask("withdraw_amendment", "/amendments/0000000000001/withdrawal", "", first).status, 404);
}

TEST_F(ContractTest, HoldsForTheNextProgramme) {
  const auto at = "/programmes/" + confirmed() + "/next";
  EXPECT_EQ(json::parse(ask("plan_next", at).content()).at("unfinished").as_array().size(), 2);
  ask("plan_next", "/programmes/0000000000001/next");
  ask("plan_next", "/programmes/x/next");
  const auto made = ask("make_next", at, R"({"title":"Chương trình công tác năm 2026","year":2026,"reason":"","left":[]})");
  EXPECT_EQ(json::parse(made.content()).at("carried").as_int64(), 2);
  EXPECT_EQ(ask("make_next", at, R"({"title":"","year":2026,"reason":"","left":[]})").status, 400);
  EXPECT_EQ(ask("make_next", "/programmes/0000000000001/next", R"({"title":"a","year":2026,"reason":"","left":[]})").status, 404);
  const auto plan = json::parse(ask("plan_next", at).content());
  std::string all;
  for (const auto& each : plan.at("unfinished").as_array()) all += (all.empty() ? "" : ",") + json::serialize(each.at("task"));
  EXPECT_EQ(ask("make_next", at, R"({"title":"a","year":2026,"reason":"","left":[)" + all + "]}").status, 409);
}

TEST_F(ContractTest, HoldsForConsultations) {
  const auto programme = confirmed();
  const auto at = "/programmes/" + programme + "/consultations";
  const Pairs first = {{"If-Match", "\"1\""}};
  const auto send = [&](const std::string& body, Pairs headers) { return ask("send_consultation", at, body, std::move(headers)); };
  const std::string wish = R"({"units":[],"days":3,"words":"Xin ý kiến"})";
  EXPECT_EQ(send(R"({"units":[],"days":9})", first).status, 400);
  EXPECT_EQ(send(wish, {}).status, 428);
  EXPECT_EQ(send(wish, {{"If-Match", "\"9\""}}).status, 412);
  EXPECT_EQ(ask("send_consultation", "/programmes/0000000000001/consultations", wish, first).status, 404);
  const auto sent = json::parse(send(wish, first).content());
  EXPECT_EQ(send(wish, {{"If-Match", "\"2\""}}).status, 409);
  const auto& unit = sent.at("units").at(0);
  const auto& row = unit.at("months").at(0).at("tasks").at(0).at("row");
  EXPECT_EQ(unit.at("months").at(0).at("totals").as_string(), "Tháng 7: có 2 nhiệm vụ (số 1, 2)");
  const auto place = "/consultations/" + std::string(sent.at("id").as_string());
  const auto side = place + "/units/" + std::string(unit.at("unit").as_string());
  const auto task = std::string(row.at("task").as_string());
  const std::string none = "/consultations/0000000000001";
  ask("consultations", "/consultations");
  ask("consultations_of", at);
  ask("consultations_of", "/programmes/0000000000001/consultations");
  ask("consultations_of", "/programmes/x/consultations");
  ask("consultation", place);
  ask("consultation", none);
  ask("consultation", "/consultations/x");

  const auto drop = R"({"kind":"drop","words":"Đã xong","task":")" + task + "\"}";
  EXPECT_EQ(ask("propose", side + "/proposals", drop).status, 201);
  EXPECT_EQ(ask("propose", side + "/proposals", R"({"kind":"drop"})").status, 400);
  EXPECT_EQ(ask("propose", place + "/units/0000000000001/proposals", drop).status, 404);
  const auto add = R"({"kind":"add","edit":{"title":"Nhiệm vụ mới","month":8},"words":""})";
  const auto added = json::parse(ask("propose", side + "/proposals", add).content());
  const auto id_in = [](const json::value& consultation, std::size_t month, std::size_t at_row) {
    return std::string(consultation.at("units").at(0).at("months").at(month).at("tasks").at(at_row).at("proposal").at("id").as_string());
  };
  const auto extra = place + "/proposals/" + id_in(added, 1, 0);
  EXPECT_EQ(ask("take_back_proposal", extra).status, 200);
  EXPECT_EQ(ask("take_back_proposal", extra).status, 404);
  ask("take_back_proposal", place + "/proposals/x");

  const std::string file =
      "| STT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Ghi chú |\n|---|---|---|---|---|\n"
      "| 1 | Kiểm định 700 phương tiện đo theo Quyết định số 1131/QĐ-TTg ngày 12/6/2025 | Trung tâm Kỹ thuật | | Đề xuất bỏ |\n"
      "| 7 | Việc lạ | Trung tâm Kỹ thuật | | Đề xuất bỏ |\n";
  const auto taken = ask("answer_by_file", side + "/file?name=y-kien.md", file);
  EXPECT_EQ(json::parse(taken.content()).at("taken").as_int64(), 2);
  const auto unplaced = std::string(json::parse(taken.content()).at("unplaced").at(0).as_string());
  EXPECT_EQ(ask("answer_by_file", side + "/file?name=a.md", "xin chào").status, 422);
  EXPECT_EQ(ask("answer_by_file", place + "/units/0000000000001/file?name=a.md", file).status, 404);
  ask("answer_by_file", place + "/units/x/file?name=a.md", file);
  EXPECT_EQ(ask("finish_answer", side + "/answer").status, 200);
  ask("finish_answer", place + "/units/0000000000001/answer");
  ask("finish_answer", place + "/units/x/answer");

  const auto placing = [&](const std::string& proposal, const std::string& to) {
    return ask("place_proposal", place + "/proposals/" + proposal + "/place", R"({"task":")" + to + "\"}").status;
  };
  EXPECT_EQ(placing(unplaced, "0000000000001"), 404);
  EXPECT_EQ(placing(unplaced, "x"), 400);
  EXPECT_EQ(placing(unplaced, std::string(unit.at("months").at(0).at("tasks").at(1).at("row").at("task").as_string())), 200);
  const auto recommend = [&](const std::string& proposal, const char* body) {
    return ask("recommend", place + "/proposals/" + proposal + "/recommendation", body).status;
  };
  EXPECT_EQ(recommend(unplaced, R"({"opinion":"accept","words":"Nên bỏ"})"), 200);
  EXPECT_EQ(recommend(unplaced, R"({"opinion":"perhaps"})"), 400);
  EXPECT_EQ(recommend("0000000000001", R"({"opinion":"accept"})"), 404);

  const auto version = [&] {
    return "\"" + std::to_string(json::parse(ask("consultation", place).content()).at("version").as_int64()) + "\"";
  };
  const auto names = desk_->store().read().names(desk_->agency.id);
  const auto leader = desk_->sign_in_as(domain::Role::leader, {}, names->leaders.front().id);
  const auto decide = [&](const std::string& body, const std::string& where) {
    return ask("decide_proposals",
               desk_->request(
                   post, "/api/v1" + where + "/decisions", body,
                   {{"Cookie", "tiendo_session=" + leader.token}, {"X-CSRF-Token", leader.csrf}, {"Content-Type", "application/json"}}))
        .status;
  };
  const auto all = json::parse(ask("consultation", place).content());
  const auto decisions = R"({"decisions":[{"proposal":")" + id_in(all, 0, 0) + R"(","opinion":"accept"},{"proposal":")" + id_in(all, 0, 1) +
                         R"(","opinion":"refuse","words":"Vẫn cần"}]})";
  EXPECT_EQ(decide(decisions, place), 409) << "still open";
  const auto settle = [&](Pairs headers) { return ask("settle_consultation", place + "/settlement", "", std::move(headers)).status; };
  EXPECT_EQ(settle({{"If-Match", version()}}), 409);
  const auto close = [&](Pairs headers) { return ask("close_consultation", place + "/closing", "", std::move(headers)).status; };
  EXPECT_EQ(close({}), 428);
  EXPECT_EQ(close({{"If-Match", "\"99\""}}), 412);
  EXPECT_EQ(close({{"If-Match", "\"x\""}}), 400);
  EXPECT_EQ(ask("close_consultation", none + "/closing", "", first).status, 404);
  EXPECT_EQ(close({{"If-Match", version()}}), 200);
  EXPECT_EQ(close({{"If-Match", version()}}), 409);
  EXPECT_EQ(ask("propose", side + "/proposals", drop).status, 409);
  EXPECT_EQ(ask("finish_answer", side + "/answer").status, 409);
  EXPECT_EQ(ask("answer_by_file", side + "/file?name=y-kien.md", file).status, 409);
  EXPECT_EQ(ask("take_back_proposal", place + "/proposals/" + unplaced).status, 409);
  EXPECT_EQ(decide(R"({"decisions":[]})", place), 400);
  EXPECT_EQ(decide(decisions, none), 404);
  EXPECT_EQ(decide(decisions, place), 200);
  EXPECT_EQ(recommend(unplaced, R"({"opinion":"accept"})"), 409);
  EXPECT_EQ(placing(unplaced, task), 409);
  for (const auto* format : {"", "?format=docx", "?format=xlsx", "?format=pdf"})
    EXPECT_EQ(ask("consultation_table", place + "/table" + format).status, 200) << format;
  ask("consultation_table", place + "/table?format=doc");
  ask("consultation_table", none + "/table");
  EXPECT_EQ(settle({}), 428);
  EXPECT_EQ(settle({{"If-Match", "\"x\""}}), 400);
  EXPECT_EQ(settle({{"If-Match", "\"99\""}}), 412);
  EXPECT_EQ(ask("settle_consultation", none + "/settlement", "", first).status, 404);
  EXPECT_EQ(settle({{"If-Match", version()}}), 200);

  const auto again = json::parse(send(wish, {{"If-Match", "\"2\""}}).content());
  const auto withdraw = [&](Pairs headers) {
    return ask("withdraw_consultation", "/consultations/" + std::string(again.at("id").as_string()) + "/withdrawal", "", std::move(headers))
        .status;
  };
  EXPECT_EQ(withdraw({}), 428);
  EXPECT_EQ(withdraw({{"If-Match", "\"x\""}}), 400);
  EXPECT_EQ(withdraw({{"If-Match", "\"9\""}}), 412);
  EXPECT_EQ(withdraw(first), 200);
  EXPECT_EQ(withdraw({{"If-Match", "\"2\""}}), 409);
  EXPECT_EQ(ask("withdraw_consultation", none + "/withdrawal", "", first).status, 404);
}

TEST_F(ContractTest, HoldsForUnits) {
  const auto form = [](const std::string& name, const std::string& more = R"("identifier":"H56.12.3")") {
    return R"({"name":")" + name +
           R"(","abbreviation":"","aliases":[],"kind":"division","parent":null,"valid_from":"2025-07-01","valid_to":null,"old_identifier":"",)" +
           more + '}';
  };
  const auto id_of = [](const Response& response) { return std::string(json::parse(response.content()).at("id").as_string()); };
  const auto made = ask("create_unit", "/units", form("Phòng Bưu chính"));
  ASSERT_EQ(made.status, 201) << made.content();
  const auto from = id_of(made), into = id_of(ask("create_unit", "/units", form("Phòng Chuyển đổi số")));
  EXPECT_EQ(ask("create_unit", "/units", form("phòng bưu  chính")).status, 409);
  EXPECT_EQ(ask("create_unit", "/units", form("Phòng X", R"("identifier":"h-1")")).status, 400);

  const auto save = [&](const std::string& unit, const std::string& body, Pairs headers) {
    return ask("save_unit", "/units/" + unit, body, headers);
  };
  const auto saved = save(from, form("Phòng Bưu chính, viễn thông"), {{"If-Match", "\"1\""}});
  EXPECT_EQ(saved.find_header("ETag"), "\"2\"");
  EXPECT_EQ(json::parse(saved.content()).at("aliases"), json::parse(R"(["Phòng Bưu chính"])"));
  EXPECT_EQ(save(from, form("Phòng Y"), {{"If-Match", "\"1\""}}).status, 412);
  EXPECT_EQ(save(from, form("Phòng Y"), {}).status, 428);
  EXPECT_EQ(save(from, form(""), {{"If-Match", "\"2\""}}).status, 400);
  EXPECT_EQ(save(from, form("Phòng Chuyển đổi số"), {{"If-Match", "\"2\""}}).status, 409);
  EXPECT_EQ(save("0000000000001", form("Phòng Y"), {{"If-Match", "\"2\""}}).status, 404);

  const auto merge = [&](const std::string& unit, const std::string& other, Pairs headers) {
    return ask("merge_unit", "/units/" + unit + "/merger", R"({"on":"2026-06-30","into":")" + other + "\"}", headers).status;
  };
  EXPECT_EQ(merge(from, from, {{"If-Match", "\"2\""}}), 400);
  EXPECT_EQ(merge(from, "0000000000001", {{"If-Match", "\"2\""}}), 404);
  EXPECT_EQ(merge(from, into, {{"If-Match", "\"1\""}}), 412);
  EXPECT_EQ(merge(from, into, {}), 428);
  EXPECT_EQ(merge(from, into, {{"If-Match", "\"2\""}}), 200);
  EXPECT_EQ(merge(from, into, {{"If-Match", "\"3\""}}), 409);
}

TEST_F(ContractTest, HoldsForGroupsAndProposalsOfTheRegister) {
  const auto form = [](const std::string& name, const std::string& members = "") {
    return R"({"name":")" + name + R"(","aliases":[],"members":[)" + members + "]}";
  };
  const auto made = ask("create_group", "/groups", form("Các phòng, đơn vị"));
  ASSERT_EQ(made.status, 201) << made.content();
  const auto id = std::string(json::parse(made.content()).at("id").as_string());
  EXPECT_EQ(ask("create_group", "/groups", form("các phòng,  đơn vị")).status, 409);
  EXPECT_EQ(ask("create_group", "/groups", form("")).status, 400);
  EXPECT_EQ(ask("create_group", "/groups", form("Các sở", "\"0000000000001\"")).status, 404);
  ask("create_group", "/groups", form("Các sở, ngành"));

  const auto save = [&](const std::string& group, const std::string& body, Pairs headers) {
    return ask("save_group", "/groups/" + group, body, std::move(headers)).status;
  };
  EXPECT_EQ(save(id, form("Các phòng thuộc Sở"), {{"If-Match", "\"1\""}}), 200);
  EXPECT_EQ(save(id, form("Các phòng thuộc Sở"), {{"If-Match", "\"1\""}}), 412);
  EXPECT_EQ(save(id, form("Các phòng thuộc Sở"), {}), 428);
  EXPECT_EQ(save(id, form(""), {{"If-Match", "\"2\""}}), 400);
  EXPECT_EQ(save(id, form("Các sở, ngành"), {{"If-Match", "\"2\""}}), 409);
  EXPECT_EQ(save("0000000000001", form("Y"), {{"If-Match", "\"1\""}}), 404);
  EXPECT_EQ(json::parse(ask("groups", "/groups").content()).at("items").as_array().size(), 2);

  const auto remove_it = [&](const std::string& group, Pairs headers) {
    return ask("remove_group", desk_->signed_request(remove, "/api/v1/groups/" + group, "", std::move(headers))).status;
  };
  EXPECT_EQ(remove_it("none", {{"If-Match", "\"2\""}}), 400);
  EXPECT_EQ(remove_it(id, {}), 428);
  EXPECT_EQ(remove_it(id, {{"If-Match", "\"1\""}}), 412);
  EXPECT_EQ(remove_it(id, {{"If-Match", "\"2\""}}), 204);
  EXPECT_EQ(remove_it(id, {{"If-Match", "\"2\""}}), 404);

  const auto person = [](const char* name) {
    return R"({"name":")" + std::string(name) + R"(","aliases":[],"posts":[],"responsibilities":[]})";
  };
  ask("create_person", "/people", person("Vũ Thị Ngọc Lan"));
  ask("create_person", "/people", person("Ngọc Lan"));
  const auto proposals = json::parse(ask("register_proposals", "/register/proposals").content()).at("items").as_array();
  const auto found = std::ranges::find_if(proposals, [](const json::value& each) {
    return each.at("kind") == "same_person" && each.at("suspect").at("name") == "Vũ Thị Ngọc Lan";
  });
  const auto other = std::ranges::find_if(
      proposals, [](const json::value& each) { return each.at("kind") == "same_person" && each.at("suspect").at("name") == "Ngọc Lan"; });
  EXPECT_TRUE((found == proposals.end()) != (other == proposals.end())) << json::serialize(proposals);
  const auto key = std::string((found == proposals.end() ? other : found)->at("key").as_string());
  const auto set_aside = [](const std::string& body) { return ask("set_proposal_aside", "/register/set_aside", body).status; };
  EXPECT_EQ(set_aside(R"({"key":")" + key + R"(","is_set_aside":true})"), 204);
  EXPECT_EQ(set_aside(R"({"key":"","is_set_aside":true})"), 400);
  EXPECT_EQ(json::parse(ask("register_proposals", "/register/proposals").content()).at("items").as_array().size(), proposals.size() - 1);
  EXPECT_EQ(set_aside(R"({"key":")" + key + R"(","is_set_aside":false})"), 204);
}

TEST_F(ContractTest, HoldsForPeopleAndDelegations) {
  const auto form = [](const std::string& name, const std::string& unit = "null", const std::string& position = "Phó Giám đốc") {
    return R"({"name":")" + name + R"(","aliases":[],"posts":[{"position":")" + position + R"(","unit":)" + unit +
           R"(,"from":"2025-07-01","to":null}],"responsibilities":[{"words":"Đo lường","units":[],"from":null,"to":null}]})";
  };
  const auto id_of = [](const Response& response) { return std::string(json::parse(response.content()).at("id").as_string()); };
  const auto made = ask("create_person", "/people", form("Đỗ Văn An"));
  ASSERT_EQ(made.status, 201) << made.content();
  const auto first = id_of(made), second = id_of(ask("create_person", "/people", form("Đỗ Văn Bình")));
  EXPECT_EQ(ask("create_person", "/people", form("đỗ văn  an")).status, 409);
  EXPECT_EQ(ask("create_person", "/people", form("")).status, 400);
  EXPECT_EQ(ask("create_person", "/people", form("X", "\"0000000000001\"")).status, 404);

  const auto save = [&](const std::string& person, const std::string& body, Pairs headers) {
    return ask("save_person", "/people/" + person, body, std::move(headers)).status;
  };
  EXPECT_EQ(save(first, form("Đỗ Văn Ân"), {{"If-Match", "\"1\""}}), 200);
  EXPECT_EQ(save(first, form("Đỗ Văn Ân"), {{"If-Match", "\"1\""}}), 412);
  EXPECT_EQ(save(first, form("Đỗ Văn Ân"), {}), 428);
  EXPECT_EQ(save(first, form("Đỗ Văn Ân", "null", ""), {{"If-Match", "\"2\""}}), 400);
  EXPECT_EQ(save(first, form("Đỗ Văn Bình"), {{"If-Match", "\"2\""}}), 409);
  EXPECT_EQ(save("0000000000001", form("Y"), {{"If-Match", "\"1\""}}), 404);
  const auto people = json::parse(ask("people", "/people").content()).at("items").as_array();
  EXPECT_TRUE(std::ranges::any_of(people, [&](const json::value& each) { return each.at("id") == json::value(first); }));

  const auto delegate = [&](const std::string& absent, const std::string& by, const std::string& document = "12/TB") {
    return ask("create_delegation", "/delegations",
               R"({"absent":")" + absent + R"(","delegate":")" + by + R"(","from":"2099-12-01","to":"2099-12-10","document":")" + document +
                   "\"}");
  };
  const auto delegation = delegate(first, second);
  ASSERT_EQ(delegation.status, 201) << delegation.content();
  EXPECT_EQ(delegate(first, second).status, 409);
  EXPECT_EQ(delegate(first, first).status, 400);
  EXPECT_EQ(delegate(first, "0000000000001").status, 404);
  EXPECT_EQ(json::parse(ask("delegations", "/delegations").content()).at("items").as_array().size(), 1);
  const auto end = [&](const std::string& id, const std::string& on, Pairs headers) {
    return ask("end_delegation", "/delegations/" + id + "/end", R"({"on":")" + on + "\"}", std::move(headers)).status;
  };
  EXPECT_EQ(end(id_of(delegation), "x", {{"If-Match", "\"1\""}}), 400);
  EXPECT_EQ(end(id_of(delegation), "2099-12-05", {}), 428);
  EXPECT_EQ(end(id_of(delegation), "2099-12-05", {{"If-Match", "\"4\""}}), 412);
  EXPECT_EQ(end(id_of(delegation), "2099-12-10", {{"If-Match", "\"1\""}}), 409);
  EXPECT_EQ(end("0000000000001", "2099-12-10", {{"If-Match", "\"1\""}}), 404);
  EXPECT_EQ(end(id_of(delegation), "2099-12-05", {{"If-Match", "\"1\""}}), 200);

  const auto join = [&](const std::string& person, const std::string& other, Pairs headers) {
    return ask("join_person", "/people/" + person + "/merger", R"({"into":")" + other + "\"}", std::move(headers)).status;
  };
  EXPECT_EQ(join(first, first, {{"If-Match", "\"2\""}}), 400);
  EXPECT_EQ(join(first, "0000000000001", {{"If-Match", "\"2\""}}), 404);
  EXPECT_EQ(join(first, second, {{"If-Match", "\"1\""}}), 412);
  EXPECT_EQ(join(first, second, {}), 428);
  EXPECT_EQ(join(first, second, {{"If-Match", "\"2\""}}), 200);
}

TEST_F(ContractTest, HoldsForTheCalendar) {
  const auto before = json::parse(ask("calendar", "/calendar/2026").content());
  EXPECT_EQ(before.at("proposals").as_array().size(), 12);
  EXPECT_TRUE(before.at("days").as_array().empty());
  EXPECT_EQ(before.at("weekly_rest"), json::parse("[6,7]"));
  ask("calendar", "/calendar/1800");
  const auto from = [](const char* more) {
    return json::parse(ask("working_days", std::string("/working_days?from=2026-11-20") + more).content());
  };
  EXPECT_EQ(from("&add=3").at("to").as_string(), "2026-11-25") << "nobody has confirmed 24/11";

  const auto day = [](const char* date) {
    return std::string(R"({"kind":"holiday","name":"Ngày lễ","source":"","is_confirmed":true,"date":")") + date + "\"}";
  };
  const auto body = R"({"weekly_rest":[6,7],"days":[)" + day("2026-11-24") + ',' + day("2026-04-26") + "]}";
  const auto saved = ask("save_calendar", "/calendar/2026", body, {{"If-Match", "\"1\""}});
  EXPECT_EQ(saved.find_header("ETag"), "\"2\"");
  const auto year = json::parse(saved.content());
  EXPECT_EQ(year.at("days").as_array().size(), 2);
  EXPECT_EQ(year.at("proposals").as_array().size(), 10);
  EXPECT_EQ(year.at("compensations"), json::parse(R"(["2026-04-27"])"));
  EXPECT_EQ(json::parse(ask("calendar", "/calendar/2026").content()), year);
  EXPECT_EQ(from("&add=3").at("to").as_string(), "2026-11-26");
  EXPECT_EQ(from("&to=2026-11-26").at("working_days").as_int64(), 3);
  EXPECT_EQ(ask("working_days", "/working_days?from=2026-11-20").status, 400);

  EXPECT_EQ(ask("save_calendar", "/calendar/2026", body, {{"If-Match", "\"1\""}}).status, 412);
  EXPECT_EQ(ask("save_calendar", "/calendar/2026", body).status, 428);
  EXPECT_EQ(ask("save_calendar", "/calendar/2027", body, {{"If-Match", "\"2\""}}).status, 400) << "days of another year";
  EXPECT_EQ(ask("save_calendar", "/calendar/2026", R"({"weekly_rest":[1,2,3,4,5,6,7],"days":[]})", {{"If-Match", "\"2\""}}).status, 400);
}

TEST_F(ContractTest, HoldsForTasks) {
  const auto programme = confirmed();
  const auto first = json::parse(ask("tasks", "/tasks?sort=title&limit=1&quarter=3&month=7&q=kiem+dinh&programme=" + programme).content());
  EXPECT_EQ(first.at("total").as_int64(), 2);
  ASSERT_TRUE(first.at("next").is_string());
  const std::string cursor(first.at("next").as_string());
  const auto second = json::parse(
      ask("tasks", "/tasks?sort=title&limit=1&quarter=3&month=7&q=kiem+dinh&programme=" + programme + "&cursor=" + percent_encoded(cursor))
          .content());
  EXPECT_EQ(second.at("items").as_array().size(), 1);
  EXPECT_NE(second.at("items").at(0).at("id"), first.at("items").at(0).at("id"));
  EXPECT_TRUE(second.at("next").is_null());
  ask("tasks", "/tasks?limit=0");
  ask("tasks", "/tasks?cursor=nonsense");

  const auto id = some_task(programme);
  const auto task = json::parse(ask("task", "/tasks/" + id).content());
  EXPECT_EQ(task.at("understood").at("quantities").at(0).at("unit").as_string(), "phương tiện đo");
  EXPECT_EQ(task.at("understood").at("citations").at(0).at("symbol").as_string(), "QĐ-TTg");
  EXPECT_EQ(task.at("lead_units").at(0).at("name").as_string(), "Trung tâm Kỹ thuật");
  EXPECT_EQ(task.at("source").at("places").at("title").at(0).at("line").as_int64(), 3);
  ask("task", "/tasks/none");
  ask("task", "/tasks/0000000000001");
}

TEST_F(ContractTest, HoldsForChangesOfATask) {
  const auto id = some_task(confirmed());
  const Pairs version = {{"If-Match", "\"1\""}};
  const auto changed =
      ask("edit_task", "/tasks/" + id,
          R"({"title":"Kiểm tra \"A\"","month":8,"extra":{"Kinh phí":"0"},"due_period":{"from":"2025-08-01","to":"2025-08-15"}})", version);
  EXPECT_EQ(changed.find_header("ETag"), "\"2\"");
  const auto task = json::parse(changed.content());
  EXPECT_EQ(task.at("title").as_string(), "Kiểm tra \"A\"");
  EXPECT_EQ(task.at("due_period").at("to").as_string(), "2025-08-15");
  EXPECT_EQ(json::parse(ask("task", "/tasks/" + id).content()), task);
  EXPECT_EQ(ask("edit_task", "/tasks/" + id, R"({"title":"B"})", version).status, 412);
  EXPECT_EQ(ask("edit_task", "/tasks/" + id, R"({"title":"B"})").status, 428);
  EXPECT_EQ(ask("edit_task", "/tasks/" + id, R"({"colour":"B"})", {{"If-Match", "\"2\""}}).status, 400);
  EXPECT_EQ(ask("edit_task", "/tasks/0000000000001", R"({"title":"B"})", version).status, 404);

  const auto events = json::parse(ask("task_events", "/tasks/" + id + "/events").content()).at("items").as_array();
  ASSERT_EQ(events.size(), 2);
  EXPECT_EQ(events[1].at("kind").as_string(), "task_edited");
  EXPECT_EQ(events[1].at("actor").as_string(), "Trần Thị Hạnh");
  EXPECT_EQ(events[1].at("changes").at("month"), json::parse(R"({"before":7,"after":8})"));
  EXPECT_FALSE(events[1].at("changes").as_object().contains("lead"));
  ask("task_events", "/tasks/none/events");
  ask("task_events", "/tasks/0000000000001/events");
}

TEST_F(ContractTest, HoldsForTheWorkOnATask) {
  const auto at = "/tasks/" + some_task(confirmed());
  const Pairs first = {{"If-Match", "\"1\""}};
  EXPECT_EQ(json::parse(ask("work", at + "/work").content()).at("state").as_string(), "assigned");
  ask("work", "/tasks/none/work");
  ask("work", "/tasks/0000000000001/work");

  const auto said = ask("add_progress", at + "/work/entries", R"({"words":"Đã dự thảo","percent":40})", first);
  EXPECT_EQ(said.find_header("ETag"), "\"2\"");
  EXPECT_EQ(json::parse(said.content()).at("entries").at(0).at("words").as_string(), "Đã dự thảo");
  EXPECT_EQ(ask("add_progress", at + "/work/entries", R"({"done":[{"unit":"con voi","amount":1}]})", {{"If-Match", "\"2\""}}).status, 400);
  EXPECT_EQ(ask("add_progress", at + "/work/entries", R"({"done":7})", {{"If-Match", "\"2\""}}).status, 400);
  EXPECT_EQ(ask("add_progress", at + "/work/entries", R"({"words":"nữa"})", first).status, 412);
  EXPECT_EQ(ask("add_progress", at + "/work/entries", R"({"words":"nữa"})").status, 428);
  EXPECT_EQ(ask("add_progress", at + "/work/entries", R"({"percent":101})", {{"If-Match", "\"2\""}}).status, 400);
  EXPECT_EQ(ask("add_progress", "/tasks/0000000000001/work/entries", R"({"words":"a"})", first).status, 404);

  const auto move = [&](const char* body, const char* version) {
    return ask("move_work", at + "/work/moves", body, version ? Pairs{{"If-Match", version}} : Pairs{}).status;
  };
  EXPECT_EQ(move(R"({"move":"report","words":"Xong"})", "\"2\""), 200);
  EXPECT_EQ(move(R"({"move":"report"})", "\"3\""), 409);
  EXPECT_EQ(move(R"({"move":"confirm"})", "\"3\""), 403) << "their own report";
  EXPECT_EQ(move(R"({"move":"send_back","words":" "})", "\"3\""), 400);
  EXPECT_EQ(move(R"({"move":"confirm"})", "\"2\""), 412);
  EXPECT_EQ(move(R"({"move":"confirm"})", nullptr), 428);
  EXPECT_EQ(ask("move_work", "/tasks/0000000000001/work/moves", R"({"move":"begin"})", first).status, 404);
  EXPECT_EQ(move(R"({"move":"send_back","words":"Thiếu phụ lục"})", "\"3\""), 200);
  const auto give = [&](const char* body, const char* version, const std::string& to) {
    return ask("put_executor", to + "/work/executor", body, version ? Pairs{{"If-Match", version}} : Pairs{}).status;
  };
  EXPECT_TRUE(json::parse(ask("executors", at + "/executors").content()).at("items").as_array().empty());
  EXPECT_EQ(ask("executors", "/tasks/0000000000001/executors").status, 404);
  EXPECT_EQ(give(R"({"executor":"0000000000001"})", "\"4\"", at), 400) << "nobody of the unit";
  EXPECT_EQ(give(R"({"executor":null})", nullptr, at), 428);
  EXPECT_EQ(give(R"({"executor":null})", "\"1\"", at), 412);
  EXPECT_EQ(give(R"({"executor":null})", "\"4\"", "/tasks/0000000000001"), 404);
  EXPECT_EQ(give(R"({"executor":null,"words":"Cả phòng"})", "\"4\"", at), 200);
  EXPECT_EQ(ask("hand_over_work", "/work/hand_over", R"({"from":"0000000000001","to":"0000000000002"})").status, 400);
  const auto own = desk_->who.user.id.text();
  EXPECT_EQ(json::parse(ask("hand_over_work", "/work/hand_over", R"({"from":"0000000000001","to":")" + own + "\"}").content())
                .at("handed")
                .as_int64(),
            0);
  EXPECT_EQ(move(R"({"move":"stop","words":"Không còn phù hợp"})", "\"5\""), 200);
  EXPECT_EQ(give(R"({"executor":null})", "\"6\"", at), 409);
  EXPECT_EQ(ask("add_progress", at + "/work/entries", R"({"words":"nữa"})", {{"If-Match", "\"6\""}}).status, 409);
  EXPECT_EQ(ask("add_evidence", at + "/evidence", R"({"words":"a"})").status, 409);
}

TEST_F(ContractTest, HoldsForEvidence) {
  const auto at = "/tasks/" + some_task(confirmed());
  const auto made =
      ask("add_evidence", at + "/evidence", R"({"kind":"Văn bản","number":"472","symbol":"SKHCN-BCVT&CĐS","issued_on":"2025-07-27"})");
  ASSERT_EQ(made.status, 201);
  const auto piece = at + "/evidence/" + std::string(json::parse(made.content()).at("id").as_string());
  EXPECT_EQ(ask("add_evidence", at + "/evidence", "{}").status, 400);
  EXPECT_EQ(ask("add_evidence", "/tasks/0000000000001/evidence", R"({"words":"a"})").status, 404);

  const auto with_file = ask("put_evidence_file", piece + "/file?name=van-ban.pdf", "%PDF-1.7 ...");
  EXPECT_EQ(json::parse(with_file.content()).at("file_name").as_string(), "van-ban.pdf");
  EXPECT_EQ(ask("put_evidence_file", piece + "/file?name=a.exe", "MZ").status, 422);
  EXPECT_EQ(ask("put_evidence_file", at + "/evidence/0000000000001/file?name=a.pdf", "%PDF-").status, 404);
  const auto file = ask("evidence_file", piece + "/file");
  EXPECT_EQ(file.content(), "%PDF-1.7 ...");
  EXPECT_THAT(std::string(file.find_header("Content-Disposition").value_or("")), testing::StartsWith("attachment"));
  ask("evidence_file", at + "/evidence/0000000000001/file");

  EXPECT_EQ(ask("remove_evidence", piece).status, 204);
  EXPECT_EQ(ask("remove_evidence", piece).status, 404);
  const auto kept = ask("add_evidence", at + "/evidence", R"({"words":"Giấy mời"})");
  ask("move_work", at + "/work/moves", R"({"move":"stop","words":"Không còn phù hợp"})", {{"If-Match", "\"1\""}});
  EXPECT_EQ(ask("remove_evidence", at + "/evidence/" + std::string(json::parse(kept.content()).at("id").as_string())).status, 409);
}

TEST_F(ContractTest, HoldsForExtensions) {
  const auto at = "/tasks/" + some_task(confirmed());
  const auto body = R"({"wanted":{"from":"2035-08-01","to":"2035-08-31"},"reason":"Chờ ý kiến các sở","document":"Công văn 15/SKHCN"})";
  EXPECT_TRUE(json::parse(ask("work", at + "/work").content()).at("may_ask_extension").as_bool());
  const auto asked = ask("ask_extension", at + "/extensions", body);
  ASSERT_EQ(asked.status, 201);
  EXPECT_EQ(json::parse(asked.content()).at("document").as_string(), "Công văn 15/SKHCN");
  EXPECT_TRUE(json::parse(ask("work", at + "/work").content()).at("may_take_back_extension").as_bool());
  const auto waiting = json::parse(ask("waiting", "/work/waiting").content());
  EXPECT_EQ(waiting.at("for_others").at(0).at("kind").as_string(), "own_extension");
  EXPECT_TRUE(waiting.at("for_me").as_array().empty());
  EXPECT_EQ(ask("ask_extension", at + "/extensions", body).status, 409);
  EXPECT_EQ(ask("ask_extension", at + "/extensions", R"({"reason":"a"})").status, 400);
  EXPECT_EQ(ask("ask_extension", "/tasks/0000000000001/extensions", body).status, 404);

  const auto answer = [&](const std::string& extension, const char* reply, const char* version) {
    return ask("answer_extension", at + "/extensions/" + extension + "/answer", reply, version ? Pairs{{"If-Match", version}} : Pairs{})
        .status;
  };
  const std::string id(json::parse(asked.content()).at("id").as_string());
  EXPECT_EQ(answer(id, R"({"answer":"maybe"})", "\"1\""), 400);
  EXPECT_EQ(answer(id, R"({"answer":"granted"})", "\"1\""), 409) << "their own request";
  EXPECT_EQ(answer(id, R"({"answer":"withdrawn"})", "\"7\""), 412);
  EXPECT_EQ(answer(id, R"({"answer":"withdrawn"})", nullptr), 428);
  EXPECT_EQ(answer("0000000000001", R"({"answer":"withdrawn"})", "\"1\""), 404);
  EXPECT_EQ(answer(id, R"({"answer":"withdrawn"})", "\"1\""), 200);
}

TEST_F(ContractTest, HoldsForSteps) {
  const auto at = "/tasks/" + some_task(confirmed());
  const auto none = std::string("/tasks/0000000000001");
  const auto version = [&] { return Pairs{{"If-Match", std::string(*ask("task_steps", at + "/steps").find_header("ETag"))}}; };
  EXPECT_EQ(ask("task_steps", none + "/steps").status, 404);
  EXPECT_EQ(ask("task_steps", "/tasks/none/steps").status, 400);

  EXPECT_EQ(ask("put_task_kind", at + "/kind", R"({"kind":"song"})").status, 400);
  EXPECT_EQ(ask("put_task_kind", none + "/kind", R"({"kind":null})").status, 404);
  EXPECT_TRUE(json::parse(ask("put_task_kind", at + "/kind", R"({"kind":null})").content()).at("steps").as_array().empty());
  EXPECT_EQ(ask("put_task_kind", at + "/kind", R"({"kind":"as_told"})").status, 200);
  const auto way = json::parse(ask("put_task_kind", at + "/kind", R"({"kind":"research"})").content()).at("steps").as_array();
  ASSERT_EQ(way.size(), 8u);

  const std::string done = R"({"key":"call","done_on":"2025-07-10"})";
  const auto marked = json::parse(ask("finish_step", at + "/steps", done, version()).content());
  EXPECT_EQ(marked.at("percent").as_int64(), 10);
  EXPECT_EQ(marked.at("steps").at(0).at("done_on").as_string(), "2025-07-10");
  EXPECT_EQ(ask("finish_step", at + "/steps", done, version()).status, 409);
  EXPECT_EQ(ask("finish_step", at + "/steps", done, {{"If-Match", "\"1\""}}).status, 412);
  EXPECT_EQ(ask("finish_step", at + "/steps", done).status, 428);
  EXPECT_EQ(ask("finish_step", at + "/steps", R"({"key":"list"})", version()).status, 400);
  EXPECT_EQ(ask("finish_step", at + "/steps", R"({"key":"song","done_on":"2025-07-10"})", version()).status, 404);
  EXPECT_EQ(
      json::parse(
          ask("finish_step", at + "/steps", R"({"key":"list","done_on":"2025-07-11","percent":50,"words":"Đã có"})", version()).content())
          .at("percent")
          .as_int64(),
      50);
  EXPECT_EQ(ask("reopen_step", at + "/steps/list?part=99", "", version()).status, 400);
  EXPECT_EQ(ask("reopen_step", at + "/steps/list", "", {{"If-Match", "\"1\""}}).status, 412);
  EXPECT_EQ(ask("reopen_step", at + "/steps/list").status, 428);
  EXPECT_EQ(json::parse(ask("reopen_step", at + "/steps/list", "", version()).content()).at("percent").as_int64(), 10);
  EXPECT_EQ(ask("reopen_step", at + "/steps/list", "", version()).status, 404);
  ask("move_work", at + "/work/moves", R"({"move":"stop","words":"Không còn phù hợp"})", version());
  EXPECT_EQ(ask("reopen_step", at + "/steps/call", "", version()).status, 409);
  EXPECT_EQ(ask("put_task_kind", at + "/kind", R"({"kind":"plan"})").status, 409);

  const auto series = json::parse(ask("step_series", "/step_series").content()).at("items").as_array();
  ASSERT_EQ(series.size(), 9u);
  const auto save = [&](const std::string& kind, const std::string& steps, const char* of) {
    return ask("save_step_series", "/step_series/" + kind, R"({"steps":)" + steps + "}", of ? Pairs{{"If-Match", of}} : Pairs{}).status;
  };
  const std::string two = R"([{"key":"draft","name":"Soạn","share":70,"is_each":false},{"key":"","name":"Ký","share":30,"is_each":false}])";
  EXPECT_EQ(save("song", two, "\"1\""), 400);
  EXPECT_EQ(save("report", "[]", "\"1\""), 400);
  EXPECT_EQ(save("report", two, nullptr), 428);
  EXPECT_EQ(save("report", two, "\"1\""), 200);
  EXPECT_EQ(save("report", two, "\"1\""), 412);
}

TEST_F(ContractTest, HoldsForThePartsOfATask) {
  const auto programme = confirmed();
  const auto at = "/tasks/" + some_task(programme) + "/sub_tasks";
  const std::string unit(json::parse(ask("units", "/units").content()).at("items").at(0).at("id").as_string());
  const auto version = [&] { return Pairs{{"If-Match", std::string(*ask("sub_tasks", at).find_header("ETag"))}}; };
  const auto split = [&](int share, const std::string& to) {
    return R"({"items":[{"words":"Dự thảo","unit":")" + to + R"(","share":)" + std::to_string(share) +
           R"(,"executor":null,"due_on":null}]})";
  };
  EXPECT_EQ(ask("split_task", at, split(90, unit), version()).status, 400);
  EXPECT_EQ(ask("split_task", at, "{}", version()).status, 400);
  EXPECT_EQ(ask("split_task", at, split(100, "0000000000001"), version()).status, 404);
  EXPECT_EQ(ask("split_task", at, split(100, unit)).status, 428);
  const auto before = version();
  const auto made = ask("split_task", at, split(100, unit), before);
  ASSERT_EQ(made.status, 200) << made.content();
  EXPECT_EQ(ask("split_task", at, split(100, unit), before).status, 412);
  const auto part = at + "/" + std::string(json::parse(made.content()).at("items").at(0).at("id").as_string()) + "/moves";
  EXPECT_EQ(ask("move_sub_task", part, R"({"move":"dance"})", version()).status, 400);
  EXPECT_EQ(ask("move_sub_task", part, R"({"move":"close"})", version()).status, 409);
  EXPECT_EQ(ask("move_sub_task", part, R"({"move":"report"})").status, 428);
  EXPECT_EQ(ask("move_sub_task", part, R"({"move":"report"})", before).status, 412);
  EXPECT_EQ(ask("move_sub_task", part, R"({"move":"report"})", version()).status, 200);
  EXPECT_EQ(ask("move_sub_task", part, R"({"move":"close"})", version()).status, 403) << "by whoever reported it";
  EXPECT_EQ(ask("split_task", at, R"({"items":[]})", version()).status, 409);
  EXPECT_EQ(ask("move_sub_task", at + "/0000000000001/moves", R"({"move":"report"})", version()).status, 404);
  EXPECT_EQ(ask("sub_tasks", "/tasks/none/sub_tasks").status, 400);
  EXPECT_EQ(ask("sub_tasks", "/tasks/0000000000001/sub_tasks").status, 404);
}

TEST_F(ContractTest, HoldsForLetters) {
  const auto programme = confirmed();
  const auto task = some_task(programme);
  const auto list = json::parse(ask("tasks_to_urge", "/tasks_to_urge?tasks=" + task).content()).at("items").as_array();
  ASSERT_EQ(list.size(), 1u);
  EXPECT_GT(list[0].at("tasks").at(0).at("days_overdue").as_int64(), 0) << "July 2025 has passed";
  EXPECT_EQ(ask("tasks_to_urge", "/tasks_to_urge?tasks=none").status, 400);
  EXPECT_EQ(ask("tasks_to_urge", "/tasks_to_urge?tasks=0000000000001").status, 404);
  const std::string unit(list[0].at("unit").as_string());

  const auto wish = [](const std::string& kind, const std::string& to, const std::string& about) {
    return R"({"kind":")" + kind + R"(","unit":")" + to + R"(","tasks":[")" + about + "\"]}";
  };
  EXPECT_EQ(ask("draft_letter", "/letters", wish("praise", unit, task)).status, 400);
  EXPECT_EQ(ask("draft_letter", "/letters", wish("urging", "0000000000001", task)).status, 404);
  const auto stopped =
      std::string(json::parse(ask("tasks", "/tasks?programme=" + programme).content()).at("items").at(1).at("id").as_string());
  ask("move_work", "/tasks/" + stopped + "/work/moves", R"({"move":"stop","words":"Không còn phù hợp"})", {{"If-Match", "\"1\""}});
  EXPECT_EQ(ask("draft_letter", "/letters", wish("urging", unit, stopped)).status, 409);
  const auto made = ask("draft_letter", "/letters", wish("explanation", unit, task));
  ASSERT_EQ(made.status, 201) << made.content();
  auto letter = json::parse(made.content()).as_object();
  const auto at = "/letters/" + std::string(letter.at("id").as_string());
  const auto version = [&] { return Pairs{{"If-Match", std::string(*ask("letter", at).find_header("ETag"))}}; };

  auto form = letter.at("form").as_object();
  form["words"] = "Đề nghị ưu tiên nhiệm vụ thứ nhất.";
  EXPECT_EQ(ask("save_letter", at, json::serialize(form), version()).status, 200);
  EXPECT_EQ(ask("save_letter", at, json::serialize(form), {{"If-Match", "\"1\""}}).status, 412);
  EXPECT_EQ(ask("save_letter", at, json::serialize(form)).status, 428);
  EXPECT_EQ(ask("save_letter", at, "{}", version()).status, 400);
  EXPECT_EQ(ask("save_letter", "/letters/0000000000001", json::serialize(form), version()).status, 404);
  EXPECT_EQ(ask("answer_letter", at + "/replies", R"({"words":"Sớm quá"})").status, 409) << "nothing was asked yet";

  const std::string today = iso(local_date(desk_->now));
  const auto issue = [&](const std::string& day) {
    return R"({"number":"5","symbol":"SKHCN-VP","issued_on":")" + day + R"(","capacity":"CHÁNH VĂN PHÒNG","signer":"Lê Văn Thư"})";
  };
  EXPECT_EQ(ask("issue_letter", at + "/issue", issue("2001-01-01"), version()).status, 400);
  EXPECT_EQ(ask("issue_letter", at + "/issue", issue(today), {{"If-Match", "\"1\""}}).status, 412);
  EXPECT_EQ(ask("issue_letter", at + "/issue", issue(today)).status, 428);
  EXPECT_EQ(ask("issue_letter", "/letters/0000000000001/issue", issue(today), version()).status, 404);
  const auto issued = ask("issue_letter", at + "/issue", issue(today), version());
  ASSERT_EQ(issued.status, 200) << issued.content();
  EXPECT_EQ(json::parse(issued.content()).at("number").as_string(), "05");
  EXPECT_EQ(ask("issue_letter", at + "/issue", issue(today), version()).status, 409);
  EXPECT_EQ(ask("save_letter", at, json::serialize(form), version()).status, 409);

  EXPECT_EQ(std::string(ask("letter_document", at + "/document").content().substr(0, 2)), "PK");
  EXPECT_EQ(ask("letter_document", at + "/document?format=pdf").content().substr(0, 5), "%PDF-");
  EXPECT_EQ(ask("letter_document", at + "/document?format=xlsx").status, 200);
  EXPECT_EQ(ask("letter_document", at + "/document?format=odt").status, 400);

  const auto replied =
      ask("answer_letter", at + "/replies", R"({"words":"Do chờ ý kiến","number":"35","symbol":"BC-CĐS","issued_on":null})");
  ASSERT_EQ(replied.status, 201) << replied.content();
  EXPECT_EQ(ask("answer_letter", at + "/replies", "{}").status, 400);
  EXPECT_EQ(ask("answer_letter", "/letters/0000000000001/replies", R"({"words":"a"})").status, 404);
  const auto file = at + "/replies/" + std::string(json::parse(replied.content()).at("id").as_string()) + "/file";
  EXPECT_EQ(ask("reply_file", file).status, 404) << "none was handed in";
  EXPECT_EQ(ask("put_reply_file", file, "%PDF-1.7").status, 422) << "a file has a name";
  EXPECT_EQ(ask("put_reply_file", file + "?name=a.exe", "MZ").status, 422);
  EXPECT_EQ(ask("put_reply_file", file + "?name=giai-trinh.pdf", "%PDF-1.7 ...").status, 200);
  EXPECT_EQ(ask("put_reply_file", file + "?name=giai-trinh.pdf", "%PDF-1.7 ...").status, 409);
  EXPECT_EQ(ask("put_reply_file", "/letters/0000000000001/replies/0000000000001/file?name=a.pdf", "%PDF-1.7").status, 404);
  EXPECT_EQ(ask("reply_file", file).content(), "%PDF-1.7 ...");
  EXPECT_EQ(ask("reply_file", at + "/replies/none/file").status, 400);
  const auto all = json::parse(ask("letters", "/letters").content()).at("items").as_array();
  EXPECT_EQ(all.at(0).at("state").as_string(), "answered");
  EXPECT_EQ(json::parse(ask("letters_about", "/tasks/" + task + "/letters").content()).at("items").as_array().size(), 1u);
  EXPECT_EQ(ask("letters_about", "/tasks/none/letters").status, 400);

  for (const auto& [id, end] : {std::pair{"ask_letter_again", "/asking_again"}, {"withdraw_letter", "/withdrawal"}}) {
    EXPECT_EQ(ask(id, at + end, R"({"reason":" "})", version()).status, 400) << id;
    EXPECT_EQ(ask(id, at + end, R"({"reason":"a"})").status, 428) << id;
    EXPECT_EQ(ask(id, at + end, R"({"reason":"a"})", {{"If-Match", "\"1\""}}).status, 412) << id;
    EXPECT_EQ(ask(id, std::string("/letters/0000000000001") + end, R"({"reason":"a"})", version()).status, 404) << id;
    EXPECT_EQ(ask(id, at + end, R"({"reason":"Chưa đạt yêu cầu"})", version()).status, 200) << id;
    EXPECT_EQ(ask(id, at + end, R"({"reason":"Chưa đạt yêu cầu"})", version()).status, 409) << id;
  }
  EXPECT_EQ(ask("letter", "/letters/none").status, 400);
  for (const auto* nobody : {"", "/document"})
    EXPECT_EQ(ask(*nobody ? "letter_document" : "letter", std::string("/letters/0000000000001") + nobody).status, 404);
  EXPECT_EQ(ask("letters_about", "/tasks/0000000000001/letters").status, 404);
}

TEST_F(ContractTest, HoldsForTheSettingsOfWork) {
  const auto version = [](const Response& response) { return Pairs{{"If-Match", std::string(*response.find_header("ETag"))}}; };
  const auto settings = ask("work_settings", "/work/settings");
  const auto earlier = ask("save_work_settings", "/work/settings", R"({"closing_minutes":990})", version(settings));
  EXPECT_EQ(earlier.status, 200) << earlier.content();
  EXPECT_EQ(ask("save_work_settings", "/work/settings", R"({"closing_minutes":990})", version(settings)).status, 412);
  EXPECT_EQ(ask("save_work_settings", "/work/settings", R"({"closing_minutes":990})").status, 428);
  EXPECT_EQ(ask("save_work_settings", "/work/settings", R"({"closing_minutes":1440})", version(earlier)).status, 400);
  EXPECT_EQ(ask("save_work_settings", "/work/settings", R"({"colour":1})", version(earlier)).status, 400);
}

TEST_F(ContractTest, HoldsForTheBriefing) {
  confirmed();
  for (const auto& [id, path] :
       {std::pair<std::string, std::string>{"briefing", "/reports/briefing"}, {"coming_tasks", "/reports/coming"}}) {
    EXPECT_EQ(std::string(ask(id, path + "?year=2024&number=2").content().substr(0, 2)), "PK") << id;
    EXPECT_EQ(ask(id, path + "?year=2024&number=2&format=pdf").content().substr(0, 5), "%PDF-") << id;
    EXPECT_EQ(ask(id, path + "?year=2024&number=2&format=docx").status, 200) << id;
    EXPECT_EQ(ask(id, path + "?number=2").status, 400) << id;
    EXPECT_EQ(ask(id, path + "?year=2024&unit=0000000000001").status, 404) << id;
    EXPECT_EQ(ask(id, path + "?kind=year&year=9000").status, 409) << id;
  }
}

TEST_F(ContractTest, HoldsForTheReportsThatAreKept) {
  confirmed();
  const auto list = ask("period_reports", "/period_reports?kind=month&year=2024&number=2");
  ASSERT_EQ(list.status, 200) << list.content();
  EXPECT_EQ(ask("period_reports", "/period_reports").status, 200);
  EXPECT_EQ(ask("period_reports", "/period_reports?kind=week&year=2024").status, 400);
  EXPECT_TRUE(json::parse(list.content()).at("items").as_array().empty()) << "the agency had no programme here in 2024";
  const std::string unit(json::parse(ask("units", "/units").content()).at("items").at(0).at("id").as_string());

  const auto wish = [](const char* kind, int number, const std::string& of) {
    return R"({"kind":")" + std::string(kind) + R"(","year":2024,"number":)" + std::to_string(number) + R"(,"unit":)" + of + "}";
  };
  const std::string quoted = '"' + unit + '"';
  EXPECT_EQ(ask("begin_period_report", "/period_reports", wish("week", 2, quoted)).status, 400);
  EXPECT_EQ(ask("begin_period_report", "/period_reports", wish("month", 2, R"("0000000000001")")).status, 404);
  const auto made = ask("begin_period_report", "/period_reports", wish("month", 2, quoted));
  ASSERT_EQ(made.status, 201) << made.content();
  EXPECT_EQ(ask("begin_period_report", "/period_reports", wish("month", 2, quoted)).status, 409);
  EXPECT_EQ(ask("begin_period_report", "/period_reports", wish("month", 2, "null")).status, 201);
  EXPECT_EQ(json::parse(ask("period_reports", "/period_reports?year=2024&number=2").content()).at("items").as_array().size(), 2u);

  const auto at = "/period_reports/" + std::string(json::parse(made.content()).at("id").as_string());
  const auto version = [&] { return Pairs{{"If-Match", std::string(*ask("kept_report", at).find_header("ETag"))}}; };
  const std::string text = R"({"words":{"assessment":"Tốt\nKịp thời","difficulties":"","requests":"","plans":""},"nothing_arose":true})";
  EXPECT_EQ(ask("save_kept_report", at, text, version()).status, 200);
  EXPECT_EQ(ask("save_kept_report", at, text, {{"If-Match", "\"1\""}}).status, 412);
  EXPECT_EQ(ask("save_kept_report", at, text).status, 428);
  EXPECT_EQ(ask("save_kept_report", at, "{}", version()).status, 400);
  EXPECT_EQ(ask("save_kept_report", "/period_reports/0000000000001", text, version()).status, 404);

  const auto move = [&](const std::string& name, const char* reason = "") {
    return ask("move_kept_report", at + "/moves", R"({"move":")" + name + R"(","reason":")" + reason + "\"}", version());
  };
  EXPECT_EQ(move("edit").status, 400);
  EXPECT_EQ(move("lock").status, 409);
  const auto submitted = move("submit");
  ASSERT_EQ(submitted.status, 200) << submitted.content();
  EXPECT_EQ(json::parse(submitted.content()).at("rounds").as_array().size(), 1u);
  EXPECT_EQ(move("approve").status, 403) << "by whoever submitted it";
  EXPECT_EQ(ask("save_kept_report", at, text, version()).status, 409);
  EXPECT_EQ(ask("move_kept_report", at + "/moves", R"({"move":"take_back"})").status, 428);
  EXPECT_EQ(ask("move_kept_report", at + "/moves", R"({"move":"take_back"})", {{"If-Match", "\"1\""}}).status, 412);
  EXPECT_EQ(ask("move_kept_report", "/period_reports/0000000000001/moves", R"({"move":"submit"})", version()).status, 404);
  EXPECT_EQ(move("take_back").status, 200);

  EXPECT_EQ(std::string(ask("kept_report_document", at + "/document").content().substr(0, 2)), "PK");
  EXPECT_EQ(ask("kept_report_document", at + "/document?format=pdf&round=1").content().substr(0, 5), "%PDF-");
  EXPECT_EQ(ask("kept_report_document", at + "/document?format=xlsx").status, 200);
  EXPECT_EQ(ask("kept_report_document", at + "/document?round=9").status, 404);
  EXPECT_EQ(ask("kept_report_document", at + "/document?format=odt").status, 400);
  EXPECT_EQ(ask("kept_report", "/period_reports/none").status, 400);
  EXPECT_EQ(ask("kept_report", "/period_reports/0000000000001").status, 404);
}

TEST_F(ContractTest, HoldsForTheSettingsOfReports) {
  const auto version = [](const Response& response) { return Pairs{{"If-Match", std::string(*response.find_header("ETag"))}}; };
  const auto settings = ask("report_settings", "/report_settings");
  const auto later = ask("save_report_settings", "/report_settings", R"({"month_cut_off_day":31})", version(settings));
  EXPECT_EQ(later.status, 200) << later.content();
  EXPECT_EQ(ask("save_report_settings", "/report_settings", R"({"month_cut_off_day":20})", version(settings)).status, 412);
  EXPECT_EQ(ask("save_report_settings", "/report_settings", R"({"month_cut_off_day":20})").status, 428);
  EXPECT_EQ(ask("save_report_settings", "/report_settings", R"({"month_cut_off_day":32})", version(later)).status, 400);
}

TEST_F(ContractTest, HoldsForThePeriodReport) {
  confirmed();
  const auto report = ask("period_report", "/reports/period?kind=quarter&year=2024&number=4");
  ASSERT_EQ(report.status, 200);
  EXPECT_EQ(std::string(report.content().substr(0, 2)), "PK");
  EXPECT_EQ(ask("period_report", "/reports/period?year=2024&number=2&format=pdf").content().substr(0, 5), "%PDF-");
  EXPECT_EQ(ask("period_report", "/reports/period?year=2024&number=2&format=xlsx").status, 200);
  EXPECT_EQ(ask("period_report", "/reports/period?number=2").status, 400);
  EXPECT_EQ(ask("period_report", "/reports/period?kind=quarter&year=2024&number=5").status, 400);
  EXPECT_EQ(ask("period_report", "/reports/period?year=2024&cut_off_day=40").status, 400);
  EXPECT_EQ(ask("period_report", "/reports/period?year=2024&unit=0000000000001").status, 404);
  EXPECT_EQ(ask("period_report", "/reports/period?kind=year&year=9000").status, 409) << "its figures are not there yet";
}

TEST_F(ContractTest, HoldsForTasksOutsideTheProgramme) {
  confirmed();
  const auto units = json::parse(ask("units", "/units").content()).at("items").as_array();
  const auto living = std::ranges::find_if(units, [](const json::value& one) { return one.at("successor").is_null(); });
  const std::string unit(living->at("id").as_string());
  const auto form = [&](std::string_view title, std::string_view lead) {
    return json::serialize(json::object{{"title", title}, {"lead", lead}, {"given_on", "2025-07-01"}, {"document", "Công văn số 112"}});
  };
  const auto none = json::parse(ask("unplanned_tasks", "/unplanned_tasks?year=2025").content());
  EXPECT_TRUE(none.at("programme").is_null());
  const auto added = ask("add_unplanned_task", "/unplanned_tasks", form("Báo cáo đột xuất", unit));
  ASSERT_EQ(added.status, 201) << added.content();
  EXPECT_EQ(ask("add_unplanned_task", "/unplanned_tasks", form("", unit)).status, 400);
  EXPECT_EQ(ask("add_unplanned_task", "/unplanned_tasks", form("Báo cáo", "0000000000001")).status, 400) << "no unit of the agency";
  const auto listed = json::parse(ask("unplanned_tasks", "/unplanned_tasks?year=2025").content()).at("items").as_array();
  ASSERT_EQ(listed.size(), 1);
  EXPECT_EQ(listed[0].at("task"), json::parse(added.content()).at("task"));
  EXPECT_EQ(listed[0].at("enter_by").as_string(), "2025-07-02");
  EXPECT_TRUE(listed[0].at("is_late").as_bool()) << "July 2025 has passed";
  EXPECT_EQ(ask("unplanned_tasks", "/unplanned_tasks?year=soon").status, 400);
}

TEST_F(ContractTest, HoldsForListsOfWorkAndFigures) {
  const auto programme = confirmed();
  const auto items = json::parse(ask("tasks_at_work", "/work?programme=" + programme).content()).at("items").as_array();
  ASSERT_EQ(items.size(), 2);
  EXPECT_EQ(ask("tasks_at_work", "/work?state=overdue").status, 400) << "overdue is no state";
  const auto rows = json::parse(ask("short_work", "/work/short?programme=" + programme).content());
  EXPECT_EQ(rows.at("total").as_int64(), 2);
  EXPECT_EQ(rows.at("items").at(0).at("start_on").as_string(), "2025-07-01") << "the first day of its month";
  EXPECT_EQ(rows.at("items").at(0).at("due_on").as_string(), "2025-07-31");
  EXPECT_EQ(json::parse(ask("short_work", "/work/short?mine=true").content()).at("total").as_int64(), 0)
      << "the office carries nothing out";
  EXPECT_EQ(ask("short_work", "/work/short?unit=nobody").status, 400);
  EXPECT_EQ(ask("workloads", "/work/loads").status, 200);
  const std::string id(items[0].at("task").at("id").as_string());
  EXPECT_EQ(json::parse(ask("say_no_news", "/work/no_news", R"({"tasks":[")" + id + "\"]}").content()).at("noted").as_int64(), 1);
  EXPECT_EQ(ask("say_no_news", "/work/no_news", R"({"tasks":[]})").status, 400);
  EXPECT_EQ(ask("say_no_news", "/work/no_news", R"({"tasks":["0000000000001"]})").status, 404);

  for (const auto* by : {"programme", "unit", "leader", "label", "month", "kind"}) {
    const auto tallies = json::parse(ask("tallies", std::string("/tallies?by=") + by + "&programme=" + programme).content());
    ASSERT_EQ(tallies.at("items").as_array().size(), 1) << by;
    EXPECT_EQ(tallies.at("items").at(0).at("assigned").as_int64(), 2) << by;
    EXPECT_EQ(tallies.at("items").at(0).at("under_way_overdue").as_int64(), 2) << "July 2025 has passed";
  }
  EXPECT_TRUE(json::parse(ask("tallies", "/tallies?as_of=2025-06-30&programme=" + programme).content()).at("items").as_array().empty());
  EXPECT_EQ(ask("tallies", "/tallies?by=colour").status, 400);
  EXPECT_EQ(ask("agency_tallies", "/tallies/agencies").status, 200);
  EXPECT_EQ(ask("agency_tallies", "/tallies/agencies?from=2025-08-01").status, 400);
  EXPECT_EQ(ask("agency_tallies", "/tallies/agencies?as_of=2025-06-30").status, 200);
  EXPECT_EQ(ask("tallies", "/tallies?from=2025-08-01&to=2025-07-01").status, 400);
  const auto trend = json::parse(ask("trend", "/tallies/trend?programme=" + programme).content());
  EXPECT_EQ(trend.at("months").at(0).at("key").as_string(), "2025-07");
  EXPECT_EQ(trend.at("ageing").as_array().back().at("tasks").as_int64(), 2) << "more than a quarter ago";
  EXPECT_EQ(ask("trend", "/tallies/trend?by=unit&member=nobody").status, 400);
  EXPECT_EQ(ask("targets", "/targets").status, 200);
  EXPECT_EQ(json::parse(ask("targets", "/targets?year=2024").content()).at("items").as_array().size(), 0);
  EXPECT_EQ(ask("targets", "/targets?series=all").status, 400);
  const auto behind = json::parse(ask("tasks_behind", "/tallies/tasks?part=under_way_overdue&limit=1&programme=" + programme).content());
  EXPECT_EQ(behind.at("total").as_int64(), 2);
  EXPECT_EQ(behind.at("items").as_array().size(), 1);
  EXPECT_EQ(ask("tasks_behind", "/tallies/tasks?part=late").status, 400);

  const auto document =
      json::parse(ask("citations", "/citations?text=" + percent_encoded("Văn bản số 472/SKHCN-BCVT&CĐS ngày 27/07/2025")).content());
  EXPECT_EQ(document.at("items").at(0).at("number").as_string(), "472");
  EXPECT_EQ(document.at("items").at(0).at("symbol").as_string(), "SKHCN-BCVT&CĐS");
  EXPECT_EQ(document.at("items").at(0).at("issued_on").as_string(), "2025-07-27");
  EXPECT_EQ(ask("citations", "/citations").status, 400);
}

TEST_F(ContractTest, HoldsForReadingADocument) {
  const auto create = [](std::string name, std::string bytes) {
    return ask("create_intake", "/intakes?name=" + percent_encoded(name), std::move(bytes), {{"Content-Type", "application/octet-stream"}});
  };
  const auto created = create("thư mục/chuong-trinh.txt", text_of_file("samples/chuong-trinh-6-thang-cuoi-nam.txt"));
  ASSERT_EQ(created.status, 201) << created.content();
  const auto intake = json::parse(created.content());
  EXPECT_EQ(intake.at("source_name").as_string(), "chuong-trinh.txt");
  EXPECT_FALSE(intake.at("intake").at("tasks").as_array().empty());
  EXPECT_EQ(created.find_header("Location"), "/api/v1/intakes/" + std::string(intake.at("id").as_string()));
  EXPECT_EQ(create("trống.txt", "không có bảng nào").status, 422);
  EXPECT_EQ(create("", "x").status, 400);
  auto huge = desk_->signed_request(post, "/api/v1/intakes?name=a.txt");
  hold("create_intake", desk_->app->refuse(413, &huge));
}

TEST_F(ContractTest, HoldsForReadingAScan) {
  Desk impatient({.patience_with_readings = std::chrono::milliseconds{0}});
  const auto page = text_of_file("tests/fixtures/scans/bang-nho.png");
  const auto create = [&] {
    auto response = impatient.ask(post, "/api/v1/intakes?name=scan.png", page, {{"Content-Type", "application/octet-stream"}});
    hold("create_intake", response);
    return response;
  };
  const auto started = create();
  ASSERT_EQ(started.status, 202) << started.content();
  const std::string at(started.find_header("Location").value());
  json::value reading;
  do {
    const auto response = impatient.ask(get, at);
    hold("reading", response);
    reading = json::parse(response.content());
  } while (reading.at("state").as_string() == "reading");
  ASSERT_EQ(reading.at("state").as_string(), "done") << json::serialize(reading);
  EXPECT_EQ(reading.at("pages_done").as_int64(), 1);
  const auto intake = impatient.ask(get, "/api/v1/intakes/" + std::string(reading.at("intake").as_string()));
  EXPECT_EQ(json::parse(intake.content()).at("intake").at("tasks").as_array().size(), 2u);

  const std::string other(create().find_header("Location").value());
  auto stopped = impatient.ask(remove, other);
  hold("give_up_reading", stopped);
  EXPECT_EQ(stopped.status, 204);
  EXPECT_EQ(impatient.ask(get, other).status, 404);
  ask("reading", "/readings/0000000000001");
  ask("reading", "/readings/none");
  ask("give_up_reading", "/readings/0000000000001");
  ask("give_up_reading", "/readings/none");
}

TEST_F(ContractTest, HoldsForImports) {
  const auto id = stored_intake().text();
  ask("intakes", "/intakes");
  ask("intake", "/intakes/none");
  ask("intake", "/intakes/0000000000001");
  const auto intake = ask("intake", "/intakes/" + id);
  EXPECT_EQ(intake.find_header("ETag"), "\"1\"");
  const auto english = ask("intake", desk_->signed_request(get, "/api/v1/intakes/" + id, "", {{"Accept-Language", "en"}}));
  EXPECT_NE(json::parse(english.content()).at("intake").at("problems").at(0).at("message"),
            json::parse(intake.content()).at("intake").at("problems").at(0).at("message"));

  const auto source = ask("intake_source", "/intakes/" + id + "/source");
  EXPECT_EQ(source.content(), "STT Nhiệm vụ");
  EXPECT_EQ(source.find_header("Content-Type"), "text/plain; charset=utf-8");
  ask("intake_source", "/intakes/none/source");
  ask("intake_source", "/intakes/0000000000001/source");
}

TEST_F(ContractTest, HoldsForCorrections) {
  const auto id = stored_intake().text();
  int version = 1;
  const auto correct = [&](const std::string& operation) {
    const auto response = ask("correct_intake", "/intakes/" + id, R"({"operations":[)" + operation + "]}",
                              {{"If-Match", '"' + std::to_string(version) + '"'}});
    EXPECT_EQ(response.status, 200) << operation << response.content();
    ++version;
    return json::parse(response.content()).at("intake");
  };
  const auto set = correct(R"({"op":"set","kind":"task","row":0,"field":"lead","text":"Phòng A"})");
  EXPECT_EQ(set.at("tasks").at(0).at("lead").as_string(), "Phòng A");
  EXPECT_EQ(set.at("tasks").at(0).at("confidence").at("lead").to_number<double>(), 1);
  EXPECT_EQ(correct(R"({"op":"accept","kind":"task","row":1,"field":"extra.Kinh phí"})")
                .at("tasks")
                .at(1)
                .at("confidence")
                .at("extra.Kinh phí")
                .to_number<double>(),
            1);
  EXPECT_EQ(correct(R"({"op":"insert","kind":"task","row":2,"cells":{"title":"Nhiệm vụ mới"}})").at("tasks").as_array().size(), 3);
  EXPECT_EQ(correct(R"({"op":"split","kind":"task","row":2,"cells":{"title":["Nhiệm vụ","mới"]}})").at("tasks").as_array().size(), 4);
  EXPECT_EQ(correct(R"({"op":"merge","kind":"task","row":3})").at("tasks").at(2).at("title").as_string(), "Nhiệm vụ mới");
  EXPECT_EQ(correct(R"({"op":"remove","kind":"task","row":2})").at("tasks").as_array().size(), 2);
  EXPECT_TRUE(correct(R"({"op":"column","column":2,"field":"deliverable"})").at("columns").at(2).at("field").is_string());
  EXPECT_TRUE(correct(R"({"op":"column","column":2,"field":null})").at("columns").at(2).at("field").is_null());
  EXPECT_EQ(correct(R"({"op":"remove","kind":"proposal","row":0})").at("proposals").as_array().size(), 0);
}

TEST_F(ContractTest, RefusesCorrectionsThatMakeNoSense) {
  const auto id = stored_intake().text();
  const auto status = [&](const std::string& operation, Pairs headers) {
    return ask("correct_intake", "/intakes/" + id, R"({"operations":[)" + operation + "]}", std::move(headers)).status;
  };
  const Pairs version = {{"If-Match", "\"1\""}};
  for (const auto* operation :
       {"", "7", "{}", R"({"op":"paint"})", R"({"op":"remove","kind":"task"})", R"({"op":"remove","kind":"task","row":-1})",
        R"({"op":"remove","kind":"task","row":99})", R"({"op":"remove","kind":"unit","row":0})", R"({"op":"merge","kind":"task","row":0})",
        R"({"op":"split","kind":"task","row":0,"cells":{"title":["a"]}})", R"({"op":"column","column":0,"field":"colour"})",
        R"({"op":"set","kind":"task","row":0,"field":"colour","text":"a"})",
        R"({"op":"set","kind":"task","row":0,"field":"lead","text":7})"})
    EXPECT_EQ(status(operation, version), 400) << operation;
  const auto* good = R"({"op":"remove","kind":"task","row":0})";
  EXPECT_EQ(status(good, {}), 428);
  EXPECT_EQ(status(good, {{"If-Match", "\"7\""}}), 412);
  EXPECT_EQ(ask("correct_intake", "/intakes/0000000000001", R"({"operations":[{"op":"remove","kind":"task","row":0}]})", version).status,
            404);
  EXPECT_EQ(ask("withdraw_intake", "/intakes/" + id + "/withdrawal").status, 204);
  EXPECT_EQ(status(good, {{"If-Match", "\"2\""}}), 409);
}

TEST_F(ContractTest, HoldsForConfirmingAndWithdrawing) {
  const auto confirm = [](const std::string& id, Pairs headers) {
    return ask("confirm_intake", "/intakes/" + id + "/confirmation", "{}", std::move(headers)).status;
  };
  const auto id = stored_intake().text();
  EXPECT_EQ(confirm("none", {{"If-Match", "\"1\""}}), 400);
  EXPECT_EQ(confirm("0000000000001", {{"If-Match", "\"1\""}}), 404);
  EXPECT_EQ(confirm(id, {}), 428);
  EXPECT_EQ(confirm(id, {{"If-Match", "\"9\""}}), 412);
  EXPECT_EQ(confirm(id, {{"If-Match", "\"1\""}}), 201);
  EXPECT_EQ(confirm(id, {{"If-Match", "\"2\""}}), 409);

  const auto withdraw = [](const std::string& withdrawn) { return ask("withdraw_intake", "/intakes/" + withdrawn + "/withdrawal").status; };
  EXPECT_EQ(withdraw("none"), 400);
  EXPECT_EQ(withdraw("0000000000001"), 404);
  EXPECT_EQ(withdraw(id), 204);
  EXPECT_EQ(withdraw(id), 409);
}

TEST_F(ContractTest, HoldsForMergingANewerFile) {
  const auto programme = confirmed();
  const auto id = stored_intake().text();
  EXPECT_EQ(ask("comparison", "/intakes/none/comparison").status, 400);
  EXPECT_EQ(ask("comparison", "/intakes/0000000000001/comparison").status, 404);
  EXPECT_TRUE(json::parse(ask("comparison", "/intakes/" + id + "/comparison").content()).at("merge").is_null());

  const auto correct = [&](const std::string& operations, int version) {
    return ask("correct_intake", "/intakes/" + id, R"({"operations":[)" + operations + "]}",
               {{"If-Match", '"' + std::to_string(version) + '"'}});
  };
  const auto choose = [](const std::string& wanted) {
    return R"({"op":"programme","takes_numbers":true,"programme":")" + wanted + R"("})";
  };
  EXPECT_EQ(correct(choose("0000000000001"), 1).status, 404);
  EXPECT_EQ(correct(R"({"op":"drop","task":"0000000000001","dropped":true})", 1).status, 400) << "no programme is chosen";
  EXPECT_EQ(correct(choose(programme) + R"(,{"op":"set","kind":"task","row":0,"field":"lead","text":"Phòng Mới"})", 1).status, 200);
  EXPECT_EQ(correct(R"({"op":"take","row":0,"field":"lead","taken":false},{"op":"take","row":0,"field":"lead","taken":true})", 2).status,
            200);
  const auto comparison = json::parse(ask("comparison", "/intakes/" + id + "/comparison").content()).at("merge");
  EXPECT_EQ(comparison.at("counts").at("rewritten"), 1);
  EXPECT_EQ(comparison.at("rows").at(0).at("cells").at(0).at("after"), "Phòng Mới");

  const auto merge = [&](const std::string& seen, int version) {
    return ask("confirm_intake", "/intakes/" + id + "/confirmation", R"({"seen":")" + seen + R"("})",
               {{"If-Match", '"' + std::to_string(version) + '"'}});
  };
  EXPECT_EQ(merge("something else", 3).status, 409);
  const auto merged = merge(std::string(comparison.at("seen").as_string()), 3);
  EXPECT_EQ(merged.status, 201);
  EXPECT_EQ(json::parse(merged.content()).at("changed"), 1);
  EXPECT_EQ(ask("withdraw_intake", "/intakes/" + id + "/withdrawal").status, 204);
}

TEST_F(ContractTest, HoldsForTheLog) {
  EXPECT_EQ(ask("accesses", "/access_log").status, 403);
  EXPECT_EQ(ask("access_file", "/access_log/file").status, 403);
  const auto office = desk_->who;
  desk_->who = desk_->sign_in_as(domain::Role::auditor);
  ask("tasks", "/tasks");
  const auto page = json::parse(ask("accesses", "/access_log?limit=1").content());
  EXPECT_EQ(page.at("items").as_array().size(), 1u);
  const std::string cursor(page.at("next").as_string());
  EXPECT_EQ(ask("accesses", "/access_log?cursor=" + cursor).status, 200);
  EXPECT_EQ(ask("accesses", "/access_log?kind=session&result=done&from=2025-01-01&to=2099-12-31&account=vanthu").status, 200);
  for (const auto* query : {"kind=x", "result=x", "from=x", "cursor=x", "limit=0"}) {
    EXPECT_EQ(ask("accesses", std::string("/access_log?") + query).status, 400) << query;
  }
  EXPECT_EQ(ask("access_file", "/access_log/file?kind=session").status, 200);
  EXPECT_EQ(ask("access_file", "/access_log/file?kind=x").status, 400);
  desk_->who = office;
}

// Stands last: it looks at what the tests above have sent.
TEST_F(ContractTest, HoldsForReminders) {
  const auto asked = [&](const std::string& id, const std::string& target, const std::string& body = {}, Pairs headers = {}) {
    return ask(id, desk_->signed_request(operation(id).method, "/api/v1" + target, body, std::move(headers)));
  };
  const auto version = [](const Response& response) { return Pairs{{"If-Match", std::string(*response.find_header("ETag"))}}; };
  EXPECT_EQ(asked("notices", "/notices").status, 200);
  EXPECT_EQ(asked("read_notices", "/notices/readings", R"({"notice":null})").status, 204);
  EXPECT_EQ(asked("read_notices", "/notices/readings", "{}").status, 400);

  const auto own = asked("own_reminders", "/own_reminders");
  const std::string mine = R"({"email":"hanh@example.vn","by_email":true})";
  EXPECT_EQ(asked("save_own_reminders", "/own_reminders", mine, version(own)).status, 200);
  EXPECT_EQ(asked("save_own_reminders", "/own_reminders", mine, version(own)).status, 412);
  EXPECT_EQ(asked("save_own_reminders", "/own_reminders", mine).status, 428);
  const auto now = asked("own_reminders", "/own_reminders");
  for (const char* bad :
       {R"({"email":"","by_email":true})", R"({"email":"a@b\r\nBcc: c@d","by_email":true})", R"({"email":"a b@c","by_email":true})"})
    EXPECT_EQ(asked("save_own_reminders", "/own_reminders", bad, version(now)).status, 400) << bad;

  const auto feed_path = [&] {
    return std::string(json::parse(asked("renew_feed", "/own_reminders/feed").content()).at("path").as_string());
  };
  const auto read_feed = [&](const std::string& path) { return ask("calendar_feed", desk_->request(get, path)); };
  const auto first = feed_path(), second = feed_path();
  EXPECT_EQ(read_feed(first).status, 404) << "the one before is void";
  EXPECT_EQ(read_feed(second).status, 200) << "without signing in";
  EXPECT_THAT(std::string(read_feed(second).content()), testing::StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  EXPECT_EQ(asked("remove_feed", "/own_reminders/feed").status, 204);
  EXPECT_EQ(read_feed(second).status, 404);

  const auto settings = asked("reminder_settings", "/reminder_settings");
  ASSERT_EQ(settings.status, 200) << settings.content();
  auto wanted = json::parse(settings.content()).at("settings").as_object();
  wanted["mail"].as_object()["host"] = "mail.example.vn";
  wanted["mail"].as_object()["from"] = "nhac@example.vn";
  const auto form = [&] { return json::serialize(json::object{{"settings", wanted}, {"mail_password", "rất kín"}}); };
  const auto saved = asked("save_reminder_settings", "/reminder_settings", form(), version(settings));
  EXPECT_EQ(saved.status, 200) << saved.content();
  EXPECT_TRUE(json::parse(saved.content()).at("has_password").as_bool());
  EXPECT_THAT(std::string(saved.content()), testing::Not(testing::HasSubstr("rất kín"))) << "never said again";
  EXPECT_EQ(asked("save_reminder_settings", "/reminder_settings", form(), version(settings)).status, 412);
  EXPECT_EQ(asked("save_reminder_settings", "/reminder_settings", form()).status, 428);
  EXPECT_EQ(asked("save_reminder_settings", "/reminder_settings", "{}", version(saved)).status, 400);
  wanted["sends_at"] = "06:00";
  EXPECT_EQ(asked("save_reminder_settings", "/reminder_settings", form(), version(saved)).status, 400) << "within the quiet hours";
  wanted["sends_at"] = "07:30";
  wanted["mail"].as_object()["host"] = "another.example.vn";
  const auto elsewhere =
      asked("save_reminder_settings", "/reminder_settings", json::serialize(json::object{{"settings", wanted}}), version(saved));
  EXPECT_FALSE(json::parse(elsewhere.content()).at("has_password").as_bool()) << "a password does not follow to another host";
}

TEST_F(ContractTest, HasSentEveryRouteAndSeenEveryAnswerThatIsPromised) {
  for (const auto& operation : operations()) {
    const auto path = operation.address();
    if (!operation.is_open()) ask(operation.id, desk_->request(operation.method, path));
    if (!operation.is_open() && !is_safe(operation.method))
      ask(operation.id, desk_->request(operation.method, path, "{}", {{"Cookie", "tiendo_session=" + desk_->who.token}}));
  }
  // What the administrator may not do, and what nobody else may.
  const auto administrator = desk_->sign_in_as(domain::Role::administrator);
  for (const auto& operation : operations()) {
    if (operation.is_open()) continue;
    const auto path = operation.address();
    const auto access = *match(routes(), operation.method, path).route->access;
    if (access == domain::Right::own_session || access == domain::Right::read_log) continue;
    const auto& stranger = access == domain::Right::manage_accounts ? desk_->who : administrator;
    const Pairs headers = {{"Cookie", "tiendo_session=" + stranger.token}, {"X-CSRF-Token", stranger.csrf}};
    EXPECT_EQ(ask(operation.id, desk_->request(operation.method, path, "{}", headers)).status, 403) << operation.id;
  }
  for (const auto& operation : operations()) EXPECT_EQ(seen_[operation.id], operation.statuses()) << operation.id;
}

TEST(Yaml, SaysWhereItDoesNotUnderstand) {
  EXPECT_EQ(read_yaml("a:\n  - {b: \"c: d\", e: [1, true]}\n  - f\ng: h i\n"),
            json::parse(R"({"a":[{"b":"c: d","e":[1,true]},"f"],"g":"h i"})"));
  for (const auto* bad : {"a:\n", "a: {b\n", "a: \"b\n", "a: b\n   c: d\n", "a: b\na: c\n", "\ta: b\n"})
    EXPECT_THROW(read_yaml(bad), std::runtime_error) << bad;
}

TEST(Schemas, FindWhatDoesNotFit) {
  const Schemas schemas(json::parse(
      R"({"s":{"type":"object","required":["a"],"properties":{"a":{"type":"integer","maximum":3},"b":{"oneOf":[{"type":"null"},{"type":"string","format":"date"}]}}}})"));
  const auto misfits = [&](const char* value) { return schemas.misfits(json::parse(value), schemas.document().at("s")).size(); };
  EXPECT_EQ(misfits(R"({"a":3,"b":"2025-07-31"})"), 0);
  for (const auto* bad : {"{}", "[]", R"({"a":4})", R"({"a":"3"})", R"({"a":1,"b":"2025-02-30"})", R"({"a":1,"c":1})"})
    EXPECT_EQ(misfits(bad), 1) << bad;
}

}  // namespace
}  // namespace tiendo::http

// What belongs to others: another agency finds and changes nothing, another unit changes nothing, and no answer says a word of it.
#include <iostream>
#include <map>

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actions/add_progress.h"
#include "actions/consultation.h"
#include "actions/drafts.h"
#include "actions/evidence.h"
#include "actions/letters.h"
#include "actions/oversee.h"
#include "actions/propose.h"
#include "http/desk.h"
#include "store/accounts.h"
#include "store/database.h"

namespace tiendo::http {
namespace {

using domain::Role;
using testing::HasSubstr;
using testing::Not;
using enum Method;

// Words that stand in every kind of kept thing: in the business of the agency, and in its register.
constexpr const char* business = "kimcuong7491";
constexpr const char* registered = "thachanh5512";

class World {
 public:
  Desk desk;
  domain::Unit unit{.id = domain::UnitId::make(desk.now), .name = std::string("Phòng ") + registered};
  domain::Unit other{.id = domain::UnitId::make(desk.now), .name = "Phòng Khác"};
  domain::Person person{.id = domain::PersonId::make(desk.now), .full_name = std::string("Trần ") + registered};
  domain::Programme programme;
  domain::Task task;
  domain::Consultation consultation;
  domain::Proposal proposal;
  domain::Evidence evidence;
  domain::Letter letter;
  domain::LetterReply reply;
  domain::IntakeId intake = domain::IntakeId::make(desk.now);

  World() {
    enter_register();
    enter_programme();
    const auto office = desk.who.actor();
    const std::string words = std::string("Lời ") + business;
    actions::add_progress(desk.store(), office, task.id, 1, {.words = words, .difficulties = words}, desk.now);
    evidence = actions::add_evidence(desk.store(), office, task.id, {.words = words}, desk.now);
    consultation = actions::send_consultation(desk.store(), office, programme.id, 1, {{unit.id, other.id}, 3, words}, desk.now);
    proposal = actions::propose(desk.store(), office, consultation.id, unit.id, {domain::ProposalKind::drop, task.id, {}, words}, desk.now);
    enter_intake();
    enter_letter();
  }

  // With the ids of what this agency keeps; what it has none of gets an id that nothing has.
  std::string filled(std::string_view pattern) const {
    const std::map<std::string, std::string, std::less<>> ids{{"programme", programme.id.text()},
                                                              {"task", task.id.text()},
                                                              {"unit", unit.id.text()},
                                                              {"person", person.id.text()},
                                                              {"consultation", consultation.id.text()},
                                                              {"version", consultation.sent.text()},
                                                              {"proposal", proposal.id.text()},
                                                              {"evidence", id_text(evidence.id)},
                                                              {"letter", letter.id.text()},
                                                              {"reply", id_text(reply.id)},
                                                              {"intake", intake.text()},
                                                              {"account", desk.who.user.id.text()},
                                                              {"year", "2025"}};
    std::string path(api_root);
    while (!pattern.empty()) {
      const auto from = pattern.find('{'), to = pattern.find('}');
      path += pattern.substr(0, from);
      if (from == std::string_view::npos) break;
      const auto id = ids.find(pattern.substr(from + 1, to - from - 1));
      path += id == ids.end() ? "0000000000001" : id->second;
      pattern.remove_prefix(to + 1);
    }
    return path;
  }

  Response ask_as(const actions::SignedIn& who, Method method, const std::string& path, std::string body = "{}", Pairs headers = {}) {
    headers.insert(headers.end(),
                   {{"Cookie", "tiendo_session=" + who.token}, {"X-CSRF-Token", who.csrf}, {"Content-Type", "application/json"}});
    return desk.ask(desk.request(method, path, is_safe(method) ? std::string() : std::move(body), std::move(headers)));
  }

  std::int64_t changes() {
    auto rows =
        desk.store().read().database().query("select count(*) from events where agency_id = $1 and entity <> 'session'", desk.agency.id);
    return rows.next() ? rows.number(0) : -1;
  }

 private:
  void enter_register() {
    auto writer = desk.store().begin();
    for (const auto& each : {unit, other}) writer.add(desk.agency.id, each);
    writer.add(desk.agency.id, person);
    writer.commit();
  }
  void enter_programme() {
    programme.id = domain::ProgrammeId::make(desk.now);
    programme.agency = desk.agency.id;
    programme.title = std::string("Chương trình ") + business;
    programme.year = 2025;
    task.id = domain::TaskId::make(desk.now);
    task.agency = desk.agency.id;
    task.programme = programme.id;
    task.number = "1";
    task.title = std::string("Nhiệm vụ ") + business;
    task.lead = unit.name;
    task.lead_units = {unit.id};
    task.labels = {std::string("Nhãn ") + business};
    auto writer = desk.store().begin();
    writer.add(programme);
    writer.add(task, std::nullopt, "{}");
    writer.commit();
  }
  // Issued and answered, with words of business wherever somebody writes.
  void enter_letter() {
    const auto office = desk.who.actor();
    const std::string words = std::string("Công văn ") + business;
    letter = actions::draft_letter(desk.store(), office, {domain::LetterKind::explanation, unit.id, {task.id}}, desk.now);
    letter.form.words = letter.form.subject = words;
    letter = actions::edit_letter(desk.store(), office, letter.id, letter.version, letter.form, desk.now);
    const actions::LetterIssue issue{"5", "SKHCN-VP", local_date(desk.now), "", "Lê Văn Thư"};
    letter = actions::issue_letter(desk.store(), office, letter.id, letter.version, issue, desk.now);
    reply = actions::answer_letter(desk.store(), office, letter.id, {.words = words}, desk.now);
  }
  void enter_intake() {
    store::IntakeRecord record;
    record.id = intake;
    record.created_at = desk.now;
    record.created_by = desk.who.user.id;
    record.source_name = std::string(business) + ".txt";
    actions::write_draft(record, {});
    auto writer = desk.store().begin();
    writer.add(record, desk.agency.id, std::string("STT Nhiệm vụ ") + business);
    writer.commit();
  }
};

bool names_something_kept(std::string_view pattern) {
  for (const auto* name : {"{programme}", "{task}", "{unit}", "{person}", "{consultation}", "{version}", "{proposal}", "{evidence}",
                           "{letter}", "{reply}", "{intake}", "{account}"})
    if (pattern.find(name) != std::string_view::npos) return true;
  return false;
}

// One account of each role in another agency, signed in anew where a request ended the session.
class Strangers {
 public:
  explicit Strangers(World& world)
      : world_(world), agency_(actions::add_agency(world.desk.store(), "Sở Tài chính tỉnh Bình Minh", world.desk.now)) {
    auto writer = world.desk.store().begin();
    store::save(writer, agency_.id, domain::AccountRules{.administrator_second_factor = 0});
    writer.commit();
  }
  const actions::SignedIn& of(Role role) {
    if (const auto found = signed_in_.find(role); found != signed_in_.end()) return found->second;
    const std::string name = std::string("khach-") + name_of(role) + id_text(next_id(world_.desk.now));
    actions::add_user(world_.desk.store(), agency_.id, {name, "", password, role}, world_.desk.now);
    return signed_in_[role] = actions::sign_in(world_.desk.store(), name, password, world_.desk.now);
  }
  domain::AgencyId agency() const { return agency_.id; }
  void forget(Role role) { signed_in_.erase(role); }

 private:
  World& world_;
  domain::Agency agency_;
  std::map<Role, actions::SignedIn> signed_in_;
};

TEST(AnotherAgency, FindsNothingChangesNothingAndIsToldNothing) {
  World world;
  Strangers strangers(world);
  const auto before = world.changes();
  int cells = 0;
  for (const auto& route : routes()) {
    if (route.access == open) continue;
    for (const auto role : domain::all_roles) {
      const auto response = world.ask_as(strangers.of(role), route.method, world.filled(route.pattern));
      const std::string what = std::string(name_of(route.method)) + ' ' + std::string(route.pattern) + " as " + name_of(role) + ": " +
                               std::to_string(response.status);
      EXPECT_NE(response.status, 401) << what;
      EXPECT_LT(response.status, 500) << what;
      EXPECT_THAT(std::string(response.content()), Not(HasSubstr(business))) << what;
      EXPECT_THAT(std::string(response.content()), Not(HasSubstr(registered))) << what;
      if (names_something_kept(route.pattern)) {
        EXPECT_GE(response.status, 400) << what;
        const bool is_looked_for = is_safe(route.method) && domain::may(role, *route.access);
        EXPECT_TRUE(!is_looked_for || response.status == 404) << what;
      }
      if (route.method == remove && route.pattern == "/session") strangers.forget(role);
      ++cells;
    }
  }
  EXPECT_EQ(world.changes(), before) << "something of the agency was changed";
  EXPECT_EQ(world.desk.store().read().task(world.desk.agency.id, world.task.id).title, world.task.title);
  std::cout << "[  matrix  ] " << cells << " cells: route x role of another agency\n";
}

TEST(AnotherAgency, FindsNothingBySearchingCountingOrExporting) {
  World world;
  Strangers strangers(world);
  const std::string word = business;
  for (const auto role : domain::all_roles)
    for (const std::string& path : std::vector<std::string>{
             "/tasks?q=" + word, "/tasks?label=" + percent_encoded("Nhãn " + word), std::string("/counts?by=label"),
             std::string("/tallies?by=label"), "/tallies/tasks?by=label&member=" + percent_encoded("Nhãn " + word),
             "/work?unit=" + world.unit.id.text(), "/tasks?programme=" + world.programme.id.text(),
             "/tallies?programme=" + world.programme.id.text(), std::string("/programmes"), std::string("/consultations"),
             std::string("/intakes"), std::string("/access_log/file"), "/programmes/" + world.programme.id.text() + "/annex?format=json",
             "/programmes/" + world.programme.id.text() + "/annex?format=csv",
             "/programmes/" + world.programme.id.text() + "/annex?format=docx",
             "/versions/" + world.consultation.sent.text() + "/annex?format=json"}) {
      const auto response = world.ask_as(strangers.of(role), get, std::string(api_root) + path);
      EXPECT_THAT(std::string(response.content()), Not(HasSubstr("Nhiệm vụ " + word))) << path << " as " << name_of(role);
      EXPECT_TRUE(path.find("/annex") == std::string::npos || response.status >= 400) << path;
    }
}

TEST(AProvince, SeesTheSumsOfTheAgenciesNamedForItAndNothingBehindThem) {
  World world;
  Strangers province(world);
  const auto sums_as = [&](const actions::SignedIn& who) { return world.ask_as(who, get, std::string(api_root) + "/tallies/agencies"); };
  const auto items_as = [&](const actions::SignedIn& who) { return boost::json::parse(sums_as(who).content()).at("items").as_array(); };
  EXPECT_TRUE(items_as(province.of(Role::leader)).empty()) << "by default nothing";
  actions::oversee(world.desk.store(), province.agency(), world.desk.agency.id, world.desk.now);

  const auto items = items_as(province.of(Role::leader));
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0].at("name").as_string(), std::string_view(world.desk.agency.name));
  EXPECT_EQ(items[0].at("assigned").as_int64(), 1);
  const auto whole = boost::json::parse(sums_as(province.of(Role::auditor)).content()).at("whole");
  EXPECT_EQ(whole.at("assigned").as_int64(), 1);
  const auto as_of = [&](Date day) {
    const auto path = std::string(api_root) + "/tallies/agencies?as_of=" + iso(day);
    return boost::json::parse(world.ask_as(province.of(Role::leader), get, path).content()).at("whole").at("assigned").as_int64();
  };
  const Date today = local_date(world.desk.now);
  EXPECT_EQ(as_of(today), 1) << "a day that is not over yet is now";
  EXPECT_EQ(as_of(Date(std::chrono::sys_days(today) - std::chrono::days(400))), 0) << "before there was any work";
  EXPECT_EQ(sums_as(province.of(Role::administrator)).status, 403);
  EXPECT_TRUE(items_as(world.desk.who).empty()) << "who is overseen sees nothing of the province";
  for (const auto role : domain::all_roles) {
    EXPECT_THAT(std::string(sums_as(province.of(role)).content()), Not(HasSubstr(business)));
    EXPECT_GE(world.ask_as(province.of(role), get, std::string(api_root) + "/tasks/" + world.task.id.text()).status, 403);
  }
  for (const auto agency : {province.agency(), world.desk.agency.id}) {
    const auto events = world.desk.store().read().events_of(agency, "agency", agency.value());
    EXPECT_EQ(events.back().kind, "oversight_added") << "both know of it";
  }

  actions::end_oversight(world.desk.store(), province.agency(), world.desk.agency.id, world.desk.now);
  EXPECT_TRUE(items_as(province.of(Role::leader)).empty());
}

TEST(TheAdministrator, ReadsNothingOfTheBusiness) {
  World world;
  const auto administrator = world.desk.sign_in_as(Role::administrator);
  int read = 0;
  for (const auto& route : routes()) {
    if (!is_safe(route.method) || route.access == open) continue;
    const auto response = world.ask_as(administrator, route.method, world.filled(route.pattern));
    EXPECT_THAT(std::string(response.content()), Not(HasSubstr(business))) << route.pattern;
    read += response.status == 200;
  }
  EXPECT_GT(read, 3) << "the own account, the accounts and their rules";
}

// What is asked of a task, and may be done by those of the unit that leads it alone.
struct Deed {
  const char* name;
  Method method;
  std::string path, body;
};

std::vector<Deed> deeds(const World& world) {
  const std::string task = "/tasks/" + world.task.id.text(),
                    said = "/consultations/" + world.consultation.id.text() + "/units/" + world.unit.id.text();
  return {{"says how it stands", post, task + "/work/entries", R"({"words":"Đã dự thảo"})"},
          {"moves it on", post, task + "/work/moves", R"({"move":"send_for_signature"})"},
          {"gives it to the unit", put, task + "/work/executor", R"({"executor":null})"},
          {"proves it", post, task + "/evidence", R"({"words":"Văn bản 12"})"},
          {"says that there is nothing new", post, "/work/no_news", R"({"tasks":[")" + world.task.id.text() + "\"]}"},
          {"proposes", post, said + "/proposals", R"({"kind":"keep","task":")" + world.task.id.text() + R"(","words":""})"},
          {"finishes the answer", post, said + "/answer", "{}"},
          {"says of which kind it is", put, task + "/kind", R"({"kind":"plan"})"},
          {"marks a step as done", post, task + "/steps", R"({"key":"draft","done_on":"2025-07-01"})"},
          {"replies to a letter", post, "/letters/" + world.letter.id.text() + "/replies", R"({"words":"Do chờ ý kiến"})"}};
}

TEST(AnotherUnit, ChangesNothingOfWhatItDoesNotLead) {
  World world;
  const auto own = world.desk.sign_in_as(Role::unit_head, world.unit.id);
  const actions::SignedIn others[] = {world.desk.sign_in_as(Role::unit_head, world.other.id),
                                      world.desk.sign_in_as(Role::officer, world.other.id),
                                      world.desk.sign_in_as(Role::auditor, world.unit.id)};
  const auto now = [&] { return world.desk.store().read().work(world.desk.agency.id, world.task.id); };
  for (const auto& deed : deeds(world)) {
    const std::string path = std::string(api_root) + deed.path;
    for (const auto& stranger : others) {
      const auto response =
          world.ask_as(stranger, deed.method, path, deed.body, {{"If-Match", "\"" + std::to_string(now().version) + "\""}});
      EXPECT_EQ(response.status, 403) << deed.name << " as " << name_of(stranger.user.role) << ": " << response.content();
      EXPECT_THAT(std::string(response.content()), Not(HasSubstr(business))) << deed.name;
    }
    const auto response = world.ask_as(own, deed.method, path, deed.body, {{"If-Match", "\"" + std::to_string(now().version) + "\""}});
    EXPECT_LT(response.status, 300) << deed.name << ": " << response.content();
  }
}

TEST(AnotherUnit, DoesNotReadTheLettersOfAUnit) {
  World world;
  const std::string letter = "/letters/" + world.letter.id.text();
  const std::vector<std::string> paths{"/letters", "/tasks/" + world.task.id.text() + "/letters", letter, letter + "/document?format=pdf",
                                       letter + "/replies/" + id_text(world.reply.id) + "/file"};
  for (const auto role : {Role::unit_head, Role::officer}) {
    const auto stranger = world.desk.sign_in_as(role, world.other.id);
    for (const auto& path : paths) {
      const auto response = world.ask_as(stranger, get, std::string(api_root) + path);
      EXPECT_THAT(std::string(response.content()), Not(HasSubstr(business))) << path << " as " << name_of(role);
      EXPECT_EQ(response.status, path.starts_with(letter) ? 404 : 200) << path;
    }
    const auto own = world.desk.sign_in_as(role, world.unit.id);
    EXPECT_THAT(std::string(world.ask_as(own, get, std::string(api_root) + letter).content()), HasSubstr(business)) << name_of(role);
  }
}

TEST(AnotherUnit, DoesNotReadWhatAUnitHasPutDownInAConsultation) {
  World world;
  const std::string path = std::string(api_root) + "/consultations/" + world.consultation.id.text();
  const auto answer = [&](const actions::SignedIn& who) { return std::string(world.ask_as(who, get, path).content()); };
  const std::string proposal = world.proposal.id.text();
  EXPECT_THAT(answer(world.desk.sign_in_as(Role::unit_head, world.unit.id)), HasSubstr(proposal));
  EXPECT_THAT(answer(world.desk.sign_in_as(Role::unit_head, world.other.id)), Not(HasSubstr(proposal)));
  EXPECT_THAT(answer(world.desk.sign_in_as(Role::officer, world.other.id)), Not(HasSubstr(proposal)));
}

}  // namespace
}  // namespace tiendo::http

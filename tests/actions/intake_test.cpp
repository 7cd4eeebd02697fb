#include <fstream>

#include <gmock/gmock.h>

#include "actions/confirm_intake.h"
#include "actions/correct_intake.h"
#include "actions/create_intake.h"
#include "actions/edit_task.h"
#include "actions/import_desk.h"
#include "actions/withdraw_intake.h"
#include "store/key_of_error.h"

namespace tiendo::actions {
namespace {

using store::IntakeState;
using store::noon;
using store::Office;

class Importing : public testing::Test {
 protected:
  Office office;
  domain::Actor clerk = office.clerk;
  store::IntakeRecord desk = lay_on_desk(office.store, clerk, drafts(6));

  Confirmed confirm() { return confirm_intake(office.store, clerk, desk.id, 1, noon()); }
  store::TaskPage tasks(const Confirmed& confirmed) {
    store::TaskFilter filter;
    filter.programme = confirmed.programme;
    return office.store.read().tasks(clerk.agency, filter);
  }
  std::vector<std::string> kinds_of_events() {
    std::vector<std::string> kinds;
    for (const auto& event : office.store.read().events(clerk.agency, 0, 1000)) kinds.push_back(event.kind);
    return kinds;
  }
};

TEST_F(Importing, MakesAProgrammeOfTheDrafts) {
  const auto confirmed = confirm();
  EXPECT_EQ(confirmed.tasks, 6);
  const auto programme = office.store.read().programme(clerk.agency, confirmed.programme);
  EXPECT_EQ(programme.title, "Nhiệm vụ 6 tháng cuối năm 2025");
  EXPECT_EQ(programme.year, 2025);
  EXPECT_EQ(programme.tasks, 6);
  EXPECT_EQ(programme.tasks_by_section.at("I"), 6);
  EXPECT_EQ(programme.column_headers.back(), "Căn cứ");

  const auto page = tasks(confirmed);
  ASSERT_EQ(page.total, 6);
  const auto& first = page.tasks[0];
  EXPECT_EQ(first.title, "Nhiệm vụ số 1");
  EXPECT_EQ(first.extra.at("Căn cứ"), "Nghị quyết 1");
  EXPECT_EQ(first.due_period, domain::Period::month(2025, 8));
  EXPECT_EQ(page.tasks[2].labels, (std::vector<std::string>{"Chương trình công tác Quý III của UBND tỉnh"}));
}

TEST_F(Importing, EntersUnitsAndLeadersOnceAndLeavesOpenGroupsOut) {
  confirm();
  const auto names = office.store.read().names(clerk.agency);
  std::vector<std::string> units, leaders;
  for (const auto& unit : names->units) units.push_back(unit.name);
  for (const auto& leader : names->leaders) leaders.push_back(leader.full_name);
  EXPECT_THAT(units, testing::UnorderedElementsAre("Phòng Chuyển đổi số", "Văn phòng Sở", "Phòng Kế hoạch"));
  EXPECT_THAT(leaders, testing::ElementsAre("Trần Thị Thu Hà"));
}

TEST_F(Importing, KnowsAnotherSpellingOfAUnitTheNextTime) {
  confirm();
  intake::Intake next = drafts(1);
  next.tasks[0][domain::Field::lead].text = "PHÒNG CHUYỂN ĐỔI SỐ";
  const auto record = lay_on_desk(office.store, clerk, next);
  confirm_intake(office.store, clerk, record.id, 1, noon());
  const auto names = office.store.read().names(clerk.agency);
  EXPECT_EQ(names->units.size(), 3u);
  const auto unit = std::ranges::find(names->units, "Phòng Chuyển đổi số", &domain::Unit::name);
  EXPECT_THAT(unit->aliases, testing::ElementsAre("PHÒNG CHUYỂN ĐỔI SỐ"));
}

TEST_F(Importing, KeepsThePlaceOfEachCell) {
  const auto task = tasks(confirm()).tasks[3];
  const auto source = office.store.read().source_of(clerk.agency, task.id);
  EXPECT_EQ(source.intake, desk.id);
  EXPECT_EQ(boost::json::parse(source.places).at("title").at(0).at("line"), 4);
}

TEST_F(Importing, WritesDownEveryTask) {
  confirm();
  const auto kinds = kinds_of_events();
  EXPECT_EQ(std::ranges::count(kinds, "task_created"), 6);
  EXPECT_EQ(std::ranges::count(kinds, "unit_added"), 3);
  EXPECT_EQ(kinds.back(), "intake_confirmed");
  EXPECT_FALSE(office.store.read().find_broken_event(clerk.agency));
}

TEST_F(Importing, IsConfirmedOnce) {
  confirm();
  EXPECT_EQ(key_of_error([&] { confirm(); }), "stale_version");
  EXPECT_EQ(key_of_error([&] { confirm_intake(office.store, clerk, desk.id, 2, noon()); }), "intake_not_open");
  EXPECT_EQ(key_of_error([&] { correct_intake(office.store, clerk, desk.id, 2, {}, noon()); }), "intake_not_open");
}

TEST_F(Importing, NeedsATask) {
  const auto record = lay_on_desk(office.store, clerk, drafts(0));
  EXPECT_EQ(key_of_error([&] { confirm_intake(office.store, clerk, record.id, 1, noon()); }), "intake_without_tasks");
}

TEST_F(Importing, TakesCorrectionsAllOrNone) {
  const auto record = correct_intake(office.store, clerk, desk.id, 1,
                                     {SetCell{RowKind::task, 0, "title", "Nhiệm vụ đã sửa"}, RemoveRow{RowKind::task, 5}}, noon());
  EXPECT_EQ(record.version, 2);
  EXPECT_EQ(record.tasks, 5);
  EXPECT_EQ(key_of_error([&] {
              correct_intake(office.store, clerk, desk.id, 2, {SetCell{RowKind::task, 0, "title", "Bỏ dở"}, RemoveRow{RowKind::task, 50}},
                             noon());
            }),
            "bad_correction");
  const auto page = tasks(confirm_intake(office.store, clerk, desk.id, 2, noon()));
  ASSERT_EQ(page.total, 5);
  EXPECT_EQ(page.tasks[0].title, "Nhiệm vụ đã sửa");
}

TEST_F(Importing, FindsItsProblemsAnewAfterACorrection) {
  const auto keys = [&](const store::IntakeRecord& record) {
    std::vector<std::string> found;
    for (const auto& problem : draft_of(record).problems) found.push_back(problem.key);
    return found;
  };
  auto record = correct_intake(office.store, clerk, desk.id, 1, {SetCell{RowKind::task, 0, "lead", ""}}, noon());
  const auto without_lead = keys(record);
  record = correct_intake(office.store, clerk, desk.id, 2, {SetCell{RowKind::task, 0, "lead", "Văn phòng Sở"}}, noon());
  const auto with_lead = keys(record);
  EXPECT_EQ(without_lead.size(), with_lead.size() + 1);
  record = correct_intake(office.store, clerk, desk.id, 3, {SetCell{RowKind::task, 0, "lead", ""}}, noon());
  EXPECT_EQ(keys(record), without_lead);
}

TEST_F(Importing, RefusesAStaleCorrection) {
  correct_intake(office.store, clerk, desk.id, 1, {AcceptCell{RowKind::task, 0, "lead"}}, noon());
  EXPECT_EQ(key_of_error([&] { correct_intake(office.store, clerk, desk.id, 1, {}, noon()); }), "stale_version");
}

TEST_F(Importing, IsTakenBackWhileNoTaskWasChanged) {
  const auto confirmed = confirm();
  withdraw_intake(office.store, clerk, desk.id, noon());
  EXPECT_EQ(office.store.read().intake(clerk.agency, desk.id).state, IntakeState::withdrawn);
  EXPECT_EQ(office.store.read().tasks(clerk.agency, {}).total, 0);
  EXPECT_TRUE(office.found("nhiem vu").empty());
  EXPECT_EQ(key_of_error([&] { office.store.read().programme(clerk.agency, confirmed.programme); }), "programme_not_found");
  EXPECT_EQ(key_of_error([&] { withdraw_intake(office.store, clerk, desk.id, noon()); }), "intake_withdrawn");
  EXPECT_FALSE(office.store.read().find_broken_event(clerk.agency));
}

TEST_F(Importing, IsNotTakenBackAfterAnEdit) {
  const auto confirmed = confirm();
  TaskEdit edit;
  edit.texts = {{"title", "Đã sửa"}};
  edit_task(office.store, clerk, tasks(confirmed).tasks[2].id, 1, edit, noon());
  EXPECT_EQ(key_of_error([&] { withdraw_intake(office.store, clerk, desk.id, noon()); }), "tasks_changed");
  EXPECT_EQ(tasks(confirmed).total, 6);
}

TEST_F(Importing, IsThrownAwayWhileOpen) {
  withdraw_intake(office.store, clerk, desk.id, noon());
  EXPECT_EQ(office.store.read().intake(clerk.agency, desk.id).state, IntakeState::withdrawn);
}

TEST_F(Importing, StoresNothingOfASecretDocument) {
  const std::string secret = "MẬT\n\nCHƯƠNG TRÌNH CÔNG TÁC\nSTT Nhiệm vụ Đơn vị chủ trì\n1 Việc kín Văn phòng\n";
  EXPECT_EQ(key_of_error([&] { create_intake(office.store, clerk, secret, "mat.txt", noon()); }), "secret_document");
  EXPECT_EQ(office.store.read().intakes(clerk.agency).size(), 1u);  // the one on the desk
}

// The sample annex of the project, from its bytes to the programme.
TEST_F(Importing, ReadsKeepsAndConfirmsTheSample) {
  const std::string name = "chuong-trinh-6-thang-cuoi-nam.txt";
  std::ifstream file(TIENDO_SOURCE_DIR "/samples/" + name, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  ASSERT_FALSE(bytes.empty());
  const auto record = create_intake(office.store, clerk, bytes, name, noon());
  EXPECT_EQ(record.state, IntakeState::open);
  EXPECT_GT(record.tasks, 50);
  EXPECT_EQ(office.store.read().intake_source(clerk.agency, record.id), bytes);
  EXPECT_EQ(office.store.read().tasks(clerk.agency, {}).total, 0);
  const auto confirmed = confirm_intake(office.store, clerk, record.id, record.version, noon());
  EXPECT_EQ(confirmed.tasks, record.tasks);
  EXPECT_EQ(tasks(confirmed).total, record.tasks);
  EXPECT_GT((*office.store.read().names(clerk.agency)).units.size(), 3u);
}

TEST_F(Importing, HidesTheImportsOfAnotherAgency) {
  domain::Actor stranger = clerk;
  stranger.agency = domain::AgencyId(clerk.agency.value() + 1);
  EXPECT_EQ(key_of_error([&] { confirm_intake(office.store, stranger, desk.id, 1, noon()); }), "intake_not_found");
  EXPECT_EQ(key_of_error([&] { withdraw_intake(office.store, stranger, desk.id, noon()); }), "intake_not_found");
}

}  // namespace
}  // namespace tiendo::actions

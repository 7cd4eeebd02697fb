#include "actions/merge_intake.h"

#include <gmock/gmock.h>

#include "actions/compare_intake.h"
#include "actions/confirm_intake.h"
#include "actions/correct_intake.h"
#include "actions/edit_task.h"
#include "actions/facts.h"
#include "actions/import_desk.h"
#include "actions/withdraw_intake.h"
#include "base/text.h"
#include "store/key_of_error.h"

namespace tiendo::actions {
namespace {

using domain::Field;
using store::noon;
using testing::ElementsAre;

// A programme of six tasks is kept; a newer file of it lies on the desk.
class Merging : public testing::Test {
 protected:
  store::Office office;
  domain::Actor clerk = office.clerk;
  domain::IntakeId first = lay_on_desk(office.store, clerk, titled(6)).id;
  domain::ProgrammeId programme = confirm_intake(office.store, clerk, first, 1, noon()).programme;

  // Titles of words of their own: "Nhiệm vụ số 1" and "Nhiệm vụ số 2" would be two of a series.
  static intake::Intake titled(int tasks) {
    static const char* const titles[] = {"Xây dựng quy chế an toàn thông tin", "Tổ chức hội thảo sở hữu trí tuệ",
                                         "Rà soát mạng truyền số liệu",        "Đo lường hàng đóng gói sẵn",
                                         "Khai trương phòng thí nghiệm",       "Kiểm tra an toàn bức xạ"};
    auto intake = drafts(tasks);
    for (std::size_t at = 0; at < intake.tasks.size(); ++at) intake.tasks[at][Field::title].text = titles[at];
    return intake;
  }

  store::IntakeRecord lay(intake::Intake newer, std::vector<Correction> choices = {}) {
    auto record = lay_on_desk(office.store, clerk, newer);
    choices.insert(choices.begin(), ChooseProgramme{programme, true});
    return correct_intake(office.store, clerk, record.id, 1, choices, noon());
  }
  std::string seen(const store::IntakeRecord& record) {
    return compare_intake(office.store.read(), clerk.agency, draft_of(record), programme).seen;
  }
  Merged merge(const store::IntakeRecord& record) {
    return merge_intake(office.store, clerk, record.id, record.version, seen(record), noon());
  }
  std::vector<domain::Task> tasks() {
    store::TaskFilter filter;
    filter.programme = programme;
    filter.limit = 100;
    return office.store.read().tasks(clerk.agency, filter).tasks;
  }
  std::vector<std::string> titles() {
    std::vector<std::string> out;
    for (const auto& task : tasks()) out.push_back(task.title);
    return out;
  }
  domain::Task named(const std::string& title) {
    for (auto& task : tasks()) {
      if (task.title == title) return task;
    }
    ADD_FAILURE() << "no task is called " << title;
    return {};
  }
  // Everything of the programme that people see, without versions.
  std::string all() {
    std::string out;
    const auto kept = office.store.read().programme(clerk.agency, programme);
    for (const auto& section : kept.sections) out += section.id + section.heading;
    for (const auto& header : kept.column_headers) out += header;
    for (const auto& task : tasks()) {
      out += task.id.text() + boost::json::serialize(facts_of(task)) + std::to_string(task.lead_units.size());
      out += office.store.read().source_of(clerk.agency, task.id).places + '\n';
    }
    return out;
  }
  std::size_t events() { return office.store.read().events(clerk.agency, 0, 10'000).size(); }
};

TEST_F(Merging, SaysThatTheSameFileTwiceChangesNothing) {
  const auto before = all();
  const auto record = lay(titled(6));
  const auto events_before = events();
  EXPECT_TRUE(merge(record).is_same());
  EXPECT_EQ(all(), before);
  EXPECT_EQ(events(), events_before + 1) << "only that the import was accepted";
}

TEST_F(Merging, TakesWhatIsNewAndChangedAndKeepsEveryTasksId) {
  const auto kept = tasks();
  auto newer = titled(6);
  newer.tasks[1][Field::lead].text = "Phòng Tiêu chuẩn";
  newer.tasks.push_back(draft(7, "Xét duyệt đề tài cấp tỉnh"));
  const auto merged = merge(lay(newer));
  EXPECT_EQ(merged.added, 1);
  EXPECT_EQ(merged.changed, 1);
  const auto now = tasks();
  ASSERT_EQ(now.size(), 7u);
  for (std::size_t at = 0; at < kept.size(); ++at) EXPECT_EQ(now[at].id, kept[at].id);
  EXPECT_EQ(now[1].lead, "Phòng Tiêu chuẩn");
  EXPECT_NE(now[1].lead_units, kept[1].lead_units);
  EXPECT_EQ(now[6].title, "Xét duyệt đề tài cấp tỉnh");
  EXPECT_EQ(now[6].due_period, domain::Period::month(2025, 8));
  EXPECT_EQ(now[0].version, 1) << "an untouched task is not written";
}

TEST_F(Merging, KeepsAMissingTaskUnlessItIsDropped) {
  auto newer = titled(6);
  newer.tasks.erase(newer.tasks.begin() + 2);
  merge(lay(newer));
  EXPECT_EQ(tasks().size(), 6u);

  const auto dropped = named("Rà soát mạng truyền số liệu").id;
  const auto merged = merge(lay(newer, {DropTask{dropped, true}}));
  EXPECT_EQ(merged.dropped, 1);
  EXPECT_EQ(tasks().size(), 5u);
  EXPECT_EQ(office.store.read().programme(clerk.agency, programme).tasks, 5);
}

TEST_F(Merging, LeavesWhatTheClerkLeaves) {
  auto newer = titled(6);
  newer.tasks[0][Field::lead].text = "Phòng Tiêu chuẩn";
  newer.tasks[0][Field::note].text = "Theo Nghị quyết của HĐND tỉnh";
  newer.tasks[3][Field::title].text = "Đo lường hàng đóng gói sẵn tại chợ";
  newer.tasks[4].month = 9;
  newer.tasks.push_back(draft(7, "Xét duyệt đề tài cấp tỉnh"));
  const auto kept = tasks();
  const auto merged = merge(lay(newer, {TakeCell{0, "lead", false}, TakeCell{3, std::string(intake::whole_row), false},
                                        TakeCell{4, "place", false}, TakeCell{6, std::string(intake::whole_row), false}}));
  EXPECT_EQ(merged.added, 0);
  EXPECT_EQ(merged.changed, 1);
  EXPECT_EQ(named(kept[0].title).lead, kept[0].lead);
  EXPECT_EQ(named(kept[0].title).note, "Theo Nghị quyết của HĐND tỉnh");
  EXPECT_EQ(named(kept[3].title).id, kept[3].id);
  EXPECT_EQ(named(kept[4].title).month, kept[4].month);
}

TEST_F(Merging, FollowsTheNewerFilesOrderAndSeatsTheMissingAfterTheirNeighbour) {
  auto newer = titled(6);
  for (auto& task : newer.tasks) task.month = 7;
  merge(lay(newer));
  newer.tasks.erase(newer.tasks.begin() + 4);                                  // "Khai trương" is missing
  std::rotate(newer.tasks.begin(), newer.tasks.end() - 1, newer.tasks.end());  // "Kiểm tra" goes to the top
  merge(lay(newer));
  EXPECT_THAT(titles(), ElementsAre("Kiểm tra an toàn bức xạ", "Xây dựng quy chế an toàn thông tin", "Tổ chức hội thảo sở hữu trí tuệ",
                                    "Rà soát mạng truyền số liệu", "Đo lường hàng đóng gói sẵn", "Khai trương phòng thí nghiệm"));
}

TEST_F(Merging, OfOneQuartersFileLeavesTheOtherQuarterInPlace) {
  auto newer = titled(1);
  newer.sections = {{"I", "Quý IV", 4, 1}};
  newer.tasks = {draft(7, "Xét duyệt đề tài cấp tỉnh")};
  newer.tasks[0].quarter = 4;
  newer.tasks[0].month = 10;
  const auto before = titles();
  merge(lay(newer));
  auto now = titles();
  EXPECT_TRUE(std::ranges::is_permutation(now, [&] {
    auto all = before;
    all.push_back("Xét duyệt đề tài cấp tỉnh");
    return all;
  }()));
  const auto kept = office.store.read().programme(clerk.agency, programme);
  ASSERT_EQ(kept.sections.size(), 2u);
  EXPECT_EQ(kept.sections[0].heading, "Quý III");
  EXPECT_EQ(kept.sections[1].heading, "Quý IV");
  EXPECT_NE(kept.sections[1].id, "I") << "another section than the one of that number";
}

TEST_F(Merging, IsTakenBackWhole) {
  const auto before = all();
  const auto dropped = tasks()[2].id;
  auto newer = titled(6);
  newer.tasks.erase(newer.tasks.begin() + 2);
  newer.tasks[0][Field::lead].text = "Phòng Tiêu chuẩn";
  newer.tasks[0][Field::number].text = "12";
  newer.tasks[1].month = 9;
  newer.sections[0].heading = "Quý III (đã điều chỉnh)";
  newer.columns.push_back({"Kinh phí", std::nullopt});
  newer.tasks.insert(newer.tasks.begin(), draft(7, "Xét duyệt đề tài cấp tỉnh"));
  const auto record = lay(newer, {DropTask{dropped, true}});
  merge(record);
  EXPECT_NE(all(), before);
  withdraw_intake(office.store, clerk, record.id, noon());
  EXPECT_EQ(all(), before);
  EXPECT_EQ(office.found("xét duyệt đề tài"), std::vector<std::string>{});
  EXPECT_EQ(office.found("truyền số liệu"), std::vector<std::string>{"Rà soát mạng truyền số liệu"});
  EXPECT_EQ(office.store.read().find_broken_event(clerk.agency), std::nullopt);
}

TEST_F(Merging, IsNotTakenBackOnceATaskOfItWasChanged) {
  auto newer = titled(6);
  newer.tasks[0][Field::lead].text = "Phòng Tiêu chuẩn";
  const auto record = lay(newer);
  merge(record);
  const auto task = tasks()[0];
  edit_task(office.store, clerk, task.id, task.version,
            TaskEdit{.texts = {{"note", "Gấp"}}, .extra = {}, .quarter = {}, .month = {}, .due_period = {}}, noon());
  EXPECT_EQ(key_of_error([&] { withdraw_intake(office.store, clerk, record.id, noon()); }), "tasks_changed");
  EXPECT_EQ(tasks()[0].lead, "Phòng Tiêu chuẩn");
}

TEST_F(Merging, MustBeTakenBackBeforeWhatItStandsOn) {
  auto newer = titled(6);
  newer.tasks.push_back(draft(7, "Xét duyệt đề tài cấp tỉnh"));
  const auto record = lay(newer);
  merge(record);
  EXPECT_EQ(key_of_error([&] { withdraw_intake(office.store, clerk, first, noon()); }), "merged_since");
  withdraw_intake(office.store, clerk, record.id, noon());
  withdraw_intake(office.store, clerk, first, noon());
  EXPECT_EQ(tasks().size(), 0u);
}

TEST_F(Merging, RefusesWhatWasNotLookedAt) {
  auto newer = titled(6);
  newer.tasks[0][Field::lead].text = "Phòng Tiêu chuẩn";
  const auto record = lay(newer);
  const auto looked_at = seen(record);
  const auto task = tasks()[3];
  edit_task(office.store, clerk, task.id, task.version,
            TaskEdit{.texts = {{"note", "Gấp"}}, .extra = {}, .quarter = {}, .month = {}, .due_period = {}}, noon());
  EXPECT_EQ(key_of_error([&] { merge_intake(office.store, clerk, record.id, record.version, looked_at, noon()); }), "programme_changed");
  EXPECT_EQ(key_of_error([&] { merge_intake(office.store, clerk, record.id, record.version - 1, looked_at, noon()); }), "stale_version");
  EXPECT_EQ(key_of_error([&] { confirm_intake(office.store, clerk, record.id, record.version, noon()); }), "intake_is_merge");
}

TEST_F(Merging, ForgetsWhatWasLeftWhenAnotherProgrammeIsChosen) {
  auto record = lay(titled(6), {TakeCell{0, "lead", false}});
  EXPECT_EQ(draft_of(record).tasks[0].left.size(), 1u);
  record = correct_intake(office.store, clerk, record.id, record.version, {ChooseProgramme{office.programme.id, false}}, noon());
  const auto draft = draft_of(record);
  EXPECT_TRUE(draft.tasks[0].left.empty());
  EXPECT_EQ(draft.merge->programme, office.programme.id);
  EXPECT_FALSE(draft.merge->takes_numbers);
  EXPECT_EQ(key_of_error([&] {
              correct_intake(office.store, clerk, record.id, record.version, {ChooseProgramme{domain::ProgrammeId(5), true}}, noon());
            }),
            "programme_not_found");
}

TEST_F(Merging, NamesTheProgrammeThatTheFileSeemsToBe) {
  const auto likely = likely_programmes(office.store.read(), clerk.agency, titled(5));
  ASSERT_EQ(likely.size(), 1u) << "a programme without a title in common is not named";
  EXPECT_EQ(likely[0].programme.id, programme);
  EXPECT_EQ(likely[0].same_titles, 5);
}

}  // namespace
}  // namespace tiendo::actions

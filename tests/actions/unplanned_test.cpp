#include "store/unplanned.h"

#include <gmock/gmock.h>

#include "actions/add_unplanned.h"
#include "actions/life.h"
#include "actions/period_report.h"
#include "actions/workload.h"
#include "store/figures.h"
#include "store/key_of_error.h"

namespace tiendo::actions {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

struct Between : Life {
  domain::Unit other{domain::UnitId::make(noon()), "Văn phòng Sở", "VP", {}, 1};

  Between() {
    auto writer = store.begin();
    writer.add(agency.id, other);
    writer.commit();
  }

  UnplannedForm form(std::string title = "Báo cáo đột xuất về 5G") const {
    return {.title = std::move(title), .lead = unit.id, .leader = director.id, .due_on = 2025y / 7 / 10, .given_on = 2025y / 7 / 1};
  }
  domain::Task enter(const domain::Actor& who, const UnplannedForm& form, Instant at = noon()) {
    return add_unplanned(store, who, form, at);
  }
  std::string refusal(const domain::Actor& who, const UnplannedForm& form) {
    return key_of_error([&] { enter(who, form); });
  }
};

TEST(AnUnplannedTask, IsWorkedAndCountedLikeTheOthersInARegisterOfItsYear) {
  Between desk;
  const auto first = desk.enter(desk.office, desk.form()), second = desk.enter(desk.leader, desk.form("Đón đoàn kiểm tra"));
  EXPECT_EQ(first.programme, second.programme);
  EXPECT_EQ(second.number, "2");
  EXPECT_THAT(first.lead_units, ElementsAre(desk.unit.id));
  EXPECT_THAT(first.directing_leaders, ElementsAre(desk.director.id));
  const auto reader = desk.store.read();
  EXPECT_EQ(reader.work(desk.agency.id, first.id).first_due_on, 2025y / 7 / 10);
  const auto whole = store::tallies_by_member(reader, desk.agency.id, {}, 2025y / 7 / 1);
  EXPECT_EQ(whole.at("").assigned(), 5) << "three of the programme and these two";
  EXPECT_THAT(store::unplanned(reader, desk.agency.id, 2025), SizeIs(2));
  EXPECT_THAT(store::unplanned(reader, desk.agency.id, 2026), IsEmpty());
}

TEST(AnUnplannedTask, IsGivenToTheOwnUnitByAHeadAndByNoOfficer) {
  Between desk;
  auto to_other = desk.form();
  to_other.lead = desk.other.id;
  EXPECT_EQ(desk.refusal(desk.head, to_other), "not_yours_to_do");
  EXPECT_EQ(desk.refusal(desk.account(domain::Role::officer, "Võ An", false), desk.form()), "not_yours_to_do");
  desk.enter(desk.head, desk.form());
  EXPECT_EQ(store::unplanned(desk.store.read(), desk.agency.id, 2025).at(0).unit, desk.unit.id) << "late entries are told by unit";
}

TEST(AnUnplannedTask, SaysWhatAndWhen) {
  Between desk;
  EXPECT_EQ(desk.refusal(desk.office, desk.form("  ")), "title_missing");
  auto tomorrow = desk.form();
  tomorrow.given_on = 2025y / 7 / 2;
  EXPECT_EQ(desk.refusal(desk.office, tomorrow), "bad_field");
  auto over = desk.form();
  over.due_on = 2025y / 6 / 30;
  EXPECT_EQ(desk.refusal(desk.office, over), "bad_field");
  auto nowhere = desk.form();
  nowhere.lead = domain::UnitId(4711);
  EXPECT_EQ(desk.refusal(desk.office, nowhere), "unit_unknown");
  EXPECT_THAT(store::unplanned_years(desk.store.read(), desk.agency.id), IsEmpty()) << "nothing of what is refused is kept";
}

TEST(AnUnplannedTask, KeepsItsFirstDeadlineWhenItsWordsChange) {
  Between desk;
  const auto task = desk.enter(desk.office, desk.form());
  TaskEdit edit;
  edit.due_period = Period::day(2025y / 7 / 20);
  edit_task(desk.store, desk.office, task.id, task.version, edit, noon());
  const auto work = desk.store.read().work(desk.agency.id, task.id);
  EXPECT_EQ(work.due_on, 2025y / 7 / 20);
  EXPECT_EQ(work.first_due_on, 2025y / 7 / 10);
}

TEST(TheRegisterOfUnplannedTasks, HasNoStages) {
  Between desk;
  const auto task = desk.enter(desk.office, desk.form());
  const auto record = desk.store.read().programme(desk.agency.id, task.programme);
  EXPECT_THAT(stage_moves_for(desk.store.read(), desk.office, record), IsEmpty());
  EXPECT_EQ(key_of_error([&] { move_programme(desk.store, desk.office, record.id, record.version, {StageMove::submit}, noon()); }),
            "unplanned_has_no_stages");
}

TEST(TheReportOfAPeriod, SaysHowManyWereGivenOutsideTheProgramme) {
  Between desk;
  const Instant entered = made_at(desk.enter(desk.office, desk.form()).id.value());  // later than said where other tests ran before
  const std::chrono::year_month_day after = local_date(entered + 24h * 31);
  const domain::ReportPeriod month{domain::ReportKind::month, static_cast<int>(after.year()),
                                   static_cast<int>(static_cast<unsigned>(after.month()))};
  const auto report = period_report(desk.store.read(), desk.agency.id, {}, month, {}, entered + 24h * 90);
  EXPECT_EQ(report.tally.assigned(), 4);
  EXPECT_EQ(report.unplanned.assigned(), 1);
}

TEST(APersonsTotal, HoldsWhatWasGivenOutsideTheProgrammeApart) {
  Between desk;
  const auto task = desk.enter(desk.office, desk.form());
  auto writer = desk.store.begin();
  auto work = writer.work(desk.agency.id, task.id);
  work.executor = desk.head.user;
  writer.save(work, noon());
  writer.commit();
  const auto loads = workloads(desk.store.read(), desk.office, 2025y / 7 / 1);
  ASSERT_THAT(loads, SizeIs(1));
  EXPECT_EQ(loads[0].counted, (domain::PersonCount{.unplanned = 1}));
}

}  // namespace
}  // namespace tiendo::actions

#include "domain/reminder.h"

#include <gmock/gmock.h>

#include "base/error.h"

namespace tiendo::domain {
namespace {

using namespace std::chrono_literals;
using enum NoticeKind;
using enum NoticeStep;

// Thursday 31 July 2025 is the deadline of most; Tuesday 2 September is a holiday.
constexpr Date due = 2025y / 7 / 31;

WorkingDays working_days() {
  static const std::vector<CalendarDay> holidays{{2025y / 9 / 2, DayKind::holiday, "Quốc khánh", "", true}};
  return WorkingDays(WeeklyRest(), holidays);
}

Work work_due(std::optional<Date> day, WorkState state = WorkState::in_progress) {
  Work work;
  work.state = state;
  work.due_on = day;
  return work;
}

Date before(Date day) {
  return Date(std::chrono::sys_days(day) - std::chrono::days(1));
}

// Made every day: what became due since the day before the last working day.
Date made_before(Date day) {
  const auto days = working_days();
  return days.is_working_day(before(day)) ? before(day) : days.working_day_until(before(day));
}

std::optional<Notice> on(Date day, const Work& work, const ReminderRules& rules = {}, Date heard_on = 2025y / 7 / 1) {
  return find_notice(work, heard_on, rules, working_days(), made_before(day), day);
}

struct Example {
  const char* what;
  Date due, day;
  std::optional<Notice> said;
};

TEST(Reminder, SaysEachThingOnItsDay) {
  const Example examples[] = {
      {"eight days before", due, 2025y / 7 / 23, {}},
      {"seven days before", due, 2025y / 7 / 24, Notice{due_soon, unit, 7}},
      {"six days before", due, 2025y / 7 / 25, {}},
      {"three days before", due, 2025y / 7 / 28, Notice{due_soon, unit, 3}},
      {"one day before", due, 2025y / 7 / 30, Notice{due_soon, unit, 1}},
      {"on the day", due, due, Notice{due_today, unit, 0}},
      {"the day after", due, 2025y / 8 / 1, Notice{overdue, unit, 1}},
      {"between two weeks of being overdue", due, 2025y / 8 / 7, {}},
      {"a week later, to the head", due, 2025y / 8 / 8, Notice{overdue, head, 8}},
      {"two weeks later, to the leader", due, 2025y / 8 / 15, Notice{overdue, leader, 15}},
      {"three days before is a Sunday: the Friday before", 2025y / 8 / 6, 2025y / 8 / 1, Notice{due_soon, unit, 5}},
      {"and not on the Sunday", 2025y / 8 / 6, 2025y / 8 / 3, {}},
      {"nor again on the Monday", 2025y / 8 / 6, 2025y / 8 / 4, {}},
      {"a deadline on a Sunday: the Friday before", 2025y / 8 / 3, 2025y / 8 / 1, Notice{due_soon, unit, 2}},
      {"the day after is a Saturday: on the Monday", 2025y / 8 / 1, 2025y / 8 / 4, Notice{overdue, unit, 3}},
      {"the day after is the national holiday", 2025y / 9 / 1, 2025y / 9 / 2, {}},
      {"then on the day after that", 2025y / 9 / 1, 2025y / 9 / 3, Notice{overdue, unit, 2}},
  };
  for (const auto& each : examples) EXPECT_EQ(on(each.day, work_due(each.due)), each.said) << each.what;
}

TEST(Reminder, LeavesClosedWorkAlone) {
  for (const auto state : {WorkState::completed, WorkState::stopped, WorkState::paused, WorkState::refused})
    EXPECT_EQ(on(2025y / 8 / 1, work_due(due, state)), std::nullopt) << name_of(state);
  EXPECT_EQ(on(2025y / 8 / 1, work_due(due, WorkState::sent_back))->kind, overdue) << "work sent back is not completed";
}

TEST(Reminder, AsksForConfirmationOfWhatWasReported) {
  EXPECT_EQ(on(2025y / 8 / 1, work_due(due, WorkState::awaiting_confirmation)), (Notice{awaiting, unit, 1}));
}

TEST(Reminder, MissesTheSilentOnes) {
  const ReminderRules rules;
  const Date heard = 2025y / 4 / 2;  // a Wednesday; 90 days later is Tuesday 1 July
  EXPECT_EQ(on(2025y / 6 / 30, work_due({}), rules, heard), std::nullopt);
  EXPECT_EQ(on(2025y / 7 / 1, work_due({}), rules, heard), (Notice{silent, unit, 90}));
  EXPECT_EQ(on(2025y / 7 / 2, work_due({}), rules, heard), std::nullopt) << "said once";
  EXPECT_EQ(on(2025y / 9 / 29, work_due({}), rules, heard), (Notice{silent, leader, 180}));
}

TEST(Reminder, AsksForTheWeeklyWordWhereTheAgencyWantsIt) {
  const Work far = work_due(2025y / 12 / 31);
  EXPECT_EQ(on(2025y / 7 / 8, far), std::nullopt);
  EXPECT_EQ(on(2025y / 7 / 8, far, {.silent_after = 7}), (Notice{silent, unit, 7}));
}

TEST(Reminder, CatchesUpAfterDaysOnWhichNothingWasMade) {
  const auto late = find_notice(work_due(due), due, {}, working_days(), 2025y / 7 / 23, 2025y / 7 / 29);
  EXPECT_EQ(late, (Notice{due_soon, unit, 2})) << "what was to be said on the 24th and 28th is said once, with the days that are left";
  EXPECT_EQ(find_notice(work_due(due), due, {}, working_days(), 2025y / 7 / 30, 2025y / 8 / 20), (Notice{overdue, leader, 20}));
}

TEST(Reminder, SaysNothingWhenTheClockWasSetBack) {
  EXPECT_EQ(find_notice(work_due(due), due, {}, working_days(), due, due), std::nullopt);
  EXPECT_EQ(find_notice(work_due(due), due, {}, working_days(), 2025y / 8 / 5, due), std::nullopt);
}

TEST(Reminder, FollowsTheSettings) {
  EXPECT_EQ(on(2025y / 7 / 24, work_due(due), {.days_before = {}}), std::nullopt);
  EXPECT_EQ(on(due, work_due(due), {.on_the_day = false}), std::nullopt);
  EXPECT_EQ(on(2025y / 8 / 1, work_due(due), {.overdue_every = 0}), std::nullopt);
  EXPECT_EQ(on(2025y / 8 / 5, work_due(due), {.overdue_every = 2}), (Notice{overdue, unit, 5}))
      << "from a Sunday to the Monday and the Tuesday";
  EXPECT_EQ(on(2025y / 8 / 1, work_due(due), {.head_after = 1})->step, head);
}

TEST(Reminder, KeepsQuietOverMidnight) {
  const ReminderRules rules;
  EXPECT_TRUE(is_quiet(rules, 18h));
  EXPECT_TRUE(is_quiet(rules, 3h));
  EXPECT_FALSE(is_quiet(rules, 7h));
  EXPECT_FALSE(is_quiet(rules, 17h + 59min));
  EXPECT_FALSE(is_quiet({.quiet_from = 0min, .quiet_until = 0min}, 0min));
  EXPECT_TRUE(is_quiet({.quiet_from = 12h, .quiet_until = 13h}, 12h + 30min));
}

std::string refused(const ReminderRules& rules) {
  try {
    check(rules);
    return "";
  } catch (const Error& error) {
    return error.key();
  }
}

TEST(Reminder, RefusesSettingsThatCannotBe) {
  EXPECT_EQ(refused({}), "");
  EXPECT_EQ(refused({.days_before = {0}}), "bad_value");
  EXPECT_EQ(refused({.overdue_every = -1}), "bad_value");
  EXPECT_EQ(refused({.head_after = 10, .leader_after = 9}), "bad_value") << "the leader does not hear it before the head";
  EXPECT_EQ(refused({.sends_at = 6h}), "quiet_sending");
}

TEST(Reminder, NamesItsKindsBothWays) {
  for (const auto kind : all_notice_kinds) EXPECT_EQ(find_notice_kind(name_of(kind)), kind);
}

TEST(ReportNotices, AreGivenBeforeTheDayOnItAndWeeklyOnceItHasPassed) {
  const WorkingDays weekdays{WeeklyRest{}, {}};
  std::string told;
  for (auto day = std::chrono::sys_days(2026y / 8 / 13); day <= std::chrono::sys_days(2026y / 8 / 26); day += std::chrono::days(1))
    if (const auto kind = find_report_notice(2026y / 8 / 17, 1, weekdays, Date(day - std::chrono::days(1)), Date(day)))
      told += vietnamese(Date(day)) + " " + name_of(*kind) + "\n";
  EXPECT_EQ(told,
            "14/08/2026 due_soon\n"  // Friday, one working day before Monday
            "17/08/2026 due_today\n"
            "18/08/2026 overdue\n"
            "25/08/2026 overdue\n");
}

TEST(ReportNotices, OfAFreeDayAreGivenOnTheWorkingDayBefore) {
  const WorkingDays weekdays{WeeklyRest{}, {}};
  EXPECT_EQ(find_report_notice(2026y / 8 / 16, 0, weekdays, 2026y / 8 / 13, 2026y / 8 / 14), NoticeKind::due_soon);
  EXPECT_EQ(find_report_notice(2026y / 8 / 16, 0, weekdays, 2026y / 8 / 14, 2026y / 8 / 15), std::nullopt);
}

}  // namespace
}  // namespace tiendo::domain

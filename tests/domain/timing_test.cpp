#include "domain/timing.h"

#include <array>

#include <gtest/gtest.h>

namespace tiendo::domain {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

const DeadlinePolicy policy;
const WorkingDays ordinary_days({}, {});

Instant local(Date day, minutes time) {
  return sys_days{day} + time - local_offset;
}

TEST(DueDay, OfAMonthIsItsLastWorkingDay) {
  const auto may_2026 = Period::month(2026, 5);  // 31/5/2026 is a Sunday
  EXPECT_EQ(due_day(may_2026, ordinary_days, policy), 2026y / 5 / 29);
  EXPECT_EQ(due_day(may_2026, ordinary_days, {.last_day = DeadlinePolicy::LastDay::calendar}), 2026y / 5 / 31);
}

TEST(DueDay, ComesBeforeAHolidayAtTheEndOfTheMonth) {
  const CalendarDay day{.date = 2026y / 4 / 30, .kind = DayKind::holiday, .name = "Ngày Chiến thắng", .is_confirmed = true};
  EXPECT_EQ(due_day(Period::month(2026, 4), WorkingDays({}, std::array{day}), policy), 2026y / 4 / 29);
}

TEST(DueDay, OfASpanThatIsAllHolidayIsNotBeforeIt) {
  EXPECT_EQ(due_day(Period::span(2026y / 5 / 30, 2026y / 5 / 31), ordinary_days, policy), 2026y / 5 / 30) << "Saturday and Sunday";
}

TEST(DueDay, OfASingleDayIsThatDayEvenWhenNobodyWorks) {
  EXPECT_EQ(due_day(Period::day(2026y / 5 / 31), ordinary_days, policy), 2026y / 5 / 31);
}

TEST(Timing, ChangesWithTheClockAlone) {
  const Dates dates{.due = local(2025y / 7 / 31, 17h)};
  EXPECT_EQ(timing(dates, local(2025y / 7 / 23, 9h), policy), Timing::not_due);
  EXPECT_EQ(timing(dates, local(2025y / 7 / 24, 9h), policy), Timing::due_soon);
  EXPECT_EQ(timing(dates, local(2025y / 7 / 31, 9h), policy), Timing::due_today);
  EXPECT_EQ(timing(dates, local(2025y / 7 / 31, 17h), policy), Timing::due_today);
  EXPECT_EQ(timing(dates, local(2025y / 7 / 31, 17h + 1min), policy), Timing::overdue);
}

TEST(Timing, OfCompletedWorkStaysAsItWas) {
  const auto due = local(2025y / 7 / 31, 17h);
  const auto next_year = local(2026y / 1 / 2, 8h);
  EXPECT_EQ(timing({due, local(2025y / 7 / 30, 20h)}, next_year, policy), Timing::early);
  EXPECT_EQ(timing({due, local(2025y / 7 / 31, 8h)}, next_year, policy), Timing::on_time);
  EXPECT_EQ(timing({due, local(2025y / 7 / 31, 18h)}, next_year, policy), Timing::late);
}

TEST(Timing, WithoutADeadlineIsSaidSo) {
  EXPECT_EQ(timing({}, local(2025y / 7 / 31, 8h), policy), Timing::no_deadline);
  EXPECT_EQ(timing({{}, local(2025y / 7 / 1, 8h)}, local(2025y / 7 / 31, 8h), policy), Timing::done);
}

}  // namespace
}  // namespace tiendo::domain

#include "domain/calendar.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace tiendo::domain {
namespace {

using namespace std::chrono_literals;

CalendarDay confirmed(Date date, DayKind kind = DayKind::holiday) {
  return {date, kind, "", "", true};
}

WorkingDays with(std::vector<CalendarDay> days) {
  return {WeeklyRest(), days};
}

TEST(WorkingDays, ThreeDaysFromFridayStepOverTheWeekendAndAHoliday) {
  const auto days = with({confirmed(2026y / 11 / 24)});
  EXPECT_EQ(days.add_working_days(2026y / 11 / 20, 3), Date(2026y / 11 / 26));
  EXPECT_EQ(days.count_working_days(2026y / 11 / 20, 2026y / 11 / 26), 3);
}

TEST(WorkingDays, AProposalThatNobodyConfirmedCountsForNothing) {
  const auto days = with({{2026y / 11 / 24, DayKind::holiday, "", "", false}});
  EXPECT_EQ(days.add_working_days(2026y / 11 / 20, 3), Date(2026y / 11 / 25));
}

TEST(WorkingDays, AHolidayOnASundayIsCompensatedOnMonday) {
  const auto days = with({confirmed(2026y / 4 / 26)});
  EXPECT_FALSE(days.is_working_day(2026y / 4 / 27));
  EXPECT_TRUE(days.is_compensation(2026y / 4 / 27));
  EXPECT_TRUE(days.is_working_day(2026y / 4 / 28));
}

TEST(WorkingDays, TwoHolidaysOnAWeekendAreCompensatedOnTwoDays) {
  const auto days = with({confirmed(2022y / 4 / 30), confirmed(2022y / 5 / 1)});
  EXPECT_FALSE(days.is_working_day(2022y / 5 / 2));
  EXPECT_FALSE(days.is_working_day(2022y / 5 / 3));
  EXPECT_TRUE(days.is_working_day(2022y / 5 / 4));
}

TEST(WorkingDays, ACompensationStepsOverTheHolidaysThatFollow) {
  const auto days = with({confirmed(2027y / 2 / 6), confirmed(2027y / 2 / 7), confirmed(2027y / 2 / 8)});
  EXPECT_TRUE(days.is_compensation(2027y / 2 / 9));
  EXPECT_TRUE(days.is_compensation(2027y / 2 / 10));
  EXPECT_TRUE(days.is_working_day(2027y / 2 / 11));
}

TEST(WorkingDays, ASwapMakesASaturdayWorkAndAFridayFree) {
  const auto days = with({confirmed(2026y / 1 / 2, DayKind::day_off), confirmed(2026y / 1 / 10, DayKind::working_day)});
  EXPECT_FALSE(days.is_working_day(2026y / 1 / 2));
  EXPECT_TRUE(days.is_working_day(2026y / 1 / 10));
  EXPECT_EQ(days.add_working_days(2026y / 1 / 9, 1), Date(2026y / 1 / 10));
}

TEST(WorkingDays, AWorkedDayTakesACompensationBackWithoutMovingIt) {
  const auto days = with({confirmed(2026y / 4 / 26), confirmed(2026y / 4 / 27, DayKind::working_day)});
  EXPECT_TRUE(days.is_working_day(2026y / 4 / 27));
  EXPECT_FALSE(days.is_compensation(2026y / 4 / 27));
  EXPECT_TRUE(days.is_working_day(2026y / 4 / 28));
}

TEST(WorkingDays, ADayOffOnASaturdayIsNotCompensated) {
  EXPECT_TRUE(with({confirmed(2026y / 4 / 25, DayKind::day_off)}).is_working_day(2026y / 4 / 27));
}

TEST(WorkingDays, CountingGoesBackAsItGoesForth) {
  const auto days = with({confirmed(2026y / 11 / 24)});
  EXPECT_EQ(days.add_working_days(2026y / 11 / 26, -3), Date(2026y / 11 / 20));
  EXPECT_EQ(days.count_working_days(2026y / 11 / 26, 2026y / 11 / 20), -3);
  EXPECT_EQ(days.add_working_days(2026y / 11 / 22, 0), Date(2026y / 11 / 22));
  for (int n = -600; n <= 600; ++n) {
    const Date day = days.add_working_days(2026y / 11 / 20, n);
    EXPECT_TRUE(days.is_working_day(day)) << n;
    EXPECT_EQ(days.add_working_days(day, -n), Date(2026y / 11 / 20)) << n;
  }
}

TEST(WorkingDays, TheLastWorkingDayOfAMonthIsBeforeItsWeekend) {
  EXPECT_EQ(with({}).last_working_day(2026y / 10), Date(2026y / 10 / 30));
  EXPECT_EQ(with({confirmed(2026y / 4 / 30)}).last_working_day(2026y / 4), Date(2026y / 4 / 29));
  EXPECT_EQ(with({confirmed(2026y / 5 / 1)}).first_working_day(2026y / 5), Date(2026y / 5 / 4));
}

TEST(WorkingDays, WeeklyRestIsATableToo) {
  const WorkingDays six_days{WeeklyRest(std::array{7}), {}};
  EXPECT_TRUE(six_days.is_working_day(2026y / 11 / 21));
  EXPECT_FALSE(six_days.is_working_day(2026y / 11 / 22));
  EXPECT_EQ(WeeklyRest().iso_weekdays(), (std::vector{6, 7}));
  EXPECT_THROW(WeeklyRest(std::array{1, 2, 3, 4, 5, 6, 7}), Error);
  EXPECT_THROW(WeeklyRest(std::array{8}), Error);
}

TEST(WorkingDays, MoreThanTenYearsIsRefused) {
  EXPECT_THROW(with({}).add_working_days(2026y / 1 / 1, most_working_days + 1), Error);
}

TEST(DayKind, NamesGoThereAndBack) {
  for (const auto kind : {DayKind::holiday, DayKind::day_off, DayKind::working_day}) EXPECT_EQ(find_day_kind(name_of(kind)), kind);
  EXPECT_EQ(find_day_kind("feast"), std::nullopt);
}

}  // namespace
}  // namespace tiendo::domain

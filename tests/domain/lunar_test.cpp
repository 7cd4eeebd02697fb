#include "domain/lunar.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "base/error.h"
#include "domain/holidays.h"

namespace tiendo::domain {
namespace {

using namespace std::chrono_literals;

TEST(Lunar, NewYearFallsOnTheKnownDays) {
  const Date known[] = {2023y / 1 / 22, 2024y / 2 / 10, 2025y / 1 / 29, 2026y / 2 / 17,
                        2027y / 2 / 6,  2028y / 1 / 26, 2029y / 2 / 13, 2030y / 2 / 2};
  for (const Date day : known) EXPECT_EQ(lunar_new_year(static_cast<int>(day.year())), day) << iso(day);
}

TEST(Lunar, HungKingsDayFallsOnTheKnownDays) {
  const Date known[] = {2023y / 4 / 29, 2024y / 4 / 18, 2025y / 4 / 7,  2026y / 4 / 26,
                        2027y / 4 / 16, 2028y / 4 / 4,  2029y / 4 / 23, 2030y / 4 / 12};
  for (const Date day : known) EXPECT_EQ(hung_kings_day(static_cast<int>(day.year())), day) << iso(day);
}

// In 1985 and 2007 the new year began a day, or a month, before that of Beijing (UTC+8).
TEST(Lunar, TheHourOfVietnamDecides) {
  EXPECT_EQ(lunar_new_year(1985), Date(1985y / 1 / 21));
  EXPECT_EQ(lunar_new_year(2007), Date(2007y / 2 / 17));
}

TEST(Lunar, ALeapMonthRepeatsTheMonthBefore) {
  EXPECT_EQ(lunar_day(2023y / 3 / 22), (LunarDay{2023, 2, 1, true}));
  EXPECT_EQ(lunar_day(2023y / 4 / 20), (LunarDay{2023, 3, 1, false}));
  EXPECT_EQ(lunar_day(2025y / 7 / 25), (LunarDay{2025, 6, 1, true}));
}

TEST(Lunar, EveryDayFollowsTheOneBefore) {
  LunarDay before = lunar_day(1999y / 12 / 31);
  for (auto day = std::chrono::sys_days(2000y / 1 / 1); day <= std::chrono::sys_days(2050y / 12 / 31); day += std::chrono::days(1)) {
    const LunarDay here = lunar_day(day);
    if (here.day != 1) {
      EXPECT_EQ(here, (LunarDay{before.year, before.month, before.day + 1, before.is_leap_month})) << iso(Date(day));
    } else {
      EXPECT_TRUE(before.day == 29 || before.day == 30) << iso(Date(day));
      EXPECT_EQ(here.month, here.is_leap_month ? before.month : before.month % 12 + 1) << iso(Date(day));
      EXPECT_EQ(here.year, before.year + (here.month == 1 && !here.is_leap_month ? 1 : 0)) << iso(Date(day));
    }
    if (!here.is_leap_month) {
      EXPECT_EQ(solar_day(here.year, here.month, here.day), Date(day));
    }
    before = here;
  }
}

TEST(Lunar, MonthsOfAYearBeginOnTheirFirstDays) {
  const auto months = lunar_months(2025);
  ASSERT_EQ(months.size(), 13u);
  EXPECT_EQ(months.front().first_day, Date(2024y / 12 / 31));
  EXPECT_EQ(std::ranges::count(months, true, &LunarMonth::is_leap), 1);
  for (const auto& month : months) EXPECT_EQ(lunar_day(month.first_day), (LunarDay{month.year, month.month, 1, month.is_leap}));
}

TEST(Lunar, YearsOutsideTheReckoningAreRefused) {
  EXPECT_THROW(lunar_new_year(1899), Error);
  EXPECT_THROW(lunar_day(2200y / 1 / 1), Error);
}

WorkingDays all_confirmed(int year) {
  auto days = proposed_holidays(year);
  for (auto& day : days) day.is_confirmed = true;
  return {WeeklyRest(), days};
}

TEST(Holidays, OfTwentyTwentySixAreTwelveAndNoneCountsUnasked) {
  const auto days = proposed_holidays(2026);
  EXPECT_EQ(days.size(), 12u);
  EXPECT_TRUE(std::ranges::none_of(days, &CalendarDay::is_confirmed));
  EXPECT_TRUE(std::ranges::none_of(days, [](const auto& day) { return day.source.empty(); }));
  EXPECT_EQ(proposed_holidays(2025).size(), 11u);
}

TEST(Holidays, OfTetTwentyTwentySixMakeTheNineDaysThatWereAnnounced) {
  const auto days = all_confirmed(2026);
  EXPECT_TRUE(days.is_working_day(2026y / 2 / 13));
  for (unsigned day = 14; day <= 22; ++day) EXPECT_FALSE(days.is_working_day(2026y / 2 / std::chrono::day(day))) << day;
  EXPECT_TRUE(days.is_working_day(2026y / 2 / 23));
}

TEST(Holidays, AHungKingsDayOnSundayFreesTheMonday) {
  const auto days = all_confirmed(2026);
  EXPECT_TRUE(days.is_compensation(2026y / 4 / 27));
  EXPECT_EQ(days.add_working_days(2026y / 11 / 20, 3), Date(2026y / 11 / 26));
}

}  // namespace
}  // namespace tiendo::domain

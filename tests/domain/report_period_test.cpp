#include "domain/report_period.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace tiendo::domain {
namespace {

using namespace std::chrono_literals;
using enum ReportKind;
using Sending = ReportRule::Sending;

const WorkingDays weekdays{WeeklyRest{}, {}};

std::string days_of(const ReportPeriod& report, const ReportRule& rule = {}) {
  const Period period = counted_days(report, rule);
  return vietnamese(period.first_day()) + " - " + vietnamese(period.last_day());
}

struct Counted {
  ReportPeriod report;
  int cut_off_day;
  const char* days;
};

class CountedDays : public testing::TestWithParam<Counted> {};

TEST_P(CountedDays, AreThoseOfTheTable) {
  EXPECT_EQ(days_of(GetParam().report, {.cut_off_day = GetParam().cut_off_day}), GetParam().days);
}

INSTANTIATE_TEST_SUITE_P(
    ReportPeriods, CountedDays,
    testing::Values(Counted{{quarter, 2025, 4}, 14, "15/09/2025 - 14/12/2025"}, Counted{{month, 2026, 1}, 14, "15/12/2025 - 14/01/2026"},
                    Counted{{year, 2026, 1}, 14, "15/12/2025 - 14/12/2026"}, Counted{{half_year, 2026, 1}, 14, "15/12/2025 - 14/06/2026"},
                    Counted{{half_year, 2026, 2}, 14, "15/06/2026 - 14/12/2026"},
                    Counted{{nine_months, 2026, 1}, 14, "15/12/2025 - 14/09/2026"},
                    // The calendar's own periods, for agencies that count so.
                    Counted{{half_year, 2026, 1}, 31, "01/01/2026 - 30/06/2026"}, Counted{{year, 2026, 1}, 31, "01/01/2026 - 31/12/2026"},
                    // A cut-off that February does not have.
                    Counted{{month, 2024, 2}, 30, "31/01/2024 - 29/02/2024"}, Counted{{month, 2024, 3}, 30, "01/03/2024 - 30/03/2024"}));

TEST(ReportPeriod, FollowsTheOneBeforeWithoutGapOrOverlap) {
  for (const ReportKind kind : {month, quarter, half_year, year})
    for (int day = 1; day <= 31; ++day)
      for (ReportPeriod report = *report_counting(2026y / 12 / 31, kind, {.cut_off_day = day}); report.year > 2022;
           report = report_before(report)) {
        const ReportRule rule{.cut_off_day = day};
        const Date first = counted_days(report, rule).first_day();
        EXPECT_EQ(std::chrono::sys_days{counted_days(report_before(report), rule).last_day()} + std::chrono::days{1},
                  std::chrono::sys_days{first})
            << name_of(kind) << " " << report.number << "/" << report.year << ", cut off on " << day;
      }
}

TEST(ReportPeriod, IsTheOneThatCountsTheDay) {
  for (const ReportKind kind : {month, quarter, half_year, year})
    for (int day = 1; day <= 31; ++day)
      for (auto date = std::chrono::sys_days{2023y / 12 / 1}; date < std::chrono::sys_days{2025y / 1 / 31}; date += std::chrono::days{1}) {
        const ReportRule rule{.cut_off_day = day};
        ASSERT_TRUE(counted_days(*report_counting(date, kind, rule), rule).contains(date)) << iso(Date(date)) << ", cut off on " << day;
      }
}

TEST(ReportPeriod, LiesBetweenTheOneBeforeAndTheOneAfter) {
  EXPECT_EQ(report_after({month, 2025, 12}), (ReportPeriod{month, 2026, 1}));
  EXPECT_EQ(report_after({quarter, 2025, 1}), (ReportPeriod{quarter, 2025, 2}));
  EXPECT_EQ(report_before(report_after({year, 2025, 1})), (ReportPeriod{year, 2025, 1}));
}

// R40: in the programme of December, in the report of the next year.
TEST(ReportPeriod, CountsADecemberTaskDoneOnThe20thInTheNextYear) {
  EXPECT_TRUE(Period::month(2025, 12).contains(2025y / 12 / 20));
  EXPECT_EQ(report_counting(2025y / 12 / 20, year, {}), (ReportPeriod{year, 2026, 1}));
  EXPECT_EQ(report_counting(2025y / 12 / 20, month, {}), (ReportPeriod{month, 2026, 1}));
  EXPECT_EQ(report_counting(2025y / 12 / 14, year, {}), (ReportPeriod{year, 2025, 1}));
}

TEST(ReportPeriod, OfNineMonthsCountsNoDayAfterTheNinth) {
  EXPECT_EQ(report_counting(2026y / 9 / 14, nine_months, {}), (ReportPeriod{nine_months, 2026, 1}));
  EXPECT_EQ(report_counting(2026y / 9 / 15, nine_months, {}), std::nullopt);
  EXPECT_EQ(report_counting(2026y / 12 / 15, nine_months, {}), (ReportPeriod{nine_months, 2027, 1}));
}

TEST(ReportPeriod, IsCutOffAtTheLocalMidnightAfterItsLastDay) {
  EXPECT_EQ(iso(cut_off(counted_days({month, 2026, 1}, {}))), "2026-01-14T17:00:00.000Z");
}

struct Sent {
  const char* what;
  ReportPeriod report;
  ReportRule rule;
  Date by;
};

class SendBy : public testing::TestWithParam<Sent> {};

TEST_P(SendBy, IsTheDayOfTheRule) {
  EXPECT_EQ(send_by(GetParam().report, GetParam().rule, weekdays), GetParam().by) << GetParam().what;
}

INSTANTIATE_TEST_SUITE_P(
    ReportPeriods, SendBy,
    testing::Values(Sent{"the 25th of the last month", {quarter, 2025, 4}, {14, Sending::day_of_month, 25}, 2025y / 12 / 25},
                    Sent{"calendar month, the 5th after it", {month, 2025, 12}, {31, Sending::day_of_month, 5}, 2026y / 1 / 5},
                    Sent{"the cut-off day itself has gone by", {month, 2025, 7}, {14, Sending::day_of_month, 14}, 2025y / 8 / 14},
                    Sent{"the 31st of a short month", {month, 2025, 6}, {14, Sending::day_of_month, 31}, 2025y / 6 / 30},
                    // 14/8/2025 is a Thursday, 14/11/2025 a Friday.
                    Sent{"two working days", {month, 2025, 8}, {14, Sending::working_days_after, 2}, 2025y / 8 / 18},
                    Sent{"two working days, from a Friday", {month, 2025, 11}, {14, Sending::working_days_after, 2}, 2025y / 11 / 18}));

TEST(SendBy, SkipsAHoliday) {
  const CalendarDay holiday{.date = 2025y / 11 / 17, .kind = DayKind::holiday, .name = "nghỉ", .is_confirmed = true};
  const WorkingDays days{WeeklyRest{}, std::array{holiday}};
  EXPECT_EQ(send_by({month, 2025, 11}, {14, Sending::working_days_after, 2}, days), Date(2025y / 11 / 19));
}

TEST(SendBy, IsADayBeforeTheMeetingAndUnknownWithoutOne) {
  const ReportRule rule{14, Sending::working_days_of_notice, 1};
  EXPECT_EQ(send_by({month, 2025, 8}, rule, weekdays, 2025y / 8 / 25), Date(2025y / 8 / 22)) << "the meeting is on a Monday";
  EXPECT_EQ(send_by({month, 2025, 8}, rule, weekdays), std::nullopt);
}

TEST(ReportPeriod, RefusesWhatThereIsNot) {
  const auto key_of = [](const ReportPeriod& report, const ReportRule& rule) -> std::string {
    try {
      counted_days(report, rule);
    } catch (const Error& error) {
      return error.key();
    }
    return "";
  };
  EXPECT_EQ(key_of({month, 2025, 13}, {}), "bad_report_period");
  EXPECT_EQ(key_of({quarter, 2025, 0}, {}), "bad_report_period");
  EXPECT_EQ(key_of({year, 2025, 2}, {}), "bad_report_period");
  EXPECT_EQ(key_of({year, 2025, 1}, {.cut_off_day = 0}), "bad_report_rule");
  EXPECT_EQ(key_of({year, 2025, 1}, {.cut_off_day = 32}), "bad_report_rule");
  EXPECT_EQ(key_of({year, 2025, 1}, {.sending_number = 0}), "bad_report_rule");
}

TEST(ReportKind, IsFoundByItsName) {
  for (const ReportKind kind : {month, quarter, half_year, nine_months, year}) EXPECT_EQ(find_report_kind(name_of(kind)), kind);
  EXPECT_EQ(find_report_kind("week"), std::nullopt);
}

}  // namespace
}  // namespace tiendo::domain

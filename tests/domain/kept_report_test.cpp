#include "domain/kept_report.h"

#include <gtest/gtest.h>

#include "domain/report_settings.h"
#include "store/key_of_error.h"

namespace tiendo::domain {
namespace {

using namespace std::chrono_literals;
using enum ReportState;
using enum ReportMove;
using enum ReportDoer;

constexpr std::array all_states{draft, submitted, approved, locked};
constexpr std::array all_moves{edit, submit, take_back, send_back, approve, lock, unlock};
const WorkingDays weekdays{WeeklyRest{}, {}};

TEST(ReportMoves, AreTheWholeLifeOfAReport) {
  std::string table;
  for (const auto from : all_states)
    for (const auto move : all_moves)
      if (const auto* rule = find_report_move_rule(from, move))
        table += std::string(name_of(from)) + " " + name_of(move) + " " + name_of(rule->to) + (rule->needs_reason ? " reason" : "") +
                 (rule->by_another ? " another" : "") + "\n";
  EXPECT_EQ(table,
            "draft edit draft\n"
            "draft submit submitted\n"
            "submitted take_back draft\n"
            "submitted send_back draft reason another\n"
            "submitted approve approved another\n"
            "approved send_back draft reason\n"
            "approved lock locked\n"
            "locked unlock draft reason\n");
  EXPECT_EQ(report_move_rules().size(), 8u) << "each stands once";
}

TEST(ReportMoves, OfALockedReportIsItsUnlockingAlone) {
  for (const auto move : all_moves)
    EXPECT_EQ(key_of_error([&] { report_move_rule(locked, move, "sai số liệu"); }), move == unlock ? "" : "report_move_not_possible");
  EXPECT_EQ(key_of_error([] { report_move_rule(locked, unlock, "  "); }), "reason_missing");
}

TEST(ReportWordsOfAPerson, AreNotEndless) {
  EXPECT_EQ(key_of_error([] { check(ReportWords{.plans = std::string(longest_report_words, 'x')}); }), "");
  EXPECT_EQ(key_of_error([] { check(ReportWords{.plans = std::string(longest_report_words + 1, 'x')}); }), "bad_field");
}

TEST(SendingDays, FollowTheCutOffByWorkingDaysUnlessTheAgencySaysOtherwise) {
  ReportSettings settings;
  const ReportPeriod august{ReportKind::month, 2026, 8};  // cut off on Friday 14/8
  EXPECT_EQ(settings.send_by(august, false, weekdays), 2026y / 8 / 18);
  settings.sending = 1;
  settings.month_sending_number = 25;
  EXPECT_EQ(settings.send_by(august, false, weekdays), 2026y / 8 / 25);
  settings.sending = 2;
  settings.month_sending_number = 1;
  settings.meeting_day = 30;  // a Sunday: the meeting is on Friday 28
  EXPECT_EQ(settings.send_by(august, false, weekdays), 2026y / 8 / 27);
}

TEST(SendingDays, OfUnitsLieAheadOfTheAgencysButNotBeforeThePeriodIsOver) {
  ReportSettings settings;
  settings.unit_days_ahead = 1;
  const ReportPeriod august{ReportKind::month, 2026, 8};
  EXPECT_EQ(settings.send_by(august, true, weekdays), 2026y / 8 / 17);
  settings.unit_days_ahead = 10;
  EXPECT_EQ(settings.send_by(august, true, weekdays), 2026y / 8 / 15);
}

TEST(OwedReports, AreTheNewestOfEachKindAskedFor) {
  const ReportSettings settings;
  const auto owed = reports_owed(settings, 2026y / 7 / 15);
  const std::vector<ReportPeriod> expected{
      {ReportKind::month, 2026, 7}, {ReportKind::quarter, 2026, 2}, {ReportKind::half_year, 2026, 1}, {ReportKind::year, 2025, 1}};
  EXPECT_EQ(owed, expected);
}

TEST(OwedReports, OfNineMonthsAreThoseOfTheYearOnceTheyAreOver) {
  ReportSettings settings;
  settings.month_asked = settings.quarter_asked = settings.half_year_asked = settings.year_asked = 0;
  settings.nine_months_asked = 1;
  using Owed = std::vector<ReportPeriod>;
  EXPECT_EQ(reports_owed(settings, 2026y / 9 / 14), (Owed{{ReportKind::nine_months, 2025, 1}}));
  EXPECT_EQ(reports_owed(settings, 2026y / 9 / 15), (Owed{{ReportKind::nine_months, 2026, 1}}));
  EXPECT_EQ(reports_owed(settings, 2026y / 12 / 20), (Owed{{ReportKind::nine_months, 2026, 1}}));
}

TEST(TheRulesOfReports, AreInBoundsWhenUsual) {
  EXPECT_EQ(key_of_error([] { check_bounds(ReportSettings{}); }), "");
  ReportSettings settings;
  settings.year_cut_off_day = 0;
  EXPECT_EQ(key_of_error([&] { check_bounds(settings); }), "rule_out_of_range");
}

}  // namespace
}  // namespace tiendo::domain

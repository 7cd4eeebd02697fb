#include "domain/report_settings.h"

#include <array>

namespace tiendo::domain {
namespace {

using Settings = ReportSettings;

struct OfKind {
  ReportKind kind;
  int Settings::*asked, Settings::*cut_off_day, Settings::*sending_number;
};

constexpr std::array kinds{
    OfKind{ReportKind::month, &Settings::month_asked, &Settings::month_cut_off_day, &Settings::month_sending_number},
    OfKind{ReportKind::quarter, &Settings::quarter_asked, &Settings::quarter_cut_off_day, &Settings::quarter_sending_number},
    OfKind{ReportKind::half_year, &Settings::half_year_asked, &Settings::half_year_cut_off_day, &Settings::half_year_sending_number},
    OfKind{ReportKind::nine_months, &Settings::nine_months_asked, &Settings::nine_months_cut_off_day,
           &Settings::nine_months_sending_number},
    OfKind{ReportKind::year, &Settings::year_asked, &Settings::year_cut_off_day, &Settings::year_sending_number},
};

constexpr std::array settings{
    Rule{"sending", &Settings::sending, 0, 2},
    Rule{"meeting_day", &Settings::meeting_day, 1, 31},
    Rule{"unit_days_ahead", &Settings::unit_days_ahead, 0, 10},
    Rule{"remind_before", &Settings::remind_before, 0, 10},
    Rule{"month_asked", &Settings::month_asked, 0, 1},
    Rule{"month_cut_off_day", &Settings::month_cut_off_day, 1, 31},
    Rule{"month_sending_number", &Settings::month_sending_number, 1, 31},
    Rule{"quarter_asked", &Settings::quarter_asked, 0, 1},
    Rule{"quarter_cut_off_day", &Settings::quarter_cut_off_day, 1, 31},
    Rule{"quarter_sending_number", &Settings::quarter_sending_number, 1, 31},
    Rule{"half_year_asked", &Settings::half_year_asked, 0, 1},
    Rule{"half_year_cut_off_day", &Settings::half_year_cut_off_day, 1, 31},
    Rule{"half_year_sending_number", &Settings::half_year_sending_number, 1, 31},
    Rule{"nine_months_asked", &Settings::nine_months_asked, 0, 1},
    Rule{"nine_months_cut_off_day", &Settings::nine_months_cut_off_day, 1, 31},
    Rule{"nine_months_sending_number", &Settings::nine_months_sending_number, 1, 31},
    Rule{"year_asked", &Settings::year_asked, 0, 1},
    Rule{"year_cut_off_day", &Settings::year_cut_off_day, 1, 31},
    Rule{"year_sending_number", &Settings::year_sending_number, 1, 31},
};

const OfKind& of(ReportKind kind) {
  return kinds[static_cast<std::size_t>(kind)];
}

// The first meeting after the cut-off; on a day that is not worked, the working day before.
Date meeting_after(Date cut_off, int day, const WorkingDays& days) {
  auto month = cut_off.year() / cut_off.month();
  const auto in = [&](std::chrono::year_month of_month) {
    const auto last = (of_month / std::chrono::last).day();
    return days.working_day_until(of_month / std::min(std::chrono::day(static_cast<unsigned>(day)), last));
  };
  return in(month) > cut_off ? in(month) : in(month + std::chrono::months(1));
}

}  // namespace

bool ReportSettings::asks_for(ReportKind kind) const {
  return this->*of(kind).asked == 1;
}

ReportRule ReportSettings::rule(ReportKind kind) const {
  using enum ReportRule::Sending;
  constexpr std::array manners{working_days_after, day_of_month, working_days_of_notice};
  return {this->*of(kind).cut_off_day, manners[static_cast<std::size_t>(sending)], this->*of(kind).sending_number};
}

Date ReportSettings::send_by(const ReportPeriod& report, bool is_of_unit, const WorkingDays& days) const {
  const auto how = rule(report.kind);
  const Date last = counted_days(report, how).last_day();
  const Date whole = domain::send_by(report, how, days, meeting_after(last, meeting_day, days)).value();
  const Date ahead = is_of_unit && unit_days_ahead > 0 ? days.add_working_days(whole, -unit_days_ahead) : whole;
  const Date first(std::chrono::sys_days(last) + std::chrono::days(1));  // nobody can send before the period is over
  return std::max(ahead, first);
}

std::span<const Rule<ReportSettings>> ReportSettings::table() {
  return settings;
}

std::vector<ReportPeriod> reports_owed(const ReportSettings& settings, Date today) {
  std::vector<ReportPeriod> owed;
  for (const auto& [kind, asked, cut_off_day, number] : kinds) {
    if (settings.*asked == 0) continue;
    const auto running = report_counting(today, kind, settings.rule(kind));
    // After the nine months of a year none runs until the next: the newest is that year's.
    owed.push_back(running ? report_before(*running) : ReportPeriod{kind, static_cast<int>(today.year()), 1});
  }
  return owed;
}

}  // namespace tiendo::domain

#include "domain/report_period.h"

#include <algorithm>

#include "base/error.h"

namespace tiendo::domain {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month;

struct Shape {
  const char* name;
  int months;     // that one report covers
  int in_a_year;  // reports
};

constexpr std::array<Shape, 5> shapes{{{"month", 1, 12}, {"quarter", 3, 4}, {"half_year", 6, 2}, {"nine_months", 9, 1}, {"year", 12, 1}}};

const Shape& shape_of(ReportKind kind) {
  return shapes[static_cast<std::size_t>(kind)];
}

void refuse_unknown(const ReportPeriod& report) {
  const bool is_known =
      report.number >= 1 && report.number <= shape_of(report.kind).in_a_year && report.year >= 1900 && report.year <= 9998;
  if (!is_known) throw Error(ErrorCode::invalid, "bad_report_period");
}

year_month last_month(const ReportPeriod& report) {
  return std::chrono::year{report.year} / (report.number * shape_of(report.kind).months);
}

Date day_of(year_month month, int day) {
  return month / std::min(std::chrono::day{static_cast<unsigned>(day)}, (month / std::chrono::last).day());
}

}  // namespace

void ReportRule::refuse_impossible() const {
  const bool is_month_day = sending_number >= 1 && sending_number <= 31;  // also the most working days anybody waits
  if (cut_off_day < 1 || cut_off_day > 31 || !is_month_day) throw Error(ErrorCode::invalid, "bad_report_rule");
}

Period counted_days(const ReportPeriod& report, const ReportRule& rule) {
  refuse_unknown(report);
  rule.refuse_impossible();
  const year_month last = last_month(report);
  const Date before = day_of(last - months{shape_of(report.kind).months}, rule.cut_off_day);
  return Period::span(sys_days{before} + days{1}, day_of(last, rule.cut_off_day));
}

std::optional<ReportPeriod> report_counting(Date day, ReportKind kind, const ReportRule& rule) {
  rule.refuse_impossible();
  year_month month = day.year() / day.month();
  if (day > day_of(month, rule.cut_off_day)) month += months{1};
  const Shape& shape = shape_of(kind);
  const int number = (static_cast<int>(static_cast<unsigned>(month.month())) - 1) / shape.months + 1;
  if (number > shape.in_a_year) return std::nullopt;
  return ReportPeriod{kind, static_cast<int>(month.year()), number};
}

ReportPeriod report_before(const ReportPeriod& report) {
  refuse_unknown(report);
  if (report.number > 1) return {report.kind, report.year, report.number - 1};
  return {report.kind, report.year - 1, shape_of(report.kind).in_a_year};
}

ReportPeriod report_after(const ReportPeriod& report) {
  refuse_unknown(report);
  if (report.number < shape_of(report.kind).in_a_year) return {report.kind, report.year, report.number + 1};
  return {report.kind, report.year + 1, 1};
}

Instant cut_off(const Period& counted) {
  return Instant{sys_days{counted.last_day()} + days{1}} - local_offset;
}

std::optional<Date> send_by(const ReportPeriod& report, const ReportRule& rule, const WorkingDays& working_days,
                            std::optional<Date> meeting) {
  const Date last = counted_days(report, rule).last_day();
  switch (rule.sending) {
    case ReportRule::Sending::working_days_after:
      return working_days.add_working_days(last, rule.sending_number);
    case ReportRule::Sending::working_days_of_notice:
      return meeting ? std::optional(working_days.add_working_days(*meeting, -rule.sending_number)) : std::nullopt;
    case ReportRule::Sending::day_of_month:
      break;
  }
  const year_month month = last.year() / last.month();
  const Date day = day_of(month, rule.sending_number);
  return day > last ? day : day_of(month + months{1}, rule.sending_number);
}

const char* name_of(ReportKind kind) {
  return shape_of(kind).name;
}

std::optional<ReportKind> find_report_kind(std::string_view name) {
  const auto found = std::ranges::find(shapes, name, [](const Shape& shape) { return std::string_view(shape.name); });
  if (found == shapes.end()) return std::nullopt;
  return static_cast<ReportKind>(found - shapes.begin());
}

}  // namespace tiendo::domain

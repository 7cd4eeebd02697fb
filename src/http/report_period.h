// Which period a report is of, in queries and forms.
#pragma once

#include "domain/report_period.h"
#include "http/form.h"

namespace tiendo::http {

inline constexpr int first_report_year = 1900, last_report_year = 9998;

// None where no year is asked for; a month where no kind is.
inline std::optional<domain::ReportPeriod> find_report_period(const Request& request) {
  const auto year = find_number(request, "year", first_report_year, last_report_year);
  if (!year) return std::nullopt;
  const auto kind = domain::find_report_kind(request.find_query("kind").value_or("month"));
  if (!kind) refuse_value("kind");
  return domain::ReportPeriod{*kind, *year, find_number(request, "number", 1, 12).value_or(1)};
}

inline domain::ReportPeriod report_period_in(const boost::json::object& form) {
  const auto kind = domain::find_report_kind(text_member(form, "kind"));
  if (!kind) refuse_value("kind");
  return {*kind, number_member(form, "year", first_report_year, last_report_year), number_member(form, "number", 1, 12)};
}

}  // namespace tiendo::http

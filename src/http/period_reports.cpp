// The report of a period as a file.
#include "actions/period_report.h"
#include "http/drawn.h"
#include "http/form.h"
#include "http/handlers.h"

namespace tiendo::http {
namespace {

constexpr int first_year = 1900, last_year = 9998;

domain::ReportPeriod report_of(const Request& request) {
  const auto kind = domain::find_report_kind(request.find_query("kind").value_or("month"));
  if (!kind) refuse_value("kind");
  const auto year = find_number(request, "year", first_year, last_year);
  if (!year) refuse_value("year");
  return {*kind, *year, find_number(request, "number", 1, 12).value_or(1)};
}

}  // namespace

Response download_period_report(const Request& request, Context& context) {
  const auto report = report_of(request);
  domain::ReportRule rule;
  rule.cut_off_day = find_number(request, "cut_off_day", 1, 31).value_or(rule.cut_off_day);
  const auto reader = context.store.read();
  const auto filled = actions::period_report(reader, context.agency(), find_id<domain::UnitId>(request, "unit"), report, rule, context.now);
  return drawn(request, reports::period_report_sheet(filled), "Báo cáo " + reports::name_in_words(report));
}

}  // namespace tiendo::http

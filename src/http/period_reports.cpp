// The report of a period as a file.
#include "actions/period_report.h"
#include "http/drawn.h"
#include "http/handlers.h"
#include "http/report_period.h"
#include "store/report_settings.h"

namespace tiendo::http {

Response download_period_report(const Request& request, Context& context) {
  const auto asked = find_report_period(request);
  if (!asked) refuse_value("year");
  const auto& report = *asked;
  const auto reader = context.store.read();
  auto rule = store::report_settings(reader, context.agency()).rule(report.kind);
  rule.cut_off_day = find_number(request, "cut_off_day", 1, 31).value_or(rule.cut_off_day);
  const auto filled = actions::period_report(reader, context.agency(), find_id<domain::UnitId>(request, "unit"), report, rule, context.now);
  return drawn(request, reports::period_report_sheet(filled), "Báo cáo " + reports::name_in_words(report));
}

}  // namespace tiendo::http

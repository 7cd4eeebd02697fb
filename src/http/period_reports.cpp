// The report of a period, and the workbook of its briefing, as files.
#include "actions/brief.h"
#include "actions/period_report.h"
#include "http/drawn.h"
#include "http/handlers.h"
#include "http/report_period.h"
#include "store/report_settings.h"

namespace tiendo::http {
namespace {

domain::ReportPeriod period_asked(const Request& request) {
  const auto asked = find_report_period(request);
  if (!asked) refuse_value("year");
  return *asked;
}

reports::Briefing briefing_asked(const Request& request, const Context& context) {
  return actions::briefing(context.store.read(), context.agency(), find_id<domain::UnitId>(request, "unit"), period_asked(request),
                           context.now);
}

}  // namespace

Response download_period_report(const Request& request, Context& context) {
  const auto report = period_asked(request);
  const auto reader = context.store.read();
  auto rule = store::report_settings(reader, context.agency()).rule(report.kind);
  rule.cut_off_day = find_number(request, "cut_off_day", 1, 31).value_or(rule.cut_off_day);
  const auto filled = actions::period_report(reader, context.agency(), find_id<domain::UnitId>(request, "unit"), report, rule, context.now);
  return drawn(request, reports::period_report_sheet(filled), "Báo cáo " + reports::name_in_words(report));
}

Response download_briefing(const Request& request, Context& context) {
  const auto briefing = briefing_asked(request, context);
  return drawn(request, reports::briefing_sheet(briefing), "Giao ban " + reports::name_in_words(briefing.report), "xlsx");
}

Response download_coming(const Request& request, Context& context) {
  const auto briefing = briefing_asked(request, context);
  return drawn(request, reports::coming_sheet(briefing), "Nhiệm vụ kỳ tới sau " + reports::name_in_words(briefing.report), "xlsx");
}

}  // namespace tiendo::http

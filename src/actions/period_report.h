// The report of a period, filled from the history of the work. Changes nothing.
#pragma once

#include "reports/period_report.h"
#include "store/store.h"

namespace tiendo::actions {

// Of a unit, or of the agency. What happens after the cut-off does not change its figures; the words of the tasks are those of today.
// Throws conflict "report_period_not_over" before the cut-off, not_found "unit_not_found", and as domain::counted_days.
reports::PeriodReport period_report(const store::Reader& reader, domain::AgencyId agency, std::optional<domain::UnitId> unit,
                                    const domain::ReportPeriod& report, const domain::ReportRule& rule, Instant now);

}  // namespace tiendo::actions

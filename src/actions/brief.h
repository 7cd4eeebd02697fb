// The figures and tasks of a briefing, as of the cut-off of its period. Changes nothing.
#pragma once

#include "reports/briefing.h"
#include "store/store.h"

namespace tiendo::actions {

// Of one unit, or of all. What was said and reckoned after the cut-off is left out; the words of the tasks are those of today, who
// leads and has them is as of then. Throws conflict "report_period_not_over", not_found "unit_not_found", and as domain::counted_days.
reports::Briefing briefing(const store::Reader& reader, domain::AgencyId agency, std::optional<domain::UnitId> unit,
                           const domain::ReportPeriod& report, Instant now);

}  // namespace tiendo::actions

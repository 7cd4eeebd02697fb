// The report of a period, filled from the history of the work. Changes nothing.
#pragma once

#include <set>

#include "reports/period_report.h"
#include "store/store.h"

namespace tiendo::actions {

// The tasks that figures count at an instant, by the day they fall due: of a unit, or of the agency; stopped and refused ones left out.
std::vector<store::WorkAsOf> work_counted(const store::Reader& reader, domain::AgencyId agency, std::optional<domain::UnitId> unit,
                                          Instant at);
// Who led the task then: as written where that has not changed since, else the units by name.
std::string lead_as_of(const store::Names& names, const domain::Task& task, const store::WorkAsOf& work);
domain::Tally tally_as_of(const store::WorkAsOf& work, Instant at);
std::set<domain::TaskId> completed_before(const store::Reader& reader, domain::AgencyId agency, Instant begin);

// Of a unit, or of the agency. What happens after the cut-off does not change its figures; the words of the tasks are those of
// today, who leads them is as of then.
// Throws conflict "report_period_not_over" before the cut-off, not_found "unit_not_found", and as domain::counted_days.
reports::PeriodReport period_report(const store::Reader& reader, domain::AgencyId agency, std::optional<domain::UnitId> unit,
                                    const domain::ReportPeriod& report, const domain::ReportRule& rule, Instant now);

}  // namespace tiendo::actions

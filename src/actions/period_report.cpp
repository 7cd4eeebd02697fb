#include "actions/period_report.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/error.h"
#include "store/unplanned.h"

namespace tiendo::actions {
namespace {

using domain::TaskId;
using domain::UnitId;
using domain::WorkState;
using store::WorkAsOf;

reports::ReportedTask reported(const store::Reader& reader, const store::Names& names, domain::AgencyId agency, const WorkAsOf& work) {
  const auto task = reader.task(agency, work.task);
  return {task.number, task.title, lead_as_of(names, task, work), work.due_on};
}

std::string name_of(const store::Names& names, UnitId unit) {
  const auto* known = names.find_unit(unit);
  if (!known) throw Error(ErrorCode::not_found, "unit_not_found");
  return known->name;
}

}  // namespace

std::vector<WorkAsOf> work_counted(const store::Reader& reader, domain::AgencyId agency, std::optional<UnitId> unit, Instant at) {
  auto work = reader.work_as_of(agency, {}, at - std::chrono::milliseconds{1});
  std::erase_if(work, [&](const WorkAsOf& one) {
    const bool is_of_unit = !unit || std::ranges::count(one.lead_units, *unit) > 0;
    return one.state == WorkState::stopped || one.state == WorkState::refused || !is_of_unit;
  });
  std::ranges::sort(work, {},
                    [](const WorkAsOf& one) { return std::pair(one.due_on.value_or(Date(std::chrono::year{9999} / 12 / 31)), one.task); });
  return work;
}

std::string lead_as_of(const store::Names& names, const domain::Task& task, const WorkAsOf& work) {
  if (work.lead_units == task.lead_units) return task.lead;
  std::string lead;
  for (const UnitId id : work.lead_units)
    if (const auto* unit = names.find_unit(id)) lead += (lead.empty() ? "" : "; ") + unit->name;
  return lead;
}

domain::Tally tally_as_of(const WorkAsOf& work, Instant at) {
  const bool done = work.state == WorkState::completed;
  return domain::tally_of_day(work.due_on, !done, done && !work.is_late, done && work.is_late, at, {});
}

std::set<TaskId> completed_before(const store::Reader& reader, domain::AgencyId agency, Instant begin) {
  std::set<TaskId> done;
  for (const WorkAsOf& one : work_counted(reader, agency, {}, begin))
    if (one.state == WorkState::completed) done.insert(one.task);
  return done;
}

reports::PeriodReport period_report(const store::Reader& reader, domain::AgencyId agency, std::optional<UnitId> unit,
                                    const domain::ReportPeriod& report, const domain::ReportRule& rule, Instant now) {
  const auto counted = domain::counted_days(report, rule);
  const Instant at = domain::cut_off(counted);
  if (now < at) throw Error(ErrorCode::conflict, "report_period_not_over", {vietnamese(counted.last_day())});
  const auto names = reader.names(agency);
  const auto known = reader.find_agency(agency);
  reports::PeriodReport filled{.agency = known ? known->name : "",
                               .unit = unit ? std::optional(name_of(*names, *unit)) : std::nullopt,
                               .report = report,
                               .counted = counted,
                               .next = domain::counted_days(domain::report_after(report), rule)};
  const auto before = completed_before(reader, agency, Instant{std::chrono::sys_days{counted.first_day()}} - local_offset);
  const auto unplanned = store::unplanned_tasks(reader, agency);
  std::map<UnitId, domain::Tally> by_unit;
  for (const WorkAsOf& one : work_counted(reader, agency, unit, at)) {
    const auto tally = tally_as_of(one, at);
    filled.tally += tally;
    if (unplanned.contains(one.task)) filled.unplanned += tally;
    for (const UnitId lead : one.lead_units) by_unit[lead] += tally;
    if (tally.completed() && !before.contains(one.task)) filled.completed.push_back(reported(reader, *names, agency, one));
    if (tally.under_way_overdue) filled.overdue.push_back(reported(reader, *names, agency, one));
    if (tally.under_way() && one.due_on && filled.next.contains(*one.due_on))
      filled.coming.push_back(reported(reader, *names, agency, one));
  }
  if (!unit)
    for (const auto& [lead, tally] : by_unit) filled.units.push_back({name_of(*names, lead), tally});
  return filled;
}

}  // namespace tiendo::actions

#include "actions/brief.h"

#include <algorithm>
#include <set>

#include "actions/period_report.h"
#include "base/error.h"
#include "base/sentences.h"
#include "store/kept_reports.h"
#include "store/report_settings.h"
#include "store/steps.h"
#include "store/transfers.h"

namespace tiendo::actions {
namespace {

using domain::Tally;
using domain::TaskId;
using domain::UnitId;
using reports::BriefedState;
using reports::BriefedTask;
using store::WorkAsOf;

constexpr int whole = 100;

// What is known of an agency's tasks at one instant.
class Desk {
 public:
  Desk(const store::Reader& reader, domain::AgencyId agency, Instant begin, Instant end)
      : reader_(reader),
        agency_(agency),
        end_(end),
        done_before_(completed_before(reader, agency, begin)),
        said_(store::said_before(reader, agency, end)),
        transfers_(store::transfers(reader, agency)),
        names_(reader.names(agency)) {
    for (const auto& user : reader.users(agency)) users_.emplace(user.id, user.full_name.empty() ? user.name : user.full_name);
  }

  Tally tally_of(const WorkAsOf& work) const { return tally_as_of(work, end_); }

  BriefedTask briefed(const WorkAsOf& work) const {
    const auto task = reader_.task(agency_, work.task);
    const auto executor = domain::holder_at(transfers_, work.task, reader_.work(agency_, work.task).executor, end_);
    const auto tally = tally_of(work);
    BriefedTask one{.number = task.number,
                    .title = task.title,
                    .deliverable = task.deliverable,
                    .leader = task.directing_leader,
                    .deadline = task.due,
                    .is_late = tally.completed_late > 0,
                    .due_on = work.due_on};
    if (executor) one.executor = users_.contains(*executor) ? users_.at(*executor) : "";
    one.state = tally.under_way_overdue > 0        ? BriefedState::overdue
                : tally.under_way() > 0            ? BriefedState::under_way
                : done_before_.contains(work.task) ? BriefedState::completed_before
                                                   : BriefedState::completed_in_period;
    if (const auto said = said_.find(work.task); said != said_.end()) {
      one.percent = said->second.percent;
      one.words = said->second.words;
      one.difficulties = said->second.difficulties;
      one.requests = said->second.requests;
    }
    if (tally.completed() > 0) one.percent = whole;
    return one;
  }

  std::string kind_of(TaskId task) const {
    const auto kind = store::kind_counted(reader_, agency_, task);
    return sentence(Language::vi, kind == "none" ? "ui.figures.no_kind" : "ui.steps.kind." + kind);
  }
  std::string lead_of(const WorkAsOf& work) const { return lead_as_of(*names_, reader_.task(agency_, work.task), work); }

 private:
  const store::Reader& reader_;
  domain::AgencyId agency_;
  Instant end_;
  std::set<TaskId> done_before_;
  std::map<TaskId, store::Said> said_;
  std::vector<domain::Transfer> transfers_;
  store::HeldNames names_;
  std::map<domain::UserId, std::string> users_;
};

}  // namespace

reports::Briefing briefing(const store::Reader& reader, domain::AgencyId agency, std::optional<UnitId> unit,
                           const domain::ReportPeriod& report, Instant now) {
  const auto rule = store::report_settings(reader, agency).rule(report.kind);
  const auto counted = domain::counted_days(report, rule);
  const Instant begin = Instant{std::chrono::sys_days{counted.first_day()}} - local_offset, end = domain::cut_off(counted);
  if (now < end) throw Error(ErrorCode::conflict, "report_period_not_over", {vietnamese(counted.last_day())});
  const auto names = reader.names(agency);
  if (unit && !names->find_unit(*unit)) throw Error(ErrorCode::not_found, "unit_not_found");
  const auto known = reader.find_agency(agency);
  reports::Briefing briefing{.agency = known ? known->name : "",
                             .report = report,
                             .counted = counted,
                             .next = domain::counted_days(domain::report_after(report), rule)};
  const Desk desk(reader, agency, begin, end);
  std::map<UnitId, reports::BriefedUnit> units;
  for (const WorkAsOf& work : work_counted(reader, agency, unit, end)) {
    const auto tally = desk.tally_of(work);
    const auto task = desk.briefed(work);
    const auto kind = desk.kind_of(work.task);
    briefing.tally += tally;
    for (const UnitId lead : work.lead_units) {
      if (unit && lead != *unit) continue;
      auto& of = units[lead];
      of.tally += tally;
      of.by_kind[kind] += tally;
      of.tasks.push_back(task);
    }
    const bool is_due = work.due_on && briefing.next.contains(*work.due_on);
    if (task.state == BriefedState::overdue || (task.state == BriefedState::under_way && is_due))
      briefing.coming.push_back({task, desk.lead_of(work)});
  }
  for (const auto& one : names->units) {
    const auto found = units.find(one.id);
    if (found == units.end()) continue;
    found->second.name = one.name;
    briefing.units.push_back(std::move(found->second));
  }
  return briefing;
}

}  // namespace tiendo::actions

#include "actions/tasks_to_urge.h"

#include <algorithm>
#include <map>
#include <set>

#include "store/letters.h"
#include "store/notices.h"

namespace tiendo::actions {
namespace {

using domain::TaskId;
using domain::UnitId;
using domain::WorkState;

// A quarter of a year, as undated work is allowed (ReminderRules); what an agency allows dated work it says itself.
constexpr int silent_when_nothing_is_set = 90;

int days_between(Date from, Date to) {
  return static_cast<int>((std::chrono::sys_days(to) - std::chrono::sys_days(from)).count());
}

// An id holds the instant it was made at.
Date assigned_on(TaskId task) {
  return local_date(made_at(task.value()));
}

TaskToUrge standing(store::TaskAtWork at, Date today) {
  const Date heard = at.work.heard_at ? local_date(*at.work.heard_at) : assigned_on(at.task.id);
  TaskToUrge one{.task = std::move(at.task), .work = std::move(at.work)};
  if (one.work.due_on) one.days_overdue = std::max(0, days_between(*one.work.due_on, today));
  one.days_silent = std::max(0, days_between(heard, today));
  return one;
}

bool waits_for_its_unit(WorkState state) {
  return domain::is_open(state) && state != WorkState::awaiting_confirmation && state != WorkState::refused && state != WorkState::paused;
}

bool is_wanting(const TaskToUrge& one, const domain::ReminderRules& rules) {
  const int set = one.work.due_on ? rules.silent_after : rules.undated_silent_after;
  return one.days_overdue > 0 || one.days_silent > (set > 0 ? set : silent_when_nothing_is_set);
}

std::vector<store::TaskAtWork> open_work(const store::Reader& reader, domain::AgencyId agency, std::optional<UnitId> unit,
                                         const std::vector<TaskId>& chosen) {
  if (chosen.empty()) return reader.tasks_at_work(agency, {.lead_unit = unit, .open_only = true, .limit = -1});
  std::vector<store::TaskAtWork> all;
  for (const TaskId id : chosen) all.push_back({reader.task(agency, id), reader.work(agency, id)});
  return all;
}

}  // namespace

TaskToUrge standing_of(const store::Reader& reader, domain::AgencyId agency, TaskId task, Date today) {
  return standing({reader.task(agency, task), reader.work(agency, task)}, today);
}

std::vector<UnitToUrge> tasks_to_urge(const store::Reader& reader, domain::AgencyId agency, std::optional<UnitId> unit,
                                      const std::vector<TaskId>& chosen, Date today) {
  const auto rules = store::reminder_settings(reader, agency).rules;
  const auto names = reader.names(agency);
  std::map<TaskId, Date> urged;
  for (const auto& [task, day] : store::last_letters(reader, agency)) urged.emplace(task, day);
  std::map<UnitId, std::vector<TaskToUrge>> by_unit;
  for (auto& at : open_work(reader, agency, unit, chosen)) {
    if (!waits_for_its_unit(at.work.state)) continue;
    TaskToUrge one = standing(std::move(at), today);
    if (chosen.empty() && !is_wanting(one, rules)) continue;
    if (const auto last = urged.find(one.task.id); last != urged.end()) one.urged_on = last->second;
    for (const UnitId lead : std::set(one.task.lead_units.begin(), one.task.lead_units.end()))
      if (!unit || lead == *unit) by_unit[lead].push_back(one);
  }
  std::vector<UnitToUrge> all;
  for (auto& [id, tasks] : by_unit) {
    std::ranges::stable_sort(tasks, [](const auto& a, const auto& b) {
      return std::pair(a.days_overdue, a.days_silent) > std::pair(b.days_overdue, b.days_silent);
    });
    const auto* known = names->find_unit(id);
    all.push_back({id, known ? known->name : std::string(), std::move(tasks)});
  }
  std::ranges::stable_sort(all, [](const auto& a, const auto& b) { return a.tasks.size() > b.tasks.size(); });
  return all;
}

}  // namespace tiendo::actions

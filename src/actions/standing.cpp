#include "actions/standing.h"

#include <algorithm>

#include "actions/delegate.h"
#include "base/error.h"

namespace tiendo::actions {

namespace {

template <class Value>
bool holds(const std::vector<Value>& list, const std::optional<Value>& value) {
  return value && std::ranges::find(list, *value) != list.end();
}

}  // namespace

Standing standing(const store::Reader& reader, const domain::Actor& actor, const domain::Task& task, const domain::Work& work, Date today) {
  using enum domain::Role;
  if (!actor.user) return {true, true, true};  // the operator at the machine
  const auto user = reader.find_user(actor.agency, actor.user);
  if (!user || !domain::may(user->role, domain::Right::work_on_tasks)) return {};
  if (user->role == office) return {true, true, true};
  const bool is_of_unit = holds(task.lead_units, user->unit);
  Standing mine;
  if (user->role != leader) mine.is_executor = work.executor == user->id || (is_of_unit && (user->role == unit_head || !work.executor));
  const auto held = held_by(reader, *user, task.directing_leaders, today);
  // Nobody but a leader directs by the account alone; a delegate of the lead unit does not confirm its own unit's work.
  if (held && (user->role == leader || (held->instead_of && !is_of_unit))) {
    mine.is_assigner = mine.is_confirmer = true;
    mine.instead_of = held->instead_of;
  }
  return mine;
}

void expect(const Standing& standing, domain::Doer doer) {
  if (!standing.may(doer)) throw Error(ErrorCode::forbidden, "not_yours_to_do");
}

}  // namespace tiendo::actions

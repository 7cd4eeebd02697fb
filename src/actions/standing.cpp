#include "actions/standing.h"

#include <algorithm>

#include "base/error.h"

namespace tiendo::actions {

namespace {

template <class Value>
bool holds(const std::vector<Value>& list, const std::optional<Value>& value) {
  return value && std::ranges::find(list, *value) != list.end();
}

}  // namespace

Standing standing(const store::Reader& reader, const domain::Actor& actor, const domain::Task& task, const domain::Work& work) {
  using enum domain::Role;
  if (!actor.user) return {true, true, true};  // the operator at the machine
  const auto user = reader.find_user(actor.agency, actor.user);
  if (!user || !domain::may(user->role, domain::Right::work_on_tasks)) return {};
  if (user->role == office) return {true, true, true};
  const bool leads = holds(task.directing_leaders, user->person);
  if (user->role == leader) return {false, leads, leads};
  const bool is_of_unit = holds(task.lead_units, user->unit);
  if (user->role == unit_head) return {is_of_unit, false, false};
  return {work.executor == user->id || (is_of_unit && !work.executor), false, false};
}

void expect(const Standing& standing, domain::Doer doer) {
  if (!standing.may(doer)) throw Error(ErrorCode::forbidden, "not_yours_to_do");
}

}  // namespace tiendo::actions

#include "actions/workload.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "store/transfers.h"

namespace tiendo::actions {
namespace {

using domain::Role;

bool carries_out(const domain::User& user) {
  return user.role == Role::unit_head || user.role == Role::officer;
}

// As hand_over allows it: the office anywhere, a head inside the unit.
bool may_hand_over(const domain::User& giver, const domain::User& from) {
  return giver.role == Role::office || (giver.role == Role::unit_head && giver.unit && giver.unit == from.unit);
}

}  // namespace

std::vector<Workload> workloads(const store::Reader& reader, const domain::Actor& actor, Date today) {
  std::map<domain::UserId, Workload> by_user;
  for (auto& user : reader.users(actor.agency)) by_user[user.id].user = std::move(user);
  for (const auto& [task, work] : reader.tasks_at_work(actor.agency, {.open_only = true, .limit = -1})) {
    const auto found = work.executor ? by_user.find(*work.executor) : by_user.end();
    if (found == by_user.end()) continue;
    ++found->second.open;
    if (work.due_on && *work.due_on < today) ++found->second.overdue;
  }
  const auto holdings = store::holdings(reader, actor.agency);
  for (const auto& [id, counted] : domain::count_by_person(holdings, store::transfers(reader, actor.agency)))
    if (const auto found = by_user.find(id); found != by_user.end()) found->second.counted = counted;
  const auto giver = reader.find_user(actor.agency, actor.user);
  std::vector<Workload> all;
  for (auto& [id, load] : by_user) {
    const bool is_there = carries_out(load.user) && !load.user.disabled_at;
    if (!is_there && load.open == 0) continue;
    load.may_hand_over = giver && load.open > 0 && may_hand_over(*giver, load.user);
    all.push_back(std::move(load));
  }
  std::ranges::sort(
      all, {}, [](const Workload& each) { return person_sort_key(each.user.full_name.empty() ? each.user.name : each.user.full_name); });
  return all;
}

}  // namespace tiendo::actions

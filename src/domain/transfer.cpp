#include "domain/transfer.h"

#include <algorithm>
#include <set>
#include <vector>

namespace tiendo::domain {
namespace {

// Whoever held a task, in order.
std::vector<UserId> holders(const Holding& holding, std::span<const Transfer> transfers) {
  std::vector<UserId> all;
  for (const Transfer& each : transfers) {
    if (each.task != holding.task) continue;
    if (all.empty()) all.push_back(each.from);
    all.push_back(each.to);
  }
  if (all.empty() && holding.executor) all.push_back(*holding.executor);
  return all;
}

}  // namespace

bool is_transferred(WorkState state) {
  return is_open(state) && state != WorkState::assigned && state != WorkState::not_started && state != WorkState::refused;
}

std::optional<UserId> holder_at(std::span<const Transfer> transfers, TaskId task, std::optional<UserId> now, Instant at) {
  const auto next = std::ranges::find_if(transfers, [&](const Transfer& each) { return each.task == task && each.at >= at; });
  return next == transfers.end() ? now : next->from;
}

std::map<UserId, PersonCount> count_by_person(std::span<const Holding> holdings, std::span<const Transfer> transfers) {
  std::map<TaskId, std::vector<Transfer>> of_task;
  for (const Transfer& each : transfers) of_task[each.task].push_back(each);
  std::map<UserId, PersonCount> counts;
  for (const Holding& holding : holdings) {
    const auto all = holders(holding, of_task[holding.task]);
    if (all.empty()) continue;
    const UserId first = all.front();
    const bool is_kept = holding.executor == first;
    PersonCount& own = counts[first];
    ++(holding.is_unplanned ? own.unplanned : own.assigned);
    (holding.is_unplanned ? own.unplanned_completed : own.completed) += is_kept && holding.is_completed;
    own.given_away += !is_kept;
    for (const UserId receiver : std::set<UserId>(all.begin() + 1, all.end())) {
      if (receiver == first) continue;
      ++counts[receiver].received;
      counts[receiver].received_completed += holding.executor == receiver && holding.is_completed;
    }
  }
  return counts;
}

}  // namespace tiendo::domain

// Work that goes from one person to another, and what each is counted for it (R27; NĐ 335/2025/NĐ-CP, Điều 18.1.d).
#pragma once

#include <map>
#include <span>

#include "domain/work.h"

namespace tiendo::domain {

struct Transfer {
  std::int64_t id = 0;
  TaskId task;
  UserId from, to;
  Instant at{};
};

// Whether giving work in this state to somebody else is a transfer; before it is begun it is only assigned anew.
bool is_transferred(WorkState state);

// Who held a task at an instant, by what went from hand to hand since; `now` holds it today. `transfers` in the order of time. What was
// assigned before it was begun leaves no trace: it counts as it is today.
std::optional<UserId> holder_at(std::span<const Transfer> transfers, TaskId task, std::optional<UserId> now, Instant at);

// Who holds a task now, and whether it is done.
struct Holding {
  TaskId task;
  std::optional<UserId> executor;
  bool is_completed = false;
  bool is_unplanned = false;  // given outside the programmes
};

// What went to somebody else stays in the first person's total and is none of the completed; whoever received it counts it beside the
// own total, and as completed there. What was given outside the programmes is beside it too.
struct PersonCount {
  int assigned = 0, completed = 0, given_away = 0;
  int unplanned = 0, unplanned_completed = 0;
  int received = 0, received_completed = 0;
  bool operator==(const PersonCount&) const = default;
};

// `transfers` in the order of time.
std::map<UserId, PersonCount> count_by_person(std::span<const Holding> holdings, std::span<const Transfer> transfers);

}  // namespace tiendo::domain

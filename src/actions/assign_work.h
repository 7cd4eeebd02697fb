// Inside the unit that leads a task, somebody carries it out; who leaves hands everything over at once (R33).
#pragma once

#include "store/store.h"

namespace tiendo::actions {

// Who may carry the task out: open accounts of heads and officers of the units that lead it, by given name.
std::vector<domain::User> executors_for(const store::Reader& reader, domain::AgencyId agency, const domain::Task& task);

// Who gives a task to somebody: the office, who directs it, the head of a unit that leads it; an officer of that unit takes a free one
// for himself and gives an own one back.
bool may_assign(const store::Reader& reader, const domain::Actor& actor, const domain::Task& task, const domain::Work& work, Date today);

// Nobody: the unit as a whole. Throws conflict "stale_version", "work_is_over", invalid "executor_of_other_unit",
// forbidden "not_yours_to_do".
domain::Work assign_work(store::Store& store, const domain::Actor& actor, domain::TaskId task, int version,
                         std::optional<domain::UserId> executor, const std::string& words, Instant now);

// All open work of one account goes to another of the same unit, in one piece; how many tasks and parts of tasks did. Throws invalid
// "executor_of_other_unit" where one of them is not of the other's unit, "bad_field" "to"; forbidden "not_yours_to_do".
int hand_over(store::Store& store, const domain::Actor& actor, domain::UserId from, domain::UserId to, const std::string& words,
              Instant now);

}  // namespace tiendo::actions

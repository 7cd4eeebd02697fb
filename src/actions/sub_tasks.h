// A task is split into parts for units and people, and closed part by part (R28).
#pragma once

#include <map>

#include "domain/sub_task.h"
#include "store/store.h"

namespace tiendo::actions {

// Parts are told apart by their id; without one a part is new. Only parts that are open may change, but for their share, or go.
// Throws conflict "stale_version", "work_is_over", "sub_task_not_open"; not_found "unit_not_found", "sub_task_not_found"; invalid
// "executor_of_other_unit" and as domain::check_split; forbidden "not_yours_to_do". `version`: of the work.
domain::Work split_task(store::Store& store, const domain::Actor& actor, domain::TaskId task, int version,
                        std::vector<domain::SubTask> parts, Instant now);

// The percentage of the task follows what is closed. Throws besides conflict "sub_task_move_not_possible", forbidden "own_report".
domain::Work move_sub_task(store::Store& store, const domain::Actor& actor, domain::TaskId task, int version, domain::SubTaskId part,
                           domain::SubTaskMove move, std::string_view words, Instant now);

bool may_split(const store::Reader& reader, const domain::Actor& actor, const domain::Task& task, const domain::Work& work, Date today);

std::vector<domain::SubTaskMove> moves_for(const store::Reader& reader, const domain::Actor& actor, const domain::Task& task,
                                           const domain::Work& work, const domain::SubTask& part, Date today);

// Whether carrying it out is this person's, or their unit's.
bool is_ones_own(const store::Reader& reader, const domain::Actor& actor, const domain::SubTask& part);

// A task is not reported before its parts are settled. Throws conflict "sub_tasks_open" with how many are not.
void expect_settled(const store::Reader& reader, domain::AgencyId agency, domain::TaskId task);

// All open parts of one account go to another; whoever began the transaction commits it. How many did.
int hand_over_sub_tasks(store::Writer& writer, const domain::Actor& actor, domain::UserId from, domain::UserId to, Instant now);

// What is neither reported nor settled, by task.
std::multimap<domain::TaskId, domain::SubTask> open_parts(const store::Reader& reader, domain::AgencyId agency);

// An open part as reminders and calendars see it: a task of its unit and person, due on its own day.
store::TaskAtWork as_task(const store::TaskAtWork& whole, const domain::SubTask& part);

}  // namespace tiendo::actions

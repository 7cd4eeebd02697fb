// The parts that tasks are split into.
#pragma once

#include "domain/sub_task.h"
#include "store/store.h"

namespace tiendo::store {

std::vector<SubTask> sub_tasks(const Reader& reader, AgencyId agency, TaskId task);  // in their order
std::vector<SubTask> unsettled_sub_tasks(const Reader& reader, AgencyId agency);     // of all tasks

// The whole split of a task, in this order: what was there before is gone.
void save(Writer& writer, AgencyId agency, TaskId task, const std::vector<SubTask>& parts);

}  // namespace tiendo::store

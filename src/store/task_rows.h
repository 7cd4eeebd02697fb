// How a task lies in its row.
#pragma once

#include "store/database.h"
#include "store/records.h"
#include "store/task_view.h"

namespace tiendo::store {

// In the order that view_of reads them.
#define TIENDO_TASK_COLUMNS                                                                                      \
  "t.id, t.programme_id, t.position, t.section, t.quarter, t.month, t.number, t.title, t.lead, t.coordinating, " \
  "t.deliverable, t.directing_leader, t.note, t.due, t.extra, t.lead_units, t.coordinating_units, "              \
  "t.directing_leaders, t.labels, t.due_from, t.due_to, t.version"

inline constexpr int task_columns = 22;  // whatever a query asks beside them follows

TaskView view_of(const Rows& row);  // until the next row
Task task_from(const TaskView& view, AgencyId agency);
std::string due_key(std::string_view last_day);
std::string title_key(std::string_view title);

}  // namespace tiendo::store

// A person changes what is written of a task.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "store/store.h"

namespace tiendo::actions {

inline constexpr std::size_t longest_cell = 64u << 10;

// What is named is changed; the rest stays. Text fields by their name; "" clears a text.
struct TaskEdit {
  std::map<std::string, std::string> texts;  // number title lead coordinating deliverable directing_leader note due
  std::map<std::string, std::string> extra;  // by header
  std::optional<std::optional<int>> quarter, month;
  std::optional<std::optional<domain::Period>> due_period;
};

// Meaning follows the text: units, leaders, labels and the deadline are understood anew from what changed.
// Throws not_found "task_not_found", conflict "stale_version", invalid "bad_field", "title_missing".
domain::Task edit_task(store::Store& store, const domain::Actor& actor, domain::TaskId task, int version, const TaskEdit& edit,
                       Instant now);

}  // namespace tiendo::actions

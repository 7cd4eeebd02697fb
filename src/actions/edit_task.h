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
// Throws not_found "task_not_found", conflict "stale_version", "programme_not_in_draft", invalid "bad_field", "title_missing".
domain::Task edit_task(store::Store& store, const domain::Actor& actor, domain::TaskId task, int version, const TaskEdit& edit,
                       Instant now);

// The same inside the caller's transaction, whatever the stage of the programme: for what a decision has settled.
domain::Task rewrite_task(store::Writer& writer, const domain::Actor& actor, const domain::Task& before, const TaskEdit& edit, Instant now);

// What the task says once edited; writes nothing. Throws as edit_task does.
void write(domain::Task& task, const TaskEdit& edit, const std::vector<std::string>& headers);

// Throws conflict "programme_not_in_draft": what is submitted waits for its answer, what is issued for an amendment.
void refuse_unless_drafted(const domain::Programme& programme);

}  // namespace tiendo::actions

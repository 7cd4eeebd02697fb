// The steps of a task: of which kind it is, which steps are done, and how the agency's series run.
#pragma once

#include "domain/steps.h"
#include "store/store.h"

namespace tiendo::actions {

// How a task comes about, as it stands.
struct TaskSteps {
  std::optional<domain::DeliverableKind> kind;
  bool is_told = true;                  // by its words; else somebody said so
  std::vector<domain::TaskStep> steps;  // none without a kind
  std::vector<domain::StepDone> done;   // also of steps that the series has no more
  std::string research_step;            // which step of the way of an R&D task the task itself is; empty: none
};

TaskSteps steps_of(const store::Reader& reader, const domain::Task& task);

struct KindWish {
  bool as_told = false;  // what its words say, again
  std::optional<domain::DeliverableKind> kind;
};

// By whoever may say how the task stands. Throws forbidden "not_yours_to_do", conflict "work_is_over".
void say_kind(store::Store& store, const domain::Actor& actor, domain::TaskId task, const KindWish& wish, Instant now);

struct StepWish {
  std::string key;
  int part = 0;
  Date done_on;
  std::optional<int> percent;  // none: on by the share of the step
  std::string words;
};

// A progress entry that says so. Throws not_found "step_not_found", conflict "step_done", invalid "bad_field" (a day to come), and
// what add_progress throws.
domain::Work finish_step(store::Store& store, const domain::Actor& actor, domain::TaskId task, int version, const StepWish& wish,
                         Instant now);

// It was not done after all: the percent goes back by what it had moved. Throws not_found "step_not_found" and what add_progress throws.
domain::Work reopen_step(store::Store& store, const domain::Actor& actor, domain::TaskId task, int version, std::string_view key, int part,
                         Instant now);

// By the office. A step without a key is a new one. What was done stays done under its key.
// Throws as domain::check does, conflict "stale_version".
domain::StepSeries save_steps(store::Store& store, const domain::Actor& actor, domain::StepSeries series, Instant now);

}  // namespace tiendo::actions

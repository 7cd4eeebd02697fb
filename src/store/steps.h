// Series of steps as an agency has them, the kinds of tasks said by hand, and the steps that are done.
#pragma once

#include "domain/steps.h"
#include "store/store.h"

namespace tiendo::store {

StepSeries step_series(const Reader& reader, AgencyId agency, DeliverableKind kind);  // the usual one where the agency changed nothing
void save(Writer& writer, AgencyId agency, const StepSeries& series);                 // throws conflict "stale_version"

// Said by hand: a kind, or that it is none. Outer none: nobody said anything, and its words tell.
std::optional<std::optional<DeliverableKind>> find_kind_said(const Reader& reader, AgencyId agency, TaskId task);
// Of which kind a task is for the figures: as it was said, else as its words tell; "none" where neither is so.
std::string kind_of(const Reader& reader, const Task& task);
// Under which kind it is counted since its work began or its words changed last.
std::string kind_counted(const Reader& reader, AgencyId agency, TaskId task);
std::string recount_kind(Writer& writer, const Task& task);  // from now on by `kind_of`; whoever calls counts it there

// These two count the task under its new kind themselves.
void save_kind(Writer& writer, AgencyId agency, TaskId task, std::optional<DeliverableKind> kind);
void forget_kind(Writer& writer, AgencyId agency, TaskId task);

std::vector<StepDone> steps_done(const Reader& reader, AgencyId agency, TaskId task);
void add(Writer& writer, AgencyId agency, TaskId task, const StepDone& done);  // throws conflict "step_done"
void remove_step(Writer& writer, AgencyId agency, TaskId task, std::string_view key, int part);

}  // namespace tiendo::store

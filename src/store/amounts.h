// What tasks ask for in numbers, how much of it is done word by word, and what a series comes to in a year (R13).
#pragma once

#include <map>

#include "domain/target.h"
#include "store/store.h"

namespace tiendo::store {

void add(Writer& writer, AgencyId agency, TaskId task, std::int64_t entry, std::span<const Amount> amounts);

// By the entry that said it.
std::map<std::int64_t, std::vector<Amount>> amounts_said(const Reader& reader, AgencyId agency, TaskId task);

// The targets of its title with what is done; amounts of a unit that the title no longer names are left out.
std::vector<Target> targets(const Reader& reader, const Task& task);

// Beside the task as its title says them, in the place of those before.
void keep_targets(Writer& writer, const Task& task);
void forget_targets(Writer& writer, const Task& task);

struct TargetOfTask {
  TaskId task;
  ProgrammeId programme;
  std::string number, title, lead;  // as written
  std::optional<int> month;
  WorkState state = WorkState::assigned;
  Target target;
};

// One unit of one activity. A task that stands alone is a series of itself.
struct SeriesTarget {
  std::int64_t series = 0;
  Target total;
  std::vector<TargetOfTask> tasks;  // by month
};

// Of the work in programmes of that year that are not planned for a time to come; stopped and refused work is left out. Of one series, or
// of all in the order of the annex. With `until`, amounts said from then on are left out.
std::vector<SeriesTarget> yearly_targets(const Reader& reader, AgencyId agency, int year, std::optional<std::int64_t> series = {},
                                         std::optional<Instant> until = {});

// The years of those programmes, latest first.
std::vector<int> target_years(const Reader& reader, AgencyId agency);

}  // namespace tiendo::store

// Which tasks a letter may be about: those whose deadline has passed, and those of which nothing has been heard for too long.
#pragma once

#include "store/store.h"

namespace tiendo::actions {

struct TaskToUrge {
  domain::Task task;
  domain::Work work;
  int days_overdue = 0;          // 0: not overdue
  int days_silent = 0;           // since somebody last said how it stands, or since it was assigned
  std::optional<Date> urged_on;  // when a letter about it was last issued
};

struct UnitToUrge {
  domain::UnitId unit;
  std::string name;
  std::vector<TaskToUrge> tasks;  // the longest overdue first
};

// By lead unit; a task of two units stands with both. With `chosen` these tasks alone, as far as they are open, overdue or not.
// Work that waits for confirmation or was refused waits for somebody else and is not among them.
std::vector<UnitToUrge> tasks_to_urge(const store::Reader& reader, domain::AgencyId agency, std::optional<domain::UnitId> unit,
                                      const std::vector<domain::TaskId>& chosen, Date today);

TaskToUrge standing_of(const store::Reader& reader, domain::AgencyId agency, domain::TaskId task, Date today);

}  // namespace tiendo::actions

// From what is written of a task to what it means: units, leaders, labels, the days of its deadline.
#pragma once

#include "actions/register.h"

namespace tiendo::actions {

void understand_units(domain::Task& task, RegisterBook& book);
void understand_leaders(domain::Task& task, RegisterBook& book);
void understand_labels(domain::Task& task);
// The deadline column first, then the month, then the quarter, of `year` where the text names none.
void understand_deadline(domain::Task& task, int year);

// All of it, for a new task, but for a period that it states itself; and only what another text makes another meaning, for one that was
// changed.
void understand(domain::Task& task, int year, RegisterBook& book);
void understand_changes(const domain::Task& before, domain::Task& task, int year, RegisterBook& book);

// The year of a programme: from its title, its headings, its decision; the last resort is the year it came in.
int year_of(const intake::Intake& intake, Date today);

}  // namespace tiendo::actions

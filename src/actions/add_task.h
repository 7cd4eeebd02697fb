// A task comes into a programme without a document of its own: by an amendment, by a proposal.
#pragma once

#include "actions/edit_task.h"

namespace tiendo::actions {

// Last of its month, with the next number of its quarter where the edit names none: the numbers of the others stay.
domain::Task add_task(store::Writer& writer, const domain::Actor& actor, const domain::Programme& programme, const TaskEdit& edit,
                      Instant now);

// Positions and numbers anew, quarter by quarter and month by month: for a programme that is still drafted.
void renumber(store::Writer& writer, const domain::Actor& actor, domain::ProgrammeId programme, Instant now);

}  // namespace tiendo::actions

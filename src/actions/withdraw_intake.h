// Takes an import back while none of its tasks was changed: a merge leaves the programme as it found it. An open one is thrown away.
#pragma once

#include "store/store.h"

namespace tiendo::actions {

// Throws conflict "intake_withdrawn", "tasks_changed", "merged_since".
void withdraw_intake(store::Store& store, const domain::Actor& actor, domain::IntakeId intake, Instant now);

}  // namespace tiendo::actions

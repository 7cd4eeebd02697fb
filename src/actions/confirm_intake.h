// The clerk is content: the drafts become tasks of a programme, in one transaction.
#pragma once

#include "store/store.h"

namespace tiendo::actions {

struct Confirmed {
  domain::ProgrammeId programme;
  int tasks = 0;
};

// Throws conflict "stale_version", "intake_not_open", "intake_without_tasks", "intake_is_merge".
Confirmed confirm_intake(store::Store& store, const domain::Actor& actor, domain::IntakeId intake, int version, Instant now);

}  // namespace tiendo::actions

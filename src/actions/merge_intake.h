// A newer file of a programme that is kept already: the tasks keep their ids, what was chosen is taken, in one transaction.
#pragma once

#include "store/store.h"

namespace tiendo::actions {

struct Merged {
  domain::ProgrammeId programme;
  int added = 0, changed = 0, dropped = 0;  // tasks; changed in a cell, in their month or in their number
  bool is_same() const { return added + changed + dropped == 0; }
};

// `seen` is the comparison that the clerk looked at (compare_intake.h).
// Throws conflict "stale_version", "intake_not_open", "intake_is_no_merge", "programme_changed", "task_at_work".
Merged merge_intake(store::Store& store, const domain::Actor& actor, domain::IntakeId intake, int version, std::string_view seen,
                    Instant now);

}  // namespace tiendo::actions

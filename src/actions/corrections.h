// What a correction does to the drafts of an intake; no store, no clock.
#pragma once

#include "actions/correct_intake.h"
#include "intake/intake.h"

namespace tiendo::actions {

// Throws invalid "bad_correction" where it names a row, field or column that is none.
void apply(intake::Intake& intake, const Correction& correction);

// Cells that a clerk should look at.
int doubts_in(const intake::Intake& intake);

}  // namespace tiendo::actions

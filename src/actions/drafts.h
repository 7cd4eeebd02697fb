// An intake between its record in the store and the drafts that a clerk corrects.
#pragma once

#include "intake/intake.h"
#include "store/store.h"

namespace tiendo::actions {

// Writes drafts, problems and their counts into the record.
void write_draft(store::IntakeRecord& record, const intake::Intake& intake);
intake::Intake draft_of(const store::IntakeRecord& record);

}  // namespace tiendo::actions

// The agency's own words for columns: asked for once, known from then on.
#pragma once

#include "intake/intake.h"
#include "store/store.h"

namespace tiendo::actions {

// Gives each column the meaning that the agency gave its header before; marks those whose header nobody knows.
void name_columns(intake::Intake& intake, const store::ColumnWords& words);

// Keeps what the clerk said of headers that the program reads otherwise, with one event for each that is new or changed.
void remember_columns(store::Writer& writer, const domain::Actor& actor, const intake::Intake& intake, Instant now);

}  // namespace tiendo::actions

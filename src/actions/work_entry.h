// What is said about a task is kept beside it and goes into the log of changes.
#pragma once

#include "store/store.h"

namespace tiendo::actions {

// Gives it an id. Texts are cleaned; throws invalid "bad_field" where one is too long.
void write_entry(store::Writer& writer, domain::WorkEntry entry);

}  // namespace tiendo::actions

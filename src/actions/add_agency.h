// The first set-up of an agency.
#pragma once

#include <string_view>

#include "store/store.h"

namespace tiendo::actions {

// Throws invalid "name_missing".
domain::Agency add_agency(store::Store& store, std::string_view name, Instant now);

}  // namespace tiendo::actions

// Ends a session; an unknown one is no mistake.
#pragma once

#include <string_view>

#include "store/store.h"

namespace tiendo::actions {

void sign_out(store::Store& store, std::string_view token, Instant now);

}  // namespace tiendo::actions

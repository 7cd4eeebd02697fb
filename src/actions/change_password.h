// A new password for an account by the operator at the machine: opens an account that was locked or unused, and signs out whoever
// was signed in with the old one.
#pragma once

#include <string_view>

#include "store/store.h"

namespace tiendo::actions {

// Throws not_found "user_not_found", invalid as add_user does.
void change_password(store::Store& store, std::string_view name, std::string_view password, Instant now, bool must_change_password = false);

}  // namespace tiendo::actions

// A new password for an account; whoever was signed in with the old one is signed out.
#pragma once

#include <string_view>

#include "store/store.h"

namespace tiendo::actions {

// Throws not_found "user_not_found", invalid as add_user does. By the operator at the machine.
void change_password(store::Store& store, std::string_view name, std::string_view password, Instant now);

}  // namespace tiendo::actions

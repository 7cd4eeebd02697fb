// The password that somebody chooses: with the old one, or with the code that the administrator handed over.
#pragma once

#include "actions/sign_in.h"

namespace tiendo::actions {

// Ends all other sessions. Throws invalid "password_wrong", and as domain::check_password and "password_known" say; conflict
// "account_locked".
void change_own_password(store::Store& store, const SignedIn& who, std::string_view old_password, std::string_view password, Instant now);

// Throws unauthenticated "invitation_failed" for an unknown name, a wrong code and one that has run out alike; invalid as above.
void redeem_invitation(store::Store& store, std::string_view name, std::string_view code, std::string_view password, Instant now);

}  // namespace tiendo::actions

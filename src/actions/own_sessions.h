// One's own sessions: on this device and on others.
#pragma once

#include "actions/sign_in.h"

namespace tiendo::actions {

// Throws not_found "session_not_found". `session` is the name that a list of sessions gives it: the hash of its token.
void end_own_session(store::Store& store, const SignedIn& who, std::string_view session, Instant now);
// All but the one that asks; gives how many.
int end_other_sessions(store::Store& store, const SignedIn& who, Instant now);

}  // namespace tiendo::actions

// Wrong passwords and codes, counted on the account itself.
#pragma once

#include "store/accounts.h"

namespace tiendo::actions {

bool is_locked(const domain::User& user, Instant now);

// After so many in a row nobody signs in with this account for a while. Commits the writer.
void note_failure(store::Writer& writer, const domain::Actor& actor, domain::User user, Instant now);

}  // namespace tiendo::actions

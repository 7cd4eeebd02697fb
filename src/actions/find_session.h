// Who stands behind a cookie or a key. A session ends when it was not used for a while, and in any case after some hours
// (domain/account_rules.h).
#pragma once

#include <optional>
#include <string_view>

#include "actions/sign_in.h"

namespace tiendo::actions {

// The cookie outlives no session: the longest that an agency may allow.
inline constexpr std::chrono::hours cookie_lasts{24};

// A token begins with its agency.
std::optional<domain::AgencyId> agency_of_token(std::string_view token);

// Keeps the session awake (written down at most once a minute).
std::optional<SignedIn> find_session(store::Store& store, std::string_view token, Instant now);

// Who acts with a key: nobody where it ended, was revoked, or its owner may not sign in.
std::optional<SignedIn> find_key_holder(store::Store& store, std::string_view key, Instant now);

}  // namespace tiendo::actions

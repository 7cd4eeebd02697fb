// Who stands behind a cookie. A session ends when it was not used for a while, and in any case after half a day.
#pragma once

#include <optional>
#include <string_view>

#include "actions/sign_in.h"

namespace tiendo::actions {

inline constexpr std::chrono::minutes session_idle{15}, administrator_idle{5};
inline constexpr std::chrono::hours session_most{12};

constexpr std::chrono::minutes idle_of(domain::Role role) {
  return role == domain::Role::administrator ? administrator_idle : session_idle;
}

// A token begins with its agency.
std::optional<domain::AgencyId> agency_of_token(std::string_view token);

// Keeps the session awake (written down at most once a minute).
std::optional<SignedIn> find_session(store::Store& store, std::string_view token, Instant now);

}  // namespace tiendo::actions

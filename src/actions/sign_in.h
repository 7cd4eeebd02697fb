// From a name and a password to a session.
#pragma once

#include <string>
#include <string_view>

#include "store/store.h"

namespace tiendo::actions {

struct SignedIn {
  domain::User user;
  domain::Agency agency;
  std::string token;  // for the cookie; the store keeps its hash only
  std::string csrf;   // every change must carry it

  domain::Actor actor() const { return {user.id, agency.id, user.full_name.empty() ? user.name : user.full_name}; }
};

// Defaults of R61.
inline constexpr int most_failures = 5;
inline constexpr std::chrono::hours lock_lasts{12};
inline constexpr std::chrono::days unused_lasts{45};

// Throws unauthenticated "sign_in_failed", the same for an unknown name and a wrong password; with the right password
// "account_locked", "account_disabled", "account_unused".
SignedIn sign_in(store::Store& store, std::string_view name, std::string_view password, Instant now);

}  // namespace tiendo::actions

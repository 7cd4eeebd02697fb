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

// Throws unauthenticated "sign_in_failed", the same for an unknown name and a wrong password.
SignedIn sign_in(store::Store& store, std::string_view name, std::string_view password, Instant now);

}  // namespace tiendo::actions

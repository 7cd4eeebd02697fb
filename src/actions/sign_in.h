// From a name and a password, and a code where the account has a second factor, to a session.
#pragma once

#include <string>
#include <string_view>

#include "domain/access_key.h"
#include "store/accounts.h"

namespace tiendo::actions {

struct SignedIn {
  domain::User user;
  domain::Agency agency;
  std::string token;  // for the cookie; the store keeps its hash only
  std::string csrf;   // every change must carry it; empty for a program with a key
  domain::Pending pending = domain::Pending::nothing;
  std::optional<std::vector<domain::Right>> rights;  // a program with a key has these of its owner's, and no other

  domain::Actor actor() const { return {user.id, agency.id, user.full_name.empty() ? user.name : user.full_name}; }
  bool may(domain::Right right) const;
};

struct SignInForm {
  std::string name, password;
  std::string code;  // of the authenticator, or one for when it is lost
  store::Device device;
};

// Throws unauthenticated "sign_in_failed", the same for an unknown name and a wrong password; with the right password
// "account_locked", "account_disabled", "account_unused", "code_wanted", "code_wrong". A wrong code counts as a wrong password does.
SignedIn sign_in(store::Store& store, const SignInForm& form, Instant now);
inline SignedIn sign_in(store::Store& store, std::string_view name, std::string_view password, Instant now) {
  return sign_in(store, SignInForm{std::string(name), std::string(password), {}, {}}, now);
}

}  // namespace tiendo::actions

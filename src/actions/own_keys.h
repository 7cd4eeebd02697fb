// Keys with which somebody lets other programs act for them.
#pragma once

#include "actions/sign_in.h"

namespace tiendo::actions {

inline constexpr std::size_t longest_access_key_name = 100;  // code points

struct NewAccessKey {
  domain::AccessKey key;
  std::string secret;  // what the program sends; this once: the store keeps its hash
};

// Throws invalid "access_key_name", "access_key_right" where the right is not the owner's or may go to no key, "access_key_days"; conflict
// "access_keys_full".
NewAccessKey add_access_key(store::Store& store, const SignedIn& who, const std::string& name, const std::vector<domain::Right>& rights,
                            int days, Instant now);

// Throws not_found "access_key_not_found".
void revoke_access_key(store::Store& store, const SignedIn& who, domain::AccessKeyId key, Instant now);

}  // namespace tiendo::actions

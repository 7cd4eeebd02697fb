// A key with which another program acts for an account: some of the account's rights, until a day.
#pragma once

#include <string>
#include <vector>

#include "domain/agency.h"

namespace tiendo::domain {

struct AccessKeyEntity;
using AccessKeyId = Id<AccessKeyEntity>;

struct AccessKey {
  AccessKeyId id;
  UserId user;
  std::string name;  // what it is for
  std::vector<Right> rights;
  Instant created_at{}, expires_at{};
  std::optional<Instant> last_used_at, revoked_at;

  bool is_good(Instant now) const { return !revoked_at && now < expires_at; }
};

inline constexpr std::size_t most_access_keys = 20;  // good ones of one account
inline constexpr int most_access_key_days = 366;

// Accounts are kept, and one's own password and sessions changed, by people alone.
constexpr bool may_go_to_a_key(Right right) {
  return right != Right::own_session && right != Right::manage_accounts;
}

std::optional<Right> find_right(std::string_view name);

}  // namespace tiendo::domain

#include "domain/account.h"

#include <algorithm>

namespace tiendo::domain {

const char* name_of(AccountState state) {
  constexpr std::array names{"invited", "open", "locked", "unused", "disabled"};
  return names[static_cast<std::size_t>(state)];
}

const char* name_of(Pending pending) {
  constexpr std::array names{"nothing", "password_change_needed", "second_factor_needed"};
  return names[static_cast<std::size_t>(pending)];
}

AccountState state_of(const Account& account, const AccountRules& rules, Instant now) {
  if (account.disabled_at) return AccountState::disabled;
  if (account.locked_until && now < *account.locked_until) return AccountState::locked;
  if (!account.opened_at) return AccountState::invited;
  const Instant used = std::max(*account.opened_at, account.signed_in_at.value_or(*account.opened_at));
  if (now - used > std::chrono::days(rules.unused_days)) return AccountState::unused;
  return AccountState::open;
}

Pending pending_of(const Account& account, const AccountRules& rules, Instant now) {
  const bool is_old = account.role == Role::administrator && account.password_changed_at &&
                      now - *account.password_changed_at > std::chrono::days(rules.administrator_password_days);
  if (account.must_change_password || is_old) return Pending::password;
  if (rules.wants_second_factor(account.role) && !account.has_second_factor) return Pending::second_factor;
  return Pending::nothing;
}

}  // namespace tiendo::domain

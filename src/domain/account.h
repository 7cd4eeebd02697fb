// An account: who may sign in, and whether they may at this moment.
#pragma once

#include <vector>

#include "domain/account_rules.h"
#include "domain/agency.h"

namespace tiendo::domain {

struct Account : User {
  Instant created_at{};
  std::optional<Instant> opened_at;      // last set to be used: first password, or opened again
  std::optional<Instant> invited_until;  // a one-time code is out
  bool has_second_factor = false;
  int sessions = 0;
};

enum class AccountState {
  invited,   // nobody has set a password yet
  open,      // may sign in
  locked,    // too many wrong passwords or codes, for a while
  unused,    // suspended, for nobody used it long enough
  disabled,  // by an administrator
};
const char* name_of(AccountState state);

AccountState state_of(const Account& account, const AccountRules& rules, Instant now);

// What stands between somebody who is signed in and their work.
enum class Pending { nothing, password, second_factor };
const char* name_of(Pending pending);  // "password_change_needed"

Pending pending_of(const Account& account, const AccountRules& rules, Instant now);

}  // namespace tiendo::domain

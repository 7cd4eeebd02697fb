// What an administrator does with the accounts of the agency. Nobody does any of it to the own account, so that an agency never
// loses its last administrator.
#pragma once

#include "store/accounts.h"

namespace tiendo::actions {

inline constexpr std::size_t longest_account_name = 100, longest_full_name = 200;  // code points

struct AccountForm {
  std::string full_name;
  domain::Role role = domain::Role::officer;
  std::optional<domain::UnitId> unit;
  std::optional<domain::PersonId> person;
};

struct Invited {
  domain::Account account;
  std::string code;  // this once: the store keeps its hash
};

// An account without a password; whoever has the code chooses one. Throws invalid "name_missing", "bad_field", "unit_unknown",
// "leader_unknown"; conflict "user_exists".
Invited invite_account(store::Store& store, const domain::Actor& actor, const std::string& name, const AccountForm& form, Instant now);

// A new code; the password and the sessions that the account had are gone. All below throw not_found "account_not_found" and
// forbidden "own_account".
Invited reset_password(store::Store& store, const domain::Actor& actor, domain::UserId user, Instant now);

// Ends the sessions where the role changes. Throws invalid as above, conflict "stale_version".
domain::Account edit_account(store::Store& store, const domain::Actor& actor, domain::UserId user, int version, const AccountForm& form,
                             Instant now);

// Where nothing is to be changed, nothing is.
domain::Account disable_account(store::Store& store, const domain::Actor& actor, domain::UserId user, Instant now);
domain::Account open_account(store::Store& store, const domain::Actor& actor, domain::UserId user, Instant now);  // disabled, or unused
domain::Account unlock_account(store::Store& store, const domain::Actor& actor, domain::UserId user, Instant now);
void end_sessions(store::Store& store, const domain::Actor& actor, domain::UserId user, Instant now);
// For who has lost the authenticator and the codes.
void remove_second_factor_of(store::Store& store, const domain::Actor& actor, domain::UserId user, Instant now);
// By the operator at the machine. Throws not_found "user_not_found".
void remove_second_factor_by_name(store::Store& store, std::string_view name, Instant now);

// Throws invalid "rule_out_of_range", conflict "stale_version".
domain::AccountRules save_account_rules(store::Store& store, const domain::Actor& actor, domain::AccountRules rules, Instant now);

}  // namespace tiendo::actions

// An account for one person.
#pragma once

#include <string>

#include "store/store.h"

namespace tiendo::actions {

// What the operator at the machine must keep to; what people choose is held to the rules of their agency (domain/account_rules.h).
inline constexpr std::size_t shortest_first_password = 8;

// Throws invalid "password_short", "password_long".
void check_first_password(std::string_view password);

struct NewUser {
  std::string name, full_name, password;
  domain::Role role = domain::Role::office;
  std::optional<domain::UnitId> unit;
  std::optional<domain::PersonId> person;
  bool must_change_password = false;
};

// Throws invalid "name_missing", "password_short"; conflict "user_exists". Without an actor: the operator at the machine.
domain::User add_user(store::Store& store, domain::AgencyId agency, const NewUser& user, Instant now);

}  // namespace tiendo::actions

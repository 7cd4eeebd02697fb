// An agency and what it knows of itself: its units, its people, those who may sign in.
#pragma once

#include <string>
#include <vector>

#include "domain/programme.h"
#include "domain/rights.h"
#include "domain/unit.h"

namespace tiendo::domain {

struct Agency {
  AgencyId id;
  std::string name;
  int version = 1;
};

// A person who directs tasks; not necessarily one who signs in.
struct Person {
  PersonId id;
  std::string full_name;
  std::vector<std::string> aliases;
  int version = 1;
};

struct User {
  UserId id;
  AgencyId agency;
  std::string name;  // what is typed to sign in
  std::string full_name;
  int version = 1;
  Role role = Role::office;
  std::optional<UnitId> unit;      // of a unit head or an officer
  std::optional<PersonId> person;  // whom a leader's account stands for in the register
  bool must_change_password = false;
  int failures = 0;  // wrong passwords in a row
  std::optional<Instant> locked_until, disabled_at, signed_in_at, password_changed_at;
};

// Who acts: every change is written down with its actor.
struct Actor {
  UserId user;
  AgencyId agency;
  std::string name;
};

}  // namespace tiendo::domain

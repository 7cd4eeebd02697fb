// The register of people: entering, changing, and joining two spellings of one person (R08, R33).
#pragma once

#include "store/people.h"

namespace tiendo::actions {

inline constexpr std::size_t longest_person_words = 1'000, most_service_rows = 50;

struct PersonForm {
  domain::Person person;
  domain::Service service;
};

// The whole of a person with posts and fields. A name that they had stays as a spelling.
// Throws invalid "person_name_missing", "bad_field", conflict "stale_version", "person_name_taken", not_found "person_not_found",
// "unit_not_found", or what domain::check throws.
PersonForm add_person(store::Store& store, const domain::Actor& actor, PersonForm form, Instant now);
PersonForm edit_person(store::Store& store, const domain::Actor& actor, PersonForm form, Instant now);

struct JoinedPeople {
  domain::Person person;  // the one that stays
  int tasks = 0;          // that followed
};

// `from` was another spelling of `into`: tasks, accounts, posts, fields and delegations follow, and the row of `from` goes
// (docs/adr/0102). Throws invalid "person_joined_with_oneself", conflict "stale_version" (version of `from`).
JoinedPeople join_people(store::Store& store, const domain::Actor& actor, domain::PersonId from, int version, domain::PersonId into,
                         Instant now);

}  // namespace tiendo::actions

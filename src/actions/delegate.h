// Who stands in for whom while away (R17): entering, ending, and who holds a matter on a day.
#pragma once

#include <span>

#include "store/people.h"

namespace tiendo::actions {

struct DelegationForm {
  domain::PersonId absent, delegate;
  Date from, to;
  std::string document;
};

// Throws not_found "person_not_found", invalid "document_missing", or what domain::check throws.
domain::Delegation add_delegation(store::Store& store, const domain::Actor& actor, const DelegationForm& form, Instant now);

// `on` becomes the last day: the absent one is back. One that has not begun by then is taken away altogether and is not given back.
// Throws conflict "stale_version", "delegation_over".
std::optional<domain::Delegation> end_delegation(store::Store& store, const domain::Actor& actor, domain::DelegationId id, int version,
                                                 Date on, Instant now);

// Who decides on that day what is otherwise `person`'s to decide.
domain::Holder holder_of(const store::Reader& reader, domain::AgencyId agency, domain::PersonId person, Date day);

// As what the user may decide where one of `people` has to, on that day; nothing where the user may not.
std::optional<domain::Holder> held_by(const store::Reader& reader, const domain::User& user, std::span<const domain::PersonId> people,
                                      Date day);

// The leaders in whose field the unit lies on that day, as those who hold it.
std::vector<domain::Holder> holders_of_unit(const store::Reader& reader, domain::AgencyId agency, domain::UnitId unit, Date day);

// The actor as the history shall name them: "Trần Thị Thu Hà thay Phan Văn Hiếu" where they stand in for somebody.
domain::Actor named_with(const store::Reader& reader, domain::Actor actor, std::optional<domain::PersonId> instead_of);

}  // namespace tiendo::actions

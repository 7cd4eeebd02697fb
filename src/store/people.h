// People of an agency: posts, fields, and who stands in for whom.
#pragma once

#include <map>

#include "domain/person.h"
#include "store/store.h"

namespace tiendo::store {

using ServiceByPerson = std::map<PersonId, domain::Service>;

ServiceByPerson services(const Reader& reader, AgencyId agency);
// All posts and fields of a person, in place of those that were.
void save(Writer& writer, AgencyId agency, PersonId person, const domain::Service& service);

std::vector<domain::Delegation> delegations(const Reader& reader, AgencyId agency);             // newest first
domain::Delegation delegation(const Reader& reader, AgencyId agency, domain::DelegationId id);  // throws not_found "delegation_not_found"
void add(Writer& writer, const domain::Delegation& delegation);
void save(Writer& writer, const domain::Delegation& delegation);  // throws conflict "stale_version"
void remove(Writer& writer, const domain::Delegation& delegation);

std::vector<Task> tasks_of_leader(const Reader& reader, AgencyId agency, PersonId leader);

// Posts and fields that spoke of `from` speak of `into`.
void move_services(Writer& writer, AgencyId agency, UnitId from, UnitId into);
// Whoever stood in for `from`, or for whom `from` stood in. The rows of `from` are gone after it; nothing may refer to it any more.
void move_delegations(Writer& writer, AgencyId agency, PersonId from, PersonId into);
void remove_person(Writer& writer, AgencyId agency, PersonId person);

}  // namespace tiendo::store

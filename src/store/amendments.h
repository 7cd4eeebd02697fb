// Changes to programmes in force, and the answers of leaders to them.
#pragma once

#include "domain/amendment.h"
#include "store/store.h"

namespace tiendo::store {

std::vector<Amendment> amendments(const Reader& reader, AgencyId agency, ProgrammeId programme);  // newest first
Amendment amendment(const Reader& reader, AgencyId agency, AmendmentId id);                       // throws not_found "amendment_not_found"
std::optional<Amendment> find_open_amendment(const Reader& reader, AgencyId agency, ProgrammeId programme);

void add(Writer& writer, const Amendment& amendment);  // without its changes
// State and what it led to. Throws conflict "stale_version" as Writer::save does.
void save(Writer& writer, const Amendment& amendment);
void save(Writer& writer, AgencyId agency, AmendmentId amendment, const AmendmentChange& change);  // adds or replaces
void remove(Writer& writer, AgencyId agency, AmendmentChangeId change);

}  // namespace tiendo::store

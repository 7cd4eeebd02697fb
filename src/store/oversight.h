// Which agencies' sums another one sees: the office of a province those of its departments (docs/adr/0180).
#pragma once

#include "store/store.h"

namespace tiendo::store {

std::vector<Agency> overseen_by(const Reader& reader, AgencyId overseer);  // by name

// Whether anything changed.
bool add_oversight(Writer& writer, AgencyId overseer, AgencyId overseen, Instant since);
bool remove_oversight(Writer& writer, AgencyId overseer, AgencyId overseen);

}  // namespace tiendo::store

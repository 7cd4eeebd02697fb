// Which older task one carries on or repeats.
#pragma once

#include "domain/origin.h"
#include "store/store.h"

namespace tiendo::store {

std::vector<Origin> origins(const Reader& reader, AgencyId agency, ProgrammeId programme);  // of its tasks
std::optional<Origin> find_origin(const Reader& reader, AgencyId agency, TaskId task);
void add(Writer& writer, AgencyId agency, const Origin& origin);

}  // namespace tiendo::store

// What the agency has set about deadlines, results and extensions.
#pragma once

#include "domain/work_settings.h"
#include "store/store.h"

namespace tiendo::store {

WorkSettings work_settings(const Reader& reader, AgencyId agency);
void save(Writer& writer, AgencyId agency, const WorkSettings& settings);  // throws conflict "stale_version"

}  // namespace tiendo::store

// A whole programme as values, as reports want it. Changes nothing.
#pragma once

#include "reports/programme_json.h"
#include "store/store.h"

namespace tiendo::actions {

// As of the moment of the reader. Throws not_found.
reports::ProgrammeFile programme_file(const store::Reader& reader, domain::AgencyId agency, domain::ProgrammeId programme);

}  // namespace tiendo::actions

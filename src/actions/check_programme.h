// Soát of a stored programme, as it stands now. Changes nothing.
#pragma once

#include <vector>

#include "domain/problem.h"
#include "store/store.h"

namespace tiendo::actions {

// Throws not_found.
std::vector<domain::Problem> check_programme(const store::Reader& reader, domain::AgencyId agency, domain::ProgrammeId programme);

}  // namespace tiendo::actions

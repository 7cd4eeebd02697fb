// The programme that an operator means: by its id, or by words of its title where only one programme has them.
#pragma once

#include <string>
#include <utility>

#include "domain/agency.h"
#include "store/store.h"

namespace tiendo::cli {

// Throws not_found "programme_not_found", conflict "several_programmes".
std::pair<domain::Agency, domain::ProgrammeId> chosen_programme(const store::Reader& reader, const std::string& words);

}  // namespace tiendo::cli

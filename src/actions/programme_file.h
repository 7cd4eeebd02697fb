// A whole programme as values, as reports want it. Changes nothing.
#pragma once

#include "reports/annex.h"
#include "reports/programme_json.h"
#include "store/store.h"

namespace tiendo::actions {

// As of the moment of the reader. Throws not_found.
reports::ProgrammeFile programme_file(const store::Reader& reader, domain::AgencyId agency, domain::ProgrammeId programme);

// The columns keep the headings that the agency wrote.
reports::AnnexForm annex_form(const domain::Programme& programme, const std::string& agency);

}  // namespace tiendo::actions

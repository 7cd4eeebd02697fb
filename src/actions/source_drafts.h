// A document of any kind -> drafts: a programme that we exported as JSON by what it says, everything else as a Paper.
#pragma once

#include <string_view>

#include "formats/progress.h"
#include "intake/intake.h"
#include "reports/programme_json.h"

namespace tiendo::actions {

// Throws what the readers throw; invalid "bad_programme_file" where JSON is no programme, "secret_document".
intake::Intake source_drafts(std::string_view bytes, std::string_view name, const intake::Register& known = {},
                             const formats::Progress& progress = {});

// Tasks keep their ids, cells their columns; an id that stands twice is one task's.
intake::Intake drafts_of_file(const reports::ProgrammeFile& file);

}  // namespace tiendo::actions

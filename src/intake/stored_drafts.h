// A stored programme seen as drafts again, so that soát can be asked at any time and not only while importing.
#pragma once

#include <vector>

#include "domain/programme.h"
#include "intake/intake.h"

namespace tiendo::intake {

// Columns are those that any task fills. Proposals are not kept with a programme.
Intake drafts_of(const domain::Programme& programme, const std::vector<domain::Task>& tasks);

}  // namespace tiendo::intake

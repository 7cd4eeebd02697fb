// Tables with spans -> drafts.
#pragma once

#include "intake/intake.h"

namespace tiendo::intake {

// False where no table of the paper is one of tasks.
bool read_tables(const formats::Paper& paper, const Register& known, Intake& out);

}  // namespace tiendo::intake

// A text layer without tables -> drafts.
#pragma once

#include "intake/intake.h"
#include "intake/lines.h"

namespace tiendo::intake {

// False where the lines hold no header of a table of tasks.
bool read_lines(const Lines& in, const Register& known, Intake& out);

}  // namespace tiendo::intake

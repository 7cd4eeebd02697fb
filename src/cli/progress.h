// How far a long reading is, for one who sits at a terminal.
#pragma once

#include "formats/progress.h"

namespace tiendo::cli {

// Rewrites one line on standard error; says nothing where that is no terminal.
formats::Progress progress_on_terminal();

}  // namespace tiendo::cli

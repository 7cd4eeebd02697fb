// How far a reading is.
#pragma once

#include <functional>

namespace tiendo::formats {

// Called with the pages done and the pages there are; false gives the reading up (the reader throws conflict "reading_cancelled").
using Progress = std::function<bool(int done, int total)>;

}  // namespace tiendo::formats

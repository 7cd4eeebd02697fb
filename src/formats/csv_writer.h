// A Sheet -> values parted by commas (RFC 4180), UTF-8 with BOM, as Excel wants it.
#pragma once

#include <string>

#include "formats/sheet.h"

namespace tiendo::formats {

// A paragraph is a line with one value; what a merged cell covers is empty.
std::string write_csv(const Sheet& sheet);

}  // namespace tiendo::formats

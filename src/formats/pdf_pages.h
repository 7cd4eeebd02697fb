// A Sheet -> a PDF with embedded fonts and selectable text.
#pragma once

#include <string>

#include "formats/sheet.h"

namespace tiendo::formats {

std::string write_pdf(const Sheet& sheet);

}  // namespace tiendo::formats

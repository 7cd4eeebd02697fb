// A Sheet on its way to the program that draws it (draw.h). Both programs come from one build: this is no format to be kept.
#pragma once

#include <string>
#include <string_view>

#include "formats/sheet.h"

namespace tiendo::formats {

std::string to_bytes(const Sheet& sheet);
// Throws internal "internal" where the bytes end too early.
Sheet sheet_from_bytes(std::string_view bytes);

}  // namespace tiendo::formats

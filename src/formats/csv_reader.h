// Values parted by commas, semicolons, tabs or bars -> Paper.
#pragma once

#include <string_view>

#include "formats/paper.h"

namespace tiendo::formats {

// The separator is the one that parts the most lines into the same number of values. UTF-8 or UTF-16 with BOM.
// Throws invalid "text_too_large", "text_not_utf8", "file_not_text", "table_too_large".
Paper read_csv(std::string_view bytes, std::string_view name);

}  // namespace tiendo::formats

// A plain text file or a pasted text -> Paper: every line a paragraph, blank lines and blanks kept.
#pragma once

#include <string_view>

#include "formats/paper.h"

namespace tiendo::formats {

inline constexpr std::size_t most_text_bytes = 32u << 20;

// UTF-8 (with or without BOM) or UTF-16 with BOM. Throws invalid "text_too_large", "text_not_utf8", "file_not_text".
Paper read_text(std::string_view bytes, std::string_view name);

}  // namespace tiendo::formats

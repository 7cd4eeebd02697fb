// HTML from the clipboard of Word, Excel or a browser, or a saved page -> Paper.
#pragma once

#include <string_view>

#include "formats/paper.h"

namespace tiendo::formats {

inline constexpr std::size_t most_html_bytes = 16u << 20;
inline constexpr int most_html_depth = 400;

// Throws invalid "html_too_large", "xml_too_deep", "table_too_large", "text_not_utf8", "file_not_text".
Paper read_html(std::string_view bytes, std::string_view name);

}  // namespace tiendo::formats

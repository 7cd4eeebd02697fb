// The bytes of a text file -> UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace tiendo::formats {

// UTF-8 with or without BOM, UTF-16 with BOM; bytes of TCVN3 or VNI as letters of Latin-1 (old_encoding.h). Throws invalid
// "text_too_large", "text_not_utf8", "file_not_text".
std::string utf8_text(std::string_view bytes);

}  // namespace tiendo::formats

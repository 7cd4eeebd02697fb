// Text typed for the fonts of the years before Unicode (R84): TCVN3 (.VnTime) and VNI (VNI-Times), recognised and converted.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "formats/paper.h"

namespace tiendo::formats {

enum class OldEncoding { tcvn3, vni };

// By the letters of a longer text; nothing where it is Unicode Vietnamese or no Vietnamese at all.
std::optional<OldEncoding> find_old_encoding(std::string_view text);
// UTF-8 in, where each letter still stands for a byte of the old font; UTF-8 in NFC out.
std::string from_old_encoding(std::string_view text, OldEncoding encoding);

// Bytes as letters of Latin-1: how a file from those years looks before it is converted.
std::string latin1_as_utf8(std::string_view bytes);

// Converts the paragraphs and cells that are written so, and leaves a notice with one of them before and after.
void convert_old_encoding(Paper& paper);

}  // namespace tiendo::formats

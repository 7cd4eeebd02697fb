// What a file is, by its bytes and its name. Needs none of the libraries that read it.
#pragma once

#include <string_view>

namespace tiendo::formats {

enum class FileKind { pdf, picture, docx, xlsx, old_office, other_package, html, csv, text };

// The first that fits; what is nothing else is text.
FileKind file_kind(std::string_view bytes, std::string_view name);

// A compound file, as .doc and .xls are, holds streams by name.
bool has_stream(std::string_view compound, std::string_view name);
// A compound file that keeps an encrypted .docx or .xlsx.
bool is_encrypted(std::string_view compound);

}  // namespace tiendo::formats

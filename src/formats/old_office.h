// Files of Office 97-2003 (.doc, .xls) are turned into .docx and .xlsx by LibreOffice, where it is installed.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace tiendo::formats {

// A compound file: .doc, .xls, or an encrypted .docx or .xlsx.
bool is_compound(std::string_view bytes);
bool is_encrypted_compound(std::string_view bytes);

// The bytes of the new file, converted by `program convert-office`. Throws invalid "old_office_file" where LibreOffice is absent
// or gives nothing, "document_takes_too_long".
std::string from_old_office(std::string_view bytes, const std::string& program, std::chrono::seconds waiting);

// The other side: gives up its rights but those below the folder, then becomes LibreOffice. Returns only where that fails.
int become_converter(const std::string& folder, const std::string& to);

}  // namespace tiendo::formats

// Files of Office 97-2003 (.doc, .xls) are turned into .docx and .xlsx by LibreOffice, where it is installed.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace tiendo::formats {

// The path of LibreOffice; empty where it is not installed.
std::string find_libreoffice();

// The bytes of the new file, converted by `tiendo-documents`. Throws invalid "old_office_file" where LibreOffice is absent or
// gives nothing, "document_takes_too_long".
std::string from_old_office(std::string_view bytes, std::chrono::seconds waiting);

}  // namespace tiendo::formats

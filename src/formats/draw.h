// Printed documents are drawn by `tiendo-documents` (docs/adr/0036).
#pragma once

#include <string>

#include "formats/sheet.h"

namespace tiendo::formats {

// As write_docx, write_xlsx and write_pdf, whose errors they throw.
std::string draw_docx(const Sheet& sheet);
std::string draw_xlsx(const Sheet& sheet);
std::string draw_pdf(const Sheet& sheet);

}  // namespace tiendo::formats

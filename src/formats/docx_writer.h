// A Sheet -> a Word document that Word and LibreOffice open without complaint and an office can go on editing.
#pragma once

#include <string>

#include "formats/sheet.h"

namespace tiendo::formats {

std::string write_docx(const Sheet& sheet);

}  // namespace tiendo::formats

// A Sheet -> an Excel workbook: its paragraphs across the width, its tables below each other on one worksheet, until a page break begins
// another. Worksheets are named as they may be: at most 31 letters, none of []:*?/\, each name once.
#pragma once

#include <string>

#include "formats/sheet.h"

namespace tiendo::formats {

inline constexpr std::size_t most_xlsx_cell_letters = 32'767;  // Excel's own limit

// Throws invalid "cell_too_long", "table_too_large".
std::string write_xlsx(const Sheet& sheet);

}  // namespace tiendo::formats

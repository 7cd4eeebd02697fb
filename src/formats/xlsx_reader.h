// An Excel workbook (OOXML) -> Paper: its visible sheets in order, cells as the workbook shows them.
#pragma once

#include <string_view>

#include "formats/paper.h"

namespace tiendo::formats {

inline constexpr int most_sheets = 200;
inline constexpr int most_sheet_rows = 1'048'576;
inline constexpr int most_sheet_columns = 16'384;
inline constexpr int most_merges = 100'000;
inline constexpr int most_merge_steps = 20'000'000;

// Where a workbook shows several sheets, each begins with a paragraph holding its name. Hidden sheets are left aside and named;
// hidden rows and columns are read and named. Formulas count by their stored value.
// Throws invalid: the errors of Package, "table_too_large".
Paper read_xlsx(std::string_view bytes, std::string_view name);

}  // namespace tiendo::formats

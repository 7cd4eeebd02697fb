// A Word document (OOXML) -> Paper: paragraphs and tables of its body in reading order.
#pragma once

#include <string_view>

#include "formats/paper.h"

namespace tiendo::formats {

inline constexpr int most_table_rows = 100'000;
inline constexpr int most_table_columns = 512;
inline constexpr int most_table_cells = 1'000'000;
inline constexpr std::size_t most_cell_bytes = 1u << 20;

// Tracked changes are read as accepted; text boxes, notes, headers and footers are left aside; automatic numbers are computed.
// Throws invalid: the errors of Package, "table_too_large".
Paper read_docx(std::string_view bytes, std::string_view name);

}  // namespace tiendo::formats

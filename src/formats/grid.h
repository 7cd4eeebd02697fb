// Cells of a worksheet or of a CSV file -> blocks: the lines above and below the table become paragraphs, the rest one table.
#pragma once

#include <vector>

#include "formats/paper.h"

namespace tiendo::formats {

// Cells in any order, at their true rows and columns; `place` filled by the caller. Blank rows and columns at the edges go.
void append_grid(Paper& paper, std::vector<Cell> cells, int table);

}  // namespace tiendo::formats

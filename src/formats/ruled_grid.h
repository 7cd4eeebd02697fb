// Ruling lines -> the grid of a table with its merged cells. Shared by the text layer and by scans.
#pragma once

#include <vector>

#include "formats/page_sight.h"

namespace tiendo::formats {

inline constexpr int most_grid_columns = 200;
inline constexpr int most_grid_rows = 2'000;

struct GridCell {
  int row = 0, column = 0, row_span = 1, column_span = 1;
  Box box;
};

struct RuledGrid {
  std::vector<double> xs, ys;   // edges of columns and rows
  std::vector<GridCell> cells;  // by row, then column
  bool is_open_above = false;   // the first row has no rule above it: it began on the page before
  bool is_open_below = false;
  Box box() const { return {xs.front(), ys.front(), xs.back(), ys.back()}; }
  int rows() const { return static_cast<int>(ys.size()) - 1; }
  int columns() const { return static_cast<int>(xs.size()) - 1; }
};

// `slack`: how far rules that belong together may lie apart, in points.
std::vector<RuledGrid> find_grids(const std::vector<Rule>& rules, double slack);

}  // namespace tiendo::formats

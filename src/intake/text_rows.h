// The rows of one region of a text layer: where each begins and ends, and the numbers at its head and its end.
#pragma once

#include <vector>

#include "intake/layout.h"
#include "intake/segment.h"

namespace tiendo::intake {

struct TextRow {
  int line = 0;                           // its first line
  std::vector<std::vector<int>> numbers;  // words, by number column
  std::vector<int> order;                 // the running number at its end
  std::vector<int> remark;                // words before its number
  RowWords cells;
  bool is_group = false;  // names a group of the rows below
};

struct TextRows {
  std::vector<TextRow> rows;
  std::vector<int> unplaced;  // words before the first row and after headings
  bool has_order = false;
  double certainty = 1;  // how well the numbers form a chain
};

TextRows rows_of(const Lines& in, const Layout& layout, int region);

}  // namespace tiendo::intake

// A table's cells as rows, each place holding the text of the cell that covers it; its header read over one or more levels.
#pragma once

#include <optional>
#include <vector>

#include "formats/paper.h"
#include "intake/header.h"

namespace tiendo::intake {

class Grid {
 public:
  explicit Grid(const formats::Table& table);

  int rows() const { return rows_; }
  int columns() const { return columns_; }
  // The cell that covers a place; none where the table has none there.
  const formats::Cell* at(int row, int column) const { return cells_[static_cast<std::size_t>(row * columns_ + column)]; }
  const std::string& text(int row, int column) const;
  // Cells with text in a row, each once.
  std::vector<const formats::Cell*> filled(int row) const;
  // How many cells of the row are words of a header and nothing else; each row is looked at once.
  int exact_headers(int row) const;
  const formats::Table& table() const { return table_; }

 private:
  const formats::Table& table_;
  int rows_ = 0, columns_ = 0;
  std::vector<const formats::Cell*> cells_;
  std::vector<std::string> texts_;  // by cell of the table, lines joined
  static constexpr int unknown = -1;
  mutable std::vector<int> exact_headers_;  // by row, as far as asked
};

struct TableHeader {
  int first = 0, end = 0;  // rows
  Columns columns;         // one a column of the table
};

std::optional<TableHeader> find_table_header(const Grid& grid, int first);
// "(1) (2) (3)" below a header.
bool numbers_columns(const Grid& grid, int row);
// The row says again what the header says.
bool repeats_header(const Grid& grid, int row, const Columns& columns);

std::string text_of_cell(const std::string& text);

}  // namespace tiendo::intake

#include "formats/grid.h"

#include <algorithm>
#include <map>

#include "base/error.h"
#include "base/text.h"
#include "formats/docx_reader.h"

namespace tiendo::formats {
namespace {

using Rows = std::map<int, std::vector<Cell>>;

// A table begins at its first row with this many filled cells: letterheads have two side by side.
constexpr std::size_t cells_of_a_header = 3;

Rows rows_of(std::vector<Cell> cells) {
  Rows rows;
  for (auto& cell : cells)
    if (!trimmed(cell.text).empty()) rows[cell.row].push_back(std::move(cell));
  for (auto& [row, in_row] : rows) std::ranges::sort(in_row, {}, &Cell::column);
  return rows;
}

void append_paragraphs(Paper& paper, Rows::iterator first, Rows::iterator last) {
  for (; first != last; ++first)
    for (auto& cell : first->second) {
      Paragraph paragraph;
      paragraph.text = std::move(cell.text);
      paragraph.place = cell.place;
      paper.blocks.emplace_back(std::move(paragraph));
    }
}

// Rows behind a blank row that are no rows of the table any more: signature, notes.
Rows::iterator end_of_table(Rows& rows, std::size_t wide) {
  auto end = rows.end();
  for (auto row = rows.end(); row != rows.begin();) {
    --row;
    if (row->second.size() >= wide) break;
    if (row != rows.begin() && std::prev(row)->first + 1 < row->first) end = row;
  }
  return end;
}

}  // namespace

void append_grid(Paper& paper, std::vector<Cell> cells, int table_number) {
  auto rows = rows_of(std::move(cells));
  std::size_t widest = 0;
  for (const auto& [row, in_row] : rows) widest = std::max(widest, in_row.size());
  const auto wide = std::min(widest, cells_of_a_header);
  if (wide < 2) return append_paragraphs(paper, rows.begin(), rows.end());
  const auto first = std::ranges::find_if(rows, [&](const auto& row) { return row.second.size() >= wide; });
  const auto last = end_of_table(rows, wide);
  append_paragraphs(paper, rows.begin(), first);

  Table table;
  table.place.table = table_number;
  table.place.sheet = first->second.front().place.sheet;
  std::map<int, int> number;  // row of the sheet -> row of the table
  int left = 1 << 30, right = 0;
  for (auto row = first; row != last; ++row) {
    number.emplace(row->first, table.rows++);
    for (const auto& cell : row->second) {
      left = std::min(left, cell.column);
      right = std::max(right, cell.column + cell.column_span);
    }
  }
  // A merged title of the sheet may be wider than the table; a cell never ends past the last column that begins one.
  int last_start = 0;
  for (auto row = first; row != last; ++row)
    for (const auto& cell : row->second) last_start = std::max(last_start, cell.column + 1);
  right = std::min(right, std::max(last_start, left + 1));
  table.columns = right - left;
  if (table.columns > most_table_columns || table.rows > most_table_rows) throw Error(ErrorCode::invalid, "table_too_large");
  for (auto row = first; row != last; ++row)
    for (auto& cell : row->second) {
      const auto below = number.lower_bound(cell.row + cell.row_span);
      const int end = below == number.end() ? table.rows : below->second;
      cell.row = number.at(row->first);
      cell.row_span = std::max(end - cell.row, 1);
      cell.column_span = std::max(std::min(cell.column + cell.column_span, right) - cell.column, 1);
      cell.column -= left;
      cell.place.table = table_number;
      table.cells.push_back(std::move(cell));
    }
  paper.blocks.emplace_back(std::move(table));
  append_paragraphs(paper, last, rows.end());
}

}  // namespace tiendo::formats

#include "intake/table_rows.h"

#include <algorithm>

#include "base/text.h"
#include "intake/chain.h"
#include "intake/lines.h"

namespace tiendo::intake {
namespace {

constexpr int most_rows_above = 12;  // title rows within the table
constexpr int most_levels = 3;
const std::string no_text;

bool is_column_number(std::string_view text) {
  if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
  return !text.empty() && text.size() <= 2 && text.find_first_not_of("0123456789") == text.npos;
}

// Header words above one another, each said once; a number over finer numbers adds nothing.
std::string joined_levels(const Grid& grid, int column, int first, int end) {
  std::string out;
  const formats::Cell* last = nullptr;
  for (int row = first; row < end; ++row) {
    const formats::Cell* cell = grid.at(row, column);
    if (!cell || cell == last) continue;
    last = cell;
    const std::string& text = grid.text(row, column);
    if (text.empty() || text == out) continue;
    out = out.empty() || meaning_of_header(out).is_number ? text : out + " / " + text;
  }
  return out;
}

Columns columns_of(const Grid& grid, int first, int end) {
  Columns out;
  for (int column = 0; column < grid.columns(); ++column) {
    const std::string header = joined_levels(grid, column, first, end);
    auto meaning = meaning_of_header(header);
    if (!meaning.exact) {
      const auto slash = header.rfind(" / ");
      if (slash != header.npos) {
        if (const auto finer = meaning_of_header(header.substr(slash + 3)); finer.exact) meaning = finer;
      }
    }
    out.push_back({header, meaning.field, meaning.is_number, false});
  }
  bool seen[domain::field_count] = {};
  for (Column& column : out) {
    if (!column.field) continue;
    bool& used = seen[static_cast<std::size_t>(*column.field)];
    if (used) column.field.reset();
    used = true;
  }
  return out;
}

double words_in_column(const Grid& grid, int column, int first) {
  constexpr int most_rows = 50;
  const int end = std::min(grid.rows(), first + most_rows);
  std::size_t count = 0;
  for (int row = first; row < end; ++row) count += words(grid.text(row, column)).size();
  return static_cast<double>(count) / std::max(1, end - first);
}

// "TT" is a short word to misread: a first column that counts 1, 2, 3 is the running number, whatever its header says.
void guess_number(const Grid& grid, int first, Columns& columns) {
  const bool has_number = std::ranges::any_of(columns, [](const Column& column) { return column.is_number; });
  if (has_number || columns.empty() || columns.front().field) return;
  constexpr int fewest_steps = 3;
  int filled = 0, steps = 0, last = 0;
  for (int row = first; row < grid.rows(); ++row) {
    const std::string& text = grid.text(row, 0);
    if (text.empty()) continue;
    const int value = ordinal(text);
    ++filled;
    steps += value > 0 && value == last + 1;
    last = std::max(value, 0);
  }
  if (steps < fewest_steps || steps * 5 < filled * 4) return;
  columns.front().field = domain::Field::number;
  columns.front().is_number = true;
}

// Numbers in front, known words for who or when, and one unknown column that holds whole sentences: those are the tasks, whatever
// the header calls them.
void guess_title(const Grid& grid, int first, Columns& columns) {
  constexpr double fewest_words = 4;
  const auto has_title = std::ranges::find(columns, std::optional(domain::Field::title), &Column::field) != columns.end();
  if (has_title || columns.empty() || !columns.front().is_number) return;
  Column* best = nullptr;
  double most = fewest_words;
  for (std::size_t at = 1; at < columns.size(); ++at) {
    const auto meaning = meaning_of_header(columns[at].header);
    if (columns[at].header.empty() || meaning.exact || meaning.field) continue;
    const double count = words_in_column(grid, static_cast<int>(at), first);
    if (count <= most) continue;
    most = count;
    best = &columns[at];
  }
  if (best) best->field = domain::Field::title;
}

// Rows that the header takes up: what its cells span, and a second level below wide cells.
int end_of_header(const Grid& grid, int first) {
  if (grid.table().header_rows > first && grid.table().header_rows <= first + most_levels) return grid.table().header_rows;
  int end = first + 1;
  bool wide = false;
  for (int column = 0; column < grid.columns(); ++column) {
    const auto* cell = grid.at(first, column);
    if (!cell) continue;
    end = std::max(end, std::min(first + most_levels, cell->row + cell->row_span));
    wide = wide || (cell->column_span > 1 && !grid.text(first, column).empty());
  }
  if (wide && end == first + 1 && end < grid.rows() && !grid.filled(end).empty()) {
    const auto& number = grid.text(end, 0);
    const bool is_row = !number.empty() && number.find_first_not_of("0123456789.") == number.npos;
    if (!is_row && grid.exact_headers(end) > 0) ++end;
  }
  return std::min(end, grid.rows());
}

}  // namespace

std::string text_of_cell(const std::string& text) {
  std::string out;
  for (std::size_t first = 0; first <= text.size();) {
    const auto end = std::min(text.find('\n', first), text.size());
    out = joined(out, collapse_blanks(std::string_view(text).substr(first, end - first)));
    first = end + 1;
  }
  return out;
}

Grid::Grid(const formats::Table& table) : table_(table), rows_(table.rows), columns_(table.columns) {
  for (const auto& cell : table.cells) {
    rows_ = std::max(rows_, cell.row + 1);
    columns_ = std::max(columns_, cell.column + 1);
  }
  cells_.resize(static_cast<std::size_t>(rows_) * static_cast<std::size_t>(columns_));
  for (const auto& cell : table.cells) {
    texts_.push_back(text_of_cell(cell.text));
    for (int row = cell.row; row < std::min(rows_, cell.row + cell.row_span); ++row) {
      for (int column = cell.column; column < std::min(columns_, cell.column + cell.column_span); ++column) {
        cells_[static_cast<std::size_t>(row * columns_ + column)] = &cell;
      }
    }
  }
}

const std::string& Grid::text(int row, int column) const {
  const auto* cell = at(row, column);
  return cell ? texts_[static_cast<std::size_t>(cell - table_.cells.data())] : no_text;
}

std::vector<const formats::Cell*> Grid::filled(int row) const {
  std::vector<const formats::Cell*> out;
  for (int column = 0; column < columns_; ++column) {
    const auto* cell = at(row, column);
    if (cell && !text(row, column).empty() && (out.empty() || out.back() != cell)) out.push_back(cell);
  }
  return out;
}

int Grid::exact_headers(int row) const {
  exact_headers_.resize(static_cast<std::size_t>(rows_), unknown);
  int& known = exact_headers_[static_cast<std::size_t>(row)];
  if (known == unknown) {
    known = 0;
    for (const auto* cell : filled(row)) known += meaning_of_header(cell->text).exact;
  }
  return known;
}

std::optional<TableHeader> find_table_header(const Grid& grid, int first) {
  for (int row = first; row < std::min(grid.rows(), first + most_rows_above); ++row) {
    if (grid.exact_headers(row) < 2) continue;
    const int end = end_of_header(grid, row);
    auto columns = columns_of(grid, row, end);
    guess_number(grid, end, columns);
    guess_title(grid, end, columns);
    if (is_programme(columns)) return TableHeader{row, end, std::move(columns)};
  }
  return std::nullopt;
}

bool numbers_columns(const Grid& grid, int row) {
  const auto cells = grid.filled(row);
  return cells.size() >= 3 &&
         std::ranges::all_of(cells, [&](const auto* cell) { return is_column_number(grid.text(cell->row, cell->column)); });
}

bool repeats_header(const Grid& grid, int row, const Columns& columns) {
  int same = 0;
  for (int column = 0; column < std::min(grid.columns(), static_cast<int>(columns.size())); ++column) {
    const std::string& text = grid.text(row, column);
    if (text.empty()) continue;
    const std::string key = search_key(text), header = search_key(columns[static_cast<std::size_t>(column)].header);
    if (header != key && !header.ends_with("/ " + key) && !meaning_of_header(text).exact) return false;
    ++same;
  }
  return same >= 2;
}

}  // namespace tiendo::intake

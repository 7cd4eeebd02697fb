#include "formats/page_join.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/text.h"

namespace tiendo::formats {
namespace {

constexpr double moved = 4;        // points: edges of one column on two pages
constexpr double laid_aside = 60;  // points: how far a sheet may lie aside in the scanner
constexpr double misread = 0.25;   // share of letters that a recogniser may read otherwise

bool same_columns(const PageTable& a, const PageTable& b) {
  const bool scanned = a.is_recognised || b.is_recognised;
  const double aside = scanned ? b.xs.front() - a.xs.front() : 0;
  const double slack = scanned ? 1.5 * moved : moved;
  return a.xs.size() == b.xs.size() && std::abs(aside) < laid_aside &&
         std::equal(a.xs.begin(), a.xs.end(), b.xs.begin(), [&](double x, double y) { return std::abs(x + aside - y) < slack; });
}

std::size_t changes_between(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0u);
  for (std::size_t i = 0; i < a.size(); ++i) {
    auto corner = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const auto otherwise = std::min(row[j], row[j + 1]) + 1;
      corner = std::exchange(row[j + 1], std::min(otherwise, corner + (a[i] != b[j])));
    }
  }
  return row.back();
}

std::vector<const Cell*> row_of(const Table& table, int row) {
  std::vector<const Cell*> cells;
  for (const auto& cell : table.cells)
    if (cell.row == row) cells.push_back(&cell);
  return cells;
}

bool same_place(const Cell* a, const Cell* b) {
  return a->column == b->column && a->column_span == b->column_span && a->row_span == b->row_span;
}

// A recogniser may misread a short heading altogether: it is the row that must read alike.
bool same_rows(const Table& a, const Table& b, int row, bool is_recognised) {
  constexpr std::size_t longest_compared = 200;
  const auto left = row_of(a, row), right = row_of(b, row);
  if (!std::equal(left.begin(), left.end(), right.begin(), right.end(), same_place)) return false;
  std::size_t letters = 0, changes = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    const auto one = search_key(left[i]->text), other = search_key(right[i]->text);
    letters += std::max(one.size(), other.size());
    if (one == other) continue;
    if (!is_recognised || one.size() > longest_compared || other.size() > longest_compared) return false;
    changes += changes_between(one, other);
  }
  return static_cast<double>(changes) <= misread * static_cast<double>(letters);
}

// Page breaks repeat the heading rows.
int repeated_rows(const Table& first, const Table& next, bool is_recognised) {
  int rows = 0;
  while (rows < std::min(first.rows, next.rows) && same_rows(first, next, rows, is_recognised)) ++rows;
  const bool says_something = std::ranges::any_of(first.cells, [&](const Cell& c) { return c.row < rows && !trimmed(c.text).empty(); });
  return says_something ? rows : 0;
}

bool begins_small(std::string_view text) {
  if (text.empty()) return false;
  const auto first = text.substr(0, std::min<std::size_t>(text.size(), 4));
  const auto lead = static_cast<unsigned char>(first[0]);
  if (lead < 0x80) return std::islower(lead) || std::ispunct(lead);
  const auto letter = first.substr(0, lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4);
  // A small letter is its own folded spelling (marks and đ kept).
  return marked_key(letter) == letter;
}

bool ends_open(std::string_view text) {
  const auto end = trimmed(text);
  return !end.empty() && std::string_view(".;:!?").find(end.back()) == std::string_view::npos;
}

const Cell* cell_over(const Table& table, int row, int column) {
  for (const auto& cell : table.cells)
    if (cell.column == column && cell.row <= row && row < cell.row + cell.row_span) return &cell;
  return nullptr;
}

bool breaks_word(const Table& table) {
  return std::ranges::any_of(table.cells,
                             [&](const Cell& cell) { return cell.row + cell.row_span == table.rows && cell.text.ends_with(soft_hyphen); });
}

// A row cut by the page break: its number stands on the page before, and the text flows on.
bool is_continued(const Table& table, const Table& next, int row) {
  bool flows = false, has_number = false;
  for (const auto* cell : row_of(next, row)) {
    const auto* above = cell_over(table, table.rows - 1, cell->column);
    if (!above || above->column_span != cell->column_span) return false;
    const bool is_empty = trimmed(cell->text).empty();
    if (!is_empty && (cell->column < 2 || trimmed(above->text).empty())) return false;
    has_number = has_number || (cell->column < 2 && !trimmed(above->text).empty());
    flows = flows || (!is_empty && (begins_small(cell->text) || ends_open(above->text)));
  }
  return flows && has_number;
}

Paragraph as_furniture(const Table& table, int row) {
  Paragraph line;
  line.is_furniture = true;
  line.place = table.place;
  for (const auto* cell : row_of(table, row)) line.text += (line.text.empty() ? "" : " | ") + collapse_blanks(cell->text);
  return line;
}

class Joiner {
 public:
  std::vector<Block> blocks;

  void add(PageTable next) {
    const auto open = std::holds_alternative<Table>(blocks.empty() ? Block{} : blocks[open_at_]) && may_go_on_;
    if (open && same_columns(last_, next))
      go_on(std::move(next));
    else
      start(std::move(next));
    may_go_on_ = true;
  }
  void add(Paragraph paragraph) {
    if (!paragraph.is_furniture) may_go_on_ = false;
    blocks.emplace_back(std::move(paragraph));
  }

 private:
  void start(PageTable next) {
    open_at_ = blocks.size();
    last_ = next;
    blocks.emplace_back(std::move(next.table));
  }

  void go_on(PageTable next) {
    auto& table = std::get<Table>(blocks[open_at_]);
    const int dropped = repeated_rows(table, next.table, next.is_recognised);
    std::vector<Paragraph> furniture;
    for (int row = 0; row < dropped; ++row) furniture.push_back(as_furniture(next.table, row));
    if (dropped > 0) table.header_rows = table.header_rows == 0 ? dropped : std::min(table.header_rows, dropped);
    const bool cut = dropped < next.table.rows && (breaks_word(table) || is_continued(table, next.table, dropped));
    const int shift = table.rows - dropped - (cut ? 1 : 0);
    for (auto& cell : next.table.cells) {
      if (cell.row < dropped) continue;
      Cell* above = nullptr;
      if (cell.row == dropped)
        for (auto& old : table.cells)
          if (old.column == cell.column && old.column_span == cell.column_span && old.row + old.row_span == table.rows) above = &old;
      cell.row += shift;
      if (above && (cut || goes_on(*above, cell)))
        flow(*above, cell);
      else
        table.cells.push_back(std::move(cell));
    }
    table.rows = shift + next.table.rows;
    std::stable_sort(table.cells.begin(), table.cells.end(),
                     [](const Cell& a, const Cell& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
    for (auto& line : furniture) blocks.emplace_back(std::move(line));
  }

  // A cell merged downwards stays empty on the next page.
  static bool goes_on(const Cell& above, const Cell& cell) {
    return cell.row_span > 1 && trimmed(cell.text).empty() && !trimmed(above.text).empty();
  }

  static void flow(Cell& above, const Cell& cell) {
    if (!cell.text.empty()) append_line(above.text, cell.text);
    above.confidence = std::min(above.confidence, cell.confidence);
    above.row_span = cell.row + cell.row_span - above.row;
  }

  PageTable last_;
  std::size_t open_at_ = 0;
  bool may_go_on_ = false;
};

}  // namespace

std::vector<Block> join_pages(std::vector<PageLayout> pages) {
  Joiner joiner;
  for (auto& page : pages)
    for (auto& block : page.blocks) std::visit([&](auto& b) { joiner.add(std::move(b)); }, block);
  int number = 0;
  for (auto& block : joiner.blocks)
    if (auto* table = std::get_if<Table>(&block)) {
      table->place.table = number;
      for (auto& cell : table->cells) cell.place.table = number, cell.place.row = cell.row, cell.place.column = cell.column;
      ++number;
    }
  return std::move(joiner.blocks);
}

}  // namespace tiendo::formats

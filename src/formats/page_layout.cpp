#include "formats/page_layout.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "formats/unruled_grid.h"

namespace tiendo::formats {
namespace {

using Words = std::vector<Word>;

std::vector<Words> lines_of(Words words) {
  std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return middle_y(a.box) < middle_y(b.box); });
  std::vector<Words> lines;
  for (auto& word : words) {
    const bool same = !lines.empty() && std::abs(middle_y(word.box) - middle_y(lines.back().front().box)) <
                                            0.45 * std::min(height_of(word.box), height_of(lines.back().front().box));
    if (same)
      lines.back().push_back(std::move(word));
    else
      lines.push_back({std::move(word)});
  }
  for (auto& line : lines) std::sort(line.begin(), line.end(), [](const Word& a, const Word& b) { return a.box.x0 < b.box.x0; });
  return lines;
}

struct Written {
  std::string text;
  Box box;
  double confidence = 1;
};

// Blanks are evidence: a wide gap (two columns of a letterhead) stays wide.
Written written(const Words& line) {
  Written out{line.front().text, line.front().box, line.front().confidence};
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double gap = line[i].box.x0 - line[i - 1].box.x1, height = height_of(line[i].box);
    if (gap > 3 * height)
      out.text += "   ";
    else if (gap > 0.08 * height)
      out.text += ' ';
    out.text += line[i].text;
    out.confidence = std::min(out.confidence, line[i].confidence);
    widen(out.box, line[i].box);
  }
  return out;
}

const GridCell* find_cell(const RuledGrid& grid, const Box& box) {
  const double x = middle_x(box), y = middle_y(box);
  for (const auto& cell : grid.cells)
    if (x >= cell.box.x0 && x < cell.box.x1 && y >= cell.box.y0 && y < cell.box.y1) return &cell;
  return nullptr;
}

std::size_t length_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return std::min<std::size_t>(lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, text.size() - at);
}

// Words of neighbouring cells that stand close are read as one: the rule between them parts them again.
Words parted(const Word& word, const RuledGrid& grid) {
  if (word.letters.size() < 2) return {word};
  const auto* first = find_cell(grid, word.letters.front());
  const auto* last = find_cell(grid, word.letters.back());
  if (first == last || !first || !last) return {word};
  Words parts;
  const GridCell* open = nullptr;
  std::size_t at = 0;
  for (const auto& letter : word.letters) {
    const auto* cell = find_cell(grid, letter);
    const auto length = length_at(word.text, at);
    if (parts.empty() || (cell && cell != open)) parts.push_back({"", letter, word.confidence, {}});
    parts.back().text += word.text.substr(at, length);
    widen(parts.back().box, letter);
    if (cell) open = cell;
    at += length;
  }
  return parts;
}

PageTable table_of(const RuledGrid& grid, std::vector<Words> contents, int page) {
  PageTable out;
  out.xs = grid.xs, out.is_open_above = grid.is_open_above;
  out.table.rows = grid.rows(), out.table.columns = grid.columns();
  out.table.place.page = page, out.table.place.box = grid.box();
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const auto& seen = grid.cells[i];
    Cell cell{seen.row, seen.column, seen.row_span, seen.column_span, {}, 1, {}};
    cell.place.page = page, cell.place.box = seen.box;
    for (const auto& line : lines_of(std::move(contents[i]))) {
      const auto text = written(line);
      append_line(cell.text, text.text);
      cell.confidence = std::min(cell.confidence, text.confidence);
    }
    out.table.cells.push_back(std::move(cell));
  }
  return out;
}

// A number alone in the upper or lower margin.
bool is_page_number(const Written& line, double height) {
  if (line.box.y1 > 0.12 * height && line.box.y0 < 0.9 * height) return false;
  const auto text = trimmed(line.text);
  return !text.empty() && text.size() <= 9 &&
         std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) || c == '-' || c == '/' || c == ' '; });
}

double top_of(const std::variant<Paragraph, PageTable>& block) {
  return std::visit(
      [](const auto& b) {
        if constexpr (requires { b.table; })
          return b.table.place.box->y0;
        else
          return b.place.box->y0;
      },
      block);
}

}  // namespace

void append_line(std::string& text, std::string_view line) {
  if (text.ends_with(soft_hyphen))
    text.resize(text.size() - soft_hyphen.size());
  else if (!text.empty())
    text += '\n';
  text += line;
}

PageLayout lay_out(const PageSight& sight, int page) {
  PageLayout layout;
  layout.height = sight.height;
  auto grids = find_grids(sight.rules, sight.is_recognised ? 3 : 2);
  if (grids.empty() && !sight.is_recognised)
    if (auto unruled = find_unruled_grid(lines_of(sight.words))) grids.push_back(std::move(*unruled));
  std::vector<std::vector<Words>> contents;
  for (const auto& grid : grids) contents.emplace_back(grid.cells.size());
  Words outside;
  for (const auto& word : sight.words) {
    bool placed = false;
    for (std::size_t g = 0; g < grids.size() && !placed; ++g)
      for (auto& part : parted(word, grids[g]))
        if (const auto* cell = find_cell(grids[g], part.box)) {
          contents[g][static_cast<std::size_t>(cell - grids[g].cells.data())].push_back(std::move(part));
          placed = true;
        } else if (placed) {
          outside.push_back(std::move(part));
        }
    if (!placed) outside.push_back(word);
  }
  for (const auto& line : lines_of(std::move(outside))) {
    const auto text = written(line);
    Paragraph paragraph{text.text, {}, text.confidence, is_page_number(text, sight.height)};
    paragraph.place.page = page, paragraph.place.box = text.box;
    layout.blocks.emplace_back(std::move(paragraph));
  }
  for (std::size_t g = 0; g < grids.size(); ++g) {
    auto table = table_of(grids[g], std::move(contents[g]), page);
    table.is_recognised = sight.is_recognised;
    layout.blocks.emplace_back(std::move(table));
  }
  std::stable_sort(layout.blocks.begin(), layout.blocks.end(), [](const auto& a, const auto& b) { return top_of(a) < top_of(b); });
  return layout;
}

}  // namespace tiendo::formats

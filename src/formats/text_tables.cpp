#include "formats/text_tables.h"

#include <algorithm>

#include "base/text.h"

namespace tiendo::formats {
namespace {

constexpr std::size_t most_columns = 40;
constexpr std::size_t most_cell_lines = 60;

struct Piece {
  std::string text;
  Place place;
};
using Row = std::vector<Piece>;

const std::string& line_of(const Block& block) {
  return std::get<Paragraph>(block).text;
}
bool is_line(const Block& block) {
  return std::holds_alternative<Paragraph>(block);
}
bool is_blank(const Block& block) {
  return is_line(block) && collapse_blanks(line_of(block)).empty();
}
bool is_bar(const Block& block) {
  return is_line(block) && trimmed(line_of(block)) == "|";
}

// Marks of emphasis that wrap a text: "**STT**", "*(Kèm theo …)*".
std::string without_emphasis(std::string text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '*') continue;
    out += text[i];
  }
  return out;
}

std::string add_line(std::string text, const std::string& line) {
  const std::string clean = collapse_blanks(line);
  if (clean.empty()) return text;
  return text.empty() ? clean : text + '\n' + clean;
}

Table table_of(const std::vector<Row>& rows, const Place& place) {
  Table out;
  out.place = place;
  out.rows = static_cast<int>(rows.size());
  for (const Row& row : rows) out.columns = std::max(out.columns, static_cast<int>(row.size()));
  for (int i = 0; i < out.rows; ++i) {
    const Row& row = rows[static_cast<std::size_t>(i)];
    const bool alone = row.size() == 1 && out.columns > 1;
    for (int j = 0; j < static_cast<int>(row.size()); ++j) {
      const Piece& piece = row[static_cast<std::size_t>(j)];
      Cell cell;
      cell.row = i;
      cell.column = j;
      cell.column_span = alone ? out.columns : 1;
      cell.text = piece.text;
      cell.place = piece.place;
      out.cells.push_back(std::move(cell));
    }
  }
  return out;
}

// --- "| a | b |" ---

bool is_ruled(const Block& block) {
  if (!is_line(block)) return false;
  const std::string text = trimmed(line_of(block));
  return text.size() > 2 && text.front() == '|' && std::ranges::count(text, '|') >= 3;
}

bool is_rule(const std::string& text) {
  return text.find_first_not_of("|-:= +\t") == text.npos;
}

Row ruled_row(const Paragraph& line) {
  Row out;
  std::string text = trimmed(line.text);
  text.erase(0, 1);
  if (text.ends_with('|')) text.pop_back();
  std::string cell;
  const auto close = [&] {
    out.push_back({collapse_blanks(without_emphasis(cell)), line.place});
    cell.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '|')
      cell += text[++i];
    else if (text[i] == '|')
      close();
    else if (text.compare(i, 4, "<br>") == 0)
      cell += '\n', i += 3;
    else
      cell += text[i];
  }
  close();
  return out;
}

std::size_t read_ruled(const std::vector<Block>& in, std::size_t at, std::vector<Row>& rows) {
  std::size_t end = at;
  while (end < in.size() && is_ruled(in[end])) {
    const auto& line = std::get<Paragraph>(in[end]);
    if (!is_rule(trimmed(line.text))) rows.push_back(ruled_row(line));
    ++end;
  }
  return rows.size() >= 2 ? end : at;
}

// --- cells between tabs ---

std::size_t tabs(const Block& block) {
  return is_line(block) ? static_cast<std::size_t>(std::ranges::count(line_of(block), '\t')) : 0;
}

Row tabbed_row(const Paragraph& line) {
  Row out;
  std::size_t first = 0;
  for (;;) {
    const auto end = std::min(line.text.find('\t', first), line.text.size());
    std::string cell = collapse_blanks(std::string_view(line.text).substr(first, end - first));
    if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"') cell = cell.substr(1, cell.size() - 2);
    out.push_back({std::move(cell), line.place});
    if (end == line.text.size()) return out;
    first = end + 1;
  }
}

std::size_t read_tabbed(const std::vector<Block>& in, std::size_t at, std::vector<Row>& rows) {
  const auto wanted = tabs(in[at]);
  if (wanted < 2 || wanted >= most_columns) return at;
  std::size_t end = at, full = 0;
  while (end < in.size() && is_line(in[end]) &&
         (tabs(in[end]) > 0 || (full > 0 && !is_blank(in[end]) && end + 1 < in.size() && tabs(in[end + 1]) == wanted))) {
    full += tabs(in[end]) == wanted;
    rows.push_back(tabbed_row(std::get<Paragraph>(in[end])));
    if (rows.back().size() == 1 || std::ranges::count_if(rows.back(), [](const Piece& piece) { return !piece.text.empty(); }) == 0) {
      rows.back().resize(1);
    }
    ++end;
  }
  return rows.size() >= 2 && full * 2 > rows.size() ? end : at;
}

// --- one cell a group of lines, parted by lines with a lone bar ---

// Rows begin and end with a bar, so that two bars stand between rows; an empty cell looks the same, so a short row takes what follows
// until it is full, unless that begins like a row.
bool begins_row(const Row& part) {
  if (part.empty()) return false;
  const std::string& text = part.front().text;
  return !text.empty() && text.size() <= 4 && text.find_first_not_of("0123456789.") == text.npos;
}

std::size_t read_barred(const std::vector<Block>& in, std::size_t at, std::vector<Row>& rows) {
  std::size_t end = at, bars = 0;
  std::vector<Row> parts(1);
  Piece piece;
  bool open = false;  // a cell has begun since the last bar
  std::size_t last_bar = at;
  for (; end < in.size() && is_line(in[end]); ++end) {
    if (!is_bar(in[end])) {
      if (end - last_bar > most_cell_lines) break;
      if (is_blank(in[end])) continue;
      // A cell follows its bar at once; what comes after a blank line stands below the table.
      if (!open && is_blank(in[end - 1])) break;
      if (!open) piece = {{}, std::get<Paragraph>(in[end]).place};
      piece.text = add_line(std::move(piece.text), without_emphasis(line_of(in[end])));
      open = true;
      continue;
    }
    ++bars;
    last_bar = end;
    if (open)
      parts.back().push_back(std::move(piece));
    else if (!parts.back().empty())
      parts.emplace_back();
    open = false;
  }
  if (bars < 6) return at;
  std::size_t columns = 0;
  for (const Row& part : parts) columns = std::max(columns, part.size());
  for (Row& part : parts) {
    if (part.empty()) continue;
    const bool short_before = !rows.empty() && rows.back().size() > 1 && rows.back().size() < columns && begins_row(rows.back());
    if (short_before && !begins_row(part) && rows.back().size() + 1 + part.size() <= columns) {
      rows.back().push_back({{}, part.front().place});
      std::ranges::move(part, std::back_inserter(rows.back()));
    } else {
      rows.push_back(std::move(part));
    }
  }
  return rows.size() >= 2 && columns >= 2 ? last_bar + 1 : at;
}

}  // namespace

void find_text_tables(Paper& paper) {
  std::vector<Block> out;
  out.reserve(paper.blocks.size());
  int tables = 0;
  for (std::size_t at = 0; at < paper.blocks.size();) {
    std::vector<Row> rows;
    std::size_t end = at;
    for (const auto& [fits, read] : {std::pair{&is_ruled, &read_ruled}, std::pair{&is_bar, &read_barred}}) {
      if (end == at && fits(paper.blocks[at])) {
        rows.clear();
        end = read(paper.blocks, at, rows);
      }
    }
    if (end == at && tabs(paper.blocks[at]) >= 2) {
      rows.clear();
      end = read_tabbed(paper.blocks, at, rows);
    }
    if (end == at) {
      out.push_back(std::move(paper.blocks[at++]));
      continue;
    }
    Table table = table_of(rows, std::get<Paragraph>(paper.blocks[at]).place);
    for (Cell& cell : table.cells) cell.place.table = tables;
    ++tables;
    out.emplace_back(std::move(table));
    at = end;
  }
  paper.blocks = std::move(out);
}

}  // namespace tiendo::formats

#include "formats/docx_reader.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/error.h"
#include "base/hash.h"
#include "base/text.h"
#include "formats/docx_text.h"

namespace tiendo::formats {
namespace {

using Nodes = std::vector<pugi::xml_node>;

// Children of these names, through the wrappers that Word puts round them; `Choice` only, never its fall-back.
void find_parts(const pugi::xml_node& parent, std::initializer_list<std::string_view> names, Nodes& out) {
  constexpr std::string_view wrappers[] = {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "AlternateContent", "Choice"};
  for (const auto& node : parent.children()) {
    const auto name = local_name(node);
    if (std::ranges::find(names, name) != names.end())
      out.push_back(node);
    else if (std::ranges::find(wrappers, name) != std::end(wrappers))
      find_parts(node, names, out);
  }
}

Nodes parts(const pugi::xml_node& parent, std::initializer_list<std::string_view> names) {
  Nodes out;
  find_parts(parent, names, out);
  return out;
}

// Columns are counted in Word's grid, which also holds edges that differ by a hair between rows: near edges become one.
class Columns {
 public:
  Columns(const std::vector<Cell>& cells, const pugi::xml_node& grid);
  int of(int edge) const {
    const auto after = std::ranges::upper_bound(starts_, std::pair(edge, 1 << 30));
    return after == starts_.begin() ? 0 : std::prev(after)->second;
  }
  int count() const { return starts_.empty() ? 0 : starts_.back().second + 1; }

 private:
  std::vector<std::pair<int, int>> starts_;  // grid edge -> column
};

Columns::Columns(const std::vector<Cell>& cells, const pugi::xml_node& grid) {
  constexpr int near_edge = 113;  // twentieths of a point: 2 mm
  std::vector<int> position{0};
  for (const auto& column : grid.children())
    if (local_name(column) == "gridCol") position.push_back(position.back() + std::clamp(number(column, "w", 0), 0, 100'000));
  std::map<int, std::set<int>> ends;  // edge -> where cells that begin there end
  for (const auto& cell : cells) ends[cell.column].insert(cell.column + cell.column_span);
  const auto at = [&](int edge) { return edge < static_cast<int>(position.size()) ? position[static_cast<std::size_t>(edge)] : -1; };
  std::vector<int> together;  // edges of the column being gathered
  int column = -1;
  for (const auto& [edge, unused] : ends) {
    const bool is_near = !together.empty() && at(together.front()) >= 0 && at(edge) >= 0 && at(edge) - at(together.front()) < near_edge;
    const bool would_vanish = std::ranges::any_of(together, [&](int first) { return *ends[first].begin() <= edge; });
    if (!is_near || would_vanish) {
      together.clear();
      ++column;
    }
    together.push_back(edge);
    starts_.emplace_back(edge, column);
  }
}

class Reader {
 public:
  Reader(Paper& paper, Numbering numbering) : paper_(paper), text_(std::move(numbering), Notices(paper.notices)) {}

  void read(const pugi::xml_node& body);

 private:
  Table table(const pugi::xml_node& node);
  void row(const pugi::xml_node& node, Table& table, std::map<int, std::size_t>& open);
  std::string cell_text(const pugi::xml_node& cell);
  std::string flattened(const pugi::xml_node& table);
  void take_cell();

  Paper& paper_;
  DocxText text_;
  int cells_ = 0;
};

void Reader::read(const pugi::xml_node& body) {
  int tables = 0, paragraphs = 0;
  std::string begun;
  for (const auto& node : parts(body, {"p", "tbl"})) {
    if (local_name(node) == "p") {
      begun = text_.of_paragraph(node, std::move(begun));
      if (DocxText::runs_on(node)) continue;
      Paragraph paragraph;
      paragraph.text = std::move(begun);
      begun.clear();
      paragraph.place.line = paragraphs++;
      paper_.blocks.emplace_back(std::move(paragraph));
      continue;
    }
    auto read = table(node);
    if (read.cells.empty()) continue;
    read.place.table = tables;
    for (auto& cell : read.cells) {
      cell.place.table = tables;
      cell.place.row = cell.row;
      cell.place.column = cell.column;
    }
    ++tables;
    paper_.blocks.emplace_back(std::move(read));
  }
}

Table Reader::table(const pugi::xml_node& node) {
  Table table;
  std::map<int, std::size_t> open;  // grid column -> cell that goes on downwards
  bool heading = true;
  for (const auto& tr : parts(node, {"tr"})) {
    const auto properties = child(tr, "trPr");
    if (child(properties, "del")) {
      text_.notices().say("tracked_changes");
      continue;
    }
    if (child(properties, "ins")) text_.notices().say("tracked_changes");
    heading = heading && is_on(child(properties, "tblHeader"));
    if (heading) ++table.header_rows;
    row(tr, table, open);
    if (++table.rows > most_table_rows) throw Error(ErrorCode::invalid, "table_too_large");
  }
  const Columns columns(table.cells, child(node, "tblGrid"));
  for (auto& cell : table.cells) {
    const int last = columns.of(cell.column + cell.column_span - 1);
    cell.column = columns.of(cell.column);
    cell.column_span = std::max(last - cell.column + 1, 1);
  }
  table.columns = columns.count();
  if (table.header_rows == table.rows) table.header_rows = 0;
  return table;
}

void Reader::row(const pugi::xml_node& node, Table& table, std::map<int, std::size_t>& open) {
  int column = std::clamp(number(child(child(node, "trPr"), "gridBefore"), "val", 0), 0, most_table_columns);
  for (const auto& tc : parts(node, {"tc"})) {
    const auto properties = child(tc, "tcPr");
    const int span = std::max(number(child(properties, "gridSpan"), "val", 1), 1);
    if (span > most_table_columns || column + span > most_table_columns) throw Error(ErrorCode::invalid, "table_too_large");
    const auto down = child(properties, "vMerge");
    const bool goes_on = down && value(down, "val", "continue") != "restart";
    const auto above = open.find(column);
    if (goes_on && above != open.end() && table.cells[above->second].row + table.cells[above->second].row_span == table.rows) {
      ++table.cells[above->second].row_span;
      column += span;
      continue;
    }
    const auto across = child(properties, "hMerge");
    if (across && value(across, "val", "continue") != "restart" && !table.cells.empty() && table.cells.back().row == table.rows) {
      table.cells.back().column_span += span;
      column += span;
      continue;
    }
    take_cell();
    if (down) open[column] = table.cells.size();
    Cell cell;
    cell.row = table.rows;
    cell.column = column;
    cell.column_span = span;
    cell.text = cell_text(tc);
    table.cells.push_back(std::move(cell));
    column += span;
  }
}

std::string Reader::cell_text(const pugi::xml_node& cell) {
  std::string out, begun;
  bool first = true;
  for (const auto& node : parts(cell, {"p", "tbl"})) {
    if (local_name(node) == "p") {
      begun = text_.of_paragraph(node, std::move(begun));
      if (DocxText::runs_on(node)) continue;
    } else {
      text_.notices().say("nested_table");
      begun += flattened(node);
    }
    out += (first ? "" : "\n") + begun;
    begun.clear();
    first = false;
    if (out.size() > most_cell_bytes) throw Error(ErrorCode::invalid, "table_too_large");
  }
  return out + begun;
}

std::string Reader::flattened(const pugi::xml_node& table) {
  std::string out;
  for (const auto& tr : parts(table, {"tr"})) {
    std::string line;
    for (const auto& tc : parts(tr, {"tc"})) {
      take_cell();
      const auto text = cell_text(tc);
      if (!text.empty()) line += (line.empty() ? "" : "\t") + text;
    }
    out += (out.empty() ? "" : "\n") + line;
  }
  return out;
}

void Reader::take_cell() {
  if (++cells_ > most_table_cells) throw Error(ErrorCode::invalid, "table_too_large");
}

}  // namespace

Paper read_docx(std::string_view bytes, std::string_view name) {
  Package package(bytes);
  const auto part = package.main_part("word/document.xml");
  const auto folder = part.substr(0, part.find_last_of('/') + 1);
  const auto document = package.xml(part);
  const auto numbering = package.find_xml(folder + "numbering.xml");
  const auto styles = package.find_xml(folder + "styles.xml");
  Paper paper;
  paper.name = name;
  paper.kind = PaperKind::docx;
  paper.sha256 = sha256(bytes);
  Reader reader(paper, Numbering(numbering ? numbering->document_element() : pugi::xml_node{},
                                 styles ? styles->document_element() : pugi::xml_node{}));
  reader.read(child(document.document_element(), "body"));
  return paper;
}

}  // namespace tiendo::formats

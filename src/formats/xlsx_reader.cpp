#include "formats/xlsx_reader.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/text.h"
#include "formats/docx_reader.h"
#include "formats/grid.h"
#include "formats/number_format.h"
#include "formats/package.h"

namespace tiendo::formats {
namespace {

struct Corner {
  int row = -1, column = -1;
};

// "AB12" -> row 11, column 27; -1 where a part is missing or absurd.
Corner corner_of(std::string_view reference) {
  Corner corner;
  std::size_t at = 0;
  int column = 0;
  while (at < reference.size() && reference[at] == '$') ++at;
  for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z' && column <= most_sheet_columns; ++at)
    column = column * 26 + (reference[at] - 'A' + 1);
  while (at < reference.size() && reference[at] == '$') ++at;
  int row = 0;
  std::from_chars(reference.data() + at, reference.data() + reference.size(), row);
  if (column > most_sheet_columns || row > most_sheet_rows) throw Error(ErrorCode::invalid, "table_too_large");
  corner.column = column - 1;
  corner.row = row - 1;
  return corner;
}

std::string column_name(int column) {
  std::string out;
  for (++column; column > 0; column = (column - 1) / 26) out.insert(out.begin(), static_cast<char>('A' + (column - 1) % 26));
  return out;
}

// "_x000D_" stands for a letter that XML cannot hold.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned letter = 0;
    const bool escape = text.substr(i, 2) == "_x" && i + 6 < text.size() && text[i + 6] == '_' &&
                        std::from_chars(text.data() + i + 2, text.data() + i + 6, letter, 16).ptr == text.data() + i + 6;
    if (!escape || letter >= 0x80) {
      if (text[i] != '\r') out += text[i];
      continue;
    }
    if (letter == '\n' || letter == '\t' || letter >= 0x20) out += static_cast<char>(letter);
    i += 6;
  }
  return nfc(out);
}

// Plain or rich text; reading aids (rPh) are no text.
std::string text_of(const pugi::xml_node& node) {
  std::string out;
  for (const auto& part : node.children()) {
    if (local_name(part) == "t") out += part.text().get();
    if (local_name(part) == "r") out += child(part, "t").text().get();
  }
  return unescaped(out);
}

class Styles {
 public:
  explicit Styles(const pugi::xml_node& root) {
    for (const auto& node : child(root, "numFmts").children()) own_[number(node, "numFmtId", -1)] = value(node, "formatCode");
    for (const auto& node : child(root, "cellXfs").children()) cells_.push_back(number(node, "numFmtId", 0));
  }
  std::string_view format(int style) const {
    if (style < 0 || style >= static_cast<int>(cells_.size())) return "General";
    const int id = cells_[static_cast<std::size_t>(style)];
    const auto found = own_.find(id);
    return found == own_.end() ? built_in_format(id) : std::string_view(found->second);
  }

 private:
  std::map<int, std::string> own_;
  std::vector<int> cells_;
};

// 4, 5, 6, 9 -> "5–7, 10" as a reader counts.
template <class Name>
std::string ranges(const std::set<int>& numbers, Name name) {
  std::string out;
  for (auto at = numbers.begin(); at != numbers.end();) {
    const int first = *at;
    int last = first;
    while (++at != numbers.end() && *at == last + 1) ++last;
    out += (out.empty() ? "" : ", ") + name(first) + (last > first ? "–" + name(last) : std::string());
  }
  return out;
}

class Workbook {
 public:
  Workbook(Package& package, Paper& paper);
  void read();

 private:
  void sheet(const pugi::xml_node& root, const std::string& name);
  std::string shown(const pugi::xml_node& cell, const std::string& where);
  void merge(const pugi::xml_node& root, std::vector<Cell>& cells) const;
  std::set<int> hidden_columns(const pugi::xml_node& root) const;
  void notice(const char* key, std::vector<std::string> arguments, const std::string& sheet);

  Package& package_;
  Paper& paper_;
  std::string part_;
  pugi::xml_document book_;
  std::map<std::string, std::string> targets_;
  std::vector<std::string> strings_;
  std::optional<Styles> styles_;
  bool since_1904_ = false;
  std::vector<std::string> without_value_;
  int cells_ = 0, tables_ = 0;
};

Workbook::Workbook(Package& package, Paper& paper)
    : package_(package),
      paper_(paper),
      part_(package.main_part("xl/workbook.xml")),
      book_(package.xml(part_)),
      targets_(package.relationships(part_)) {
  const auto folder = part_.substr(0, part_.find_last_of('/') + 1);
  if (const auto shared = package.find_xml(folder + "sharedStrings.xml"))
    for (const auto& item : shared->document_element().children())
      if (local_name(item) == "si") strings_.push_back(text_of(item));
  const auto styles = package.find_xml(folder + "styles.xml");
  styles_.emplace(styles ? styles->document_element() : pugi::xml_node{});
  const auto epoch = value(child(book_.document_element(), "workbookPr"), "date1904", "0");
  since_1904_ = epoch == "1" || epoch == "true";
}

void Workbook::notice(const char* key, std::vector<std::string> arguments, const std::string& sheet) {
  Place place;
  place.sheet = sheet;
  paper_.notices.push_back({key, std::move(arguments), place});
}

void Workbook::read() {
  std::vector<std::pair<std::string, std::string>> shown_sheets;  // name, part
  for (const auto& node : child(book_.document_element(), "sheets").children()) {
    const std::string name = nfc(value(node, "name"));
    const auto target = targets_.find(std::string(value(node, "id")));
    if (value(node, "state", "visible") != "visible")
      notice("hidden_sheet", {name}, name);
    else if (target != targets_.end())
      shown_sheets.emplace_back(name, target->second);
    if (shown_sheets.size() > most_sheets) throw Error(ErrorCode::invalid, "table_too_large");
  }
  for (const auto& [name, part] : shown_sheets) {
    const auto document = package_.xml(part);
    if (local_name(document.document_element()) != "worksheet") continue;
    if (shown_sheets.size() > 1) {
      Paragraph heading;
      heading.text = name;
      heading.place.sheet = name;
      paper_.blocks.emplace_back(std::move(heading));
    }
    sheet(document.document_element(), name);
  }
}

void Workbook::sheet(const pugi::xml_node& root, const std::string& name) {
  const auto columns_hidden = hidden_columns(root);
  std::set<int> rows_with_text_hidden, columns_with_text_hidden;
  std::vector<Cell> cells;
  without_value_.clear();
  int next_row = 0;
  for (const auto& row : child(root, "sheetData").children()) {
    const int at = number(row, "r", next_row + 1) - 1;
    if (at < 0 || at >= most_sheet_rows) throw Error(ErrorCode::invalid, "table_too_large");
    next_row = at + 1;
    const auto hidden = value(row, "hidden", "0");
    int next_column = 0;
    for (const auto& node : row.children()) {
      if (local_name(node) != "c") continue;
      const auto corner = corner_of(value(node, "r"));
      const int column = corner.column >= 0 ? corner.column : next_column;
      next_column = column + 1;
      if (++cells_ > most_table_cells || column >= most_sheet_columns) throw Error(ErrorCode::invalid, "table_too_large");
      Cell cell;
      cell.text = shown(node, column_name(column) + std::to_string(at + 1));
      if (cell.text.empty()) continue;
      cell.row = cell.place.row = at;
      cell.column = cell.place.column = column;
      cell.place.sheet = name;
      if (hidden == "1" || hidden == "true") rows_with_text_hidden.insert(at);
      if (columns_hidden.contains(column)) columns_with_text_hidden.insert(column);
      cells.push_back(std::move(cell));
    }
  }
  if (!rows_with_text_hidden.empty())
    notice("hidden_rows", {name, ranges(rows_with_text_hidden, [](int row) { return std::to_string(row + 1); })}, name);
  if (!columns_with_text_hidden.empty()) notice("hidden_columns", {name, ranges(columns_with_text_hidden, column_name)}, name);
  if (!without_value_.empty()) notice("formula_without_value", {name, fmt::format("{}", fmt::join(without_value_, ", "))}, name);
  merge(root, cells);
  const auto before = paper_.blocks.size();
  append_grid(paper_, std::move(cells), tables_);
  for (auto block = before; block < paper_.blocks.size(); ++block) tables_ += std::holds_alternative<Table>(paper_.blocks[block]);
}

std::string Workbook::shown(const pugi::xml_node& cell, const std::string& where) {
  const auto kind = value(cell, "t", "n");
  if (kind == "inlineStr") return text_of(child(cell, "is"));
  const auto stored = child(cell, "v");
  const std::string_view text = stored.text().get();
  if (text.empty()) {
    constexpr std::size_t most_named = 20;
    if (child(cell, "f") && kind == "n" && without_value_.size() < most_named) without_value_.push_back(where);
    return {};
  }
  if (kind == "s") {
    std::size_t index = strings_.size();
    std::from_chars(text.data(), text.data() + text.size(), index);
    return index < strings_.size() ? strings_[index] : std::string();
  }
  if (kind == "b") return text == "1" ? "TRUE" : "FALSE";
  double value_stored = 0;
  if (kind != "n" || std::from_chars(text.data(), text.data() + text.size(), value_stored).ec != std::errc()) return unescaped(text);
  return shown_number(value_stored, styles_->format(number(cell, "s", 0)), since_1904_);
}

void Workbook::merge(const pugi::xml_node& root, std::vector<Cell>& cells) const {
  std::map<std::pair<int, int>, Cell*> by_corner;
  int last_row = 0, last_column = 0;
  for (auto& cell : cells) {
    by_corner[{cell.row, cell.column}] = &cell;
    last_row = std::max(last_row, cell.row);
    last_column = std::max(last_column, cell.column);
  }
  int merges = 0, steps = most_merge_steps;
  for (const auto& node : child(root, "mergeCells").children()) {
    if (++merges > most_merges) throw Error(ErrorCode::invalid, "table_too_large");
    const auto reference = value(node, "ref");
    const auto colon = reference.find(':');
    if (colon == std::string_view::npos) continue;
    const auto first = corner_of(reference.substr(0, colon)), last = corner_of(reference.substr(colon + 1));
    const auto found = by_corner.find({first.row, first.column});
    if (found == by_corner.end()) continue;
    auto& anchor = *found->second;
    anchor.row_span = std::max(std::min(last.row, last_row) - first.row + 1, 1);
    anchor.column_span = std::max(std::min(last.column, last_column) - first.column + 1, 1);
    // What the merge hides is not shown by Excel either.
    for (auto covered = std::next(found); covered != by_corner.end() && covered->first.first <= last.row && --steps > 0; ++covered)
      if (covered->first.second >= first.column && covered->first.second <= last.column) covered->second->text.clear();
  }
}

std::set<int> Workbook::hidden_columns(const pugi::xml_node& root) const {
  std::set<int> out;
  for (const auto& node : child(root, "cols").children()) {
    const auto hidden = value(node, "hidden", "0");
    if (hidden != "1" && hidden != "true") continue;
    const int last = std::min(number(node, "max", 0), most_sheet_columns);
    for (int column = std::max(number(node, "min", 1), 1); column <= last; ++column) out.insert(column - 1);
  }
  return out;
}

}  // namespace

Paper read_xlsx(std::string_view bytes, std::string_view name) {
  Package package(bytes);
  Paper paper;
  paper.name = name;
  paper.kind = PaperKind::xlsx;
  paper.sha256 = sha256(bytes);
  Workbook(package, paper).read();
  return paper;
}

}  // namespace tiendo::formats

#include "formats/html_reader.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gumbo.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/text.h"
#include "formats/ascii.h"
#include "formats/docx_reader.h"
#include "formats/encoding.h"

namespace tiendo::formats {
namespace {

// The parser and its end walk elements by recursion, so the depth is bounded before it sees them.
void check_depth(std::string_view html) {
  constexpr std::string_view flat[] = {"p",      "li", "td",  "th",    "tr",   "tbody", "thead", "tfoot",
                                       "br",     "hr", "img", "input", "meta", "link",  "col",   "colgroup",
                                       "option", "dt", "dd",  "base",  "area", "wbr",   "source"};
  int depth = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos && at + 1 < html.size(); at = html.find('<', at + 1)) {
    const bool closes = html[at + 1] == '/';
    std::string name;
    for (std::size_t i = at + (closes ? 2 : 1); i < html.size() && name.size() < 12; ++i) {
      const char letter = lower(html[i]);
      if (!((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9' && !name.empty()))) break;
      name += letter;
    }
    if (name.empty() || std::ranges::find(flat, name) != std::end(flat)) continue;
    depth = closes ? std::max(depth - 1, 0) : depth + 1;
    if (depth > most_html_depth) throw Error(ErrorCode::invalid, "xml_too_deep");
  }
}

bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}
GumboTag tag_of(const GumboNode* node) {
  return is_element(node) ? node->v.element.tag : GUMBO_TAG_UNKNOWN;
}

std::vector<const GumboNode*> children(const GumboNode* node) {
  const auto& list = node->v.element.children;
  const auto first = reinterpret_cast<GumboNode**>(list.data);
  return {first, first + list.length};
}

std::string_view attribute(const GumboNode* node, const char* name) {
  const auto* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found ? found->value : std::string_view();
}

bool is_one_of(GumboTag tag, std::initializer_list<GumboTag> tags) {
  return std::ranges::find(tags, tag) != tags.end();
}

bool is_left_out(const GumboNode* node) {
  if (is_one_of(tag_of(node), {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_HEAD, GUMBO_TAG_TEMPLATE, GUMBO_TAG_TITLE, GUMBO_TAG_NOSCRIPT,
                               GUMBO_TAG_TEXTAREA, GUMBO_TAG_SELECT, GUMBO_TAG_BUTTON, GUMBO_TAG_SVG}))
    return true;
  std::string style;
  for (const char letter : attribute(node, "style"))
    if (letter != ' ') style += lower(letter);
  return style.find("display:none") != std::string::npos || gumbo_get_attribute(&node->v.element.attributes, "hidden");
}

bool is_block(GumboTag tag) {
  return is_one_of(tag, {GUMBO_TAG_P,       GUMBO_TAG_DIV,     GUMBO_TAG_LI,     GUMBO_TAG_UL,         GUMBO_TAG_OL,  GUMBO_TAG_H1,
                         GUMBO_TAG_H2,      GUMBO_TAG_H3,      GUMBO_TAG_H4,     GUMBO_TAG_H5,         GUMBO_TAG_H6,  GUMBO_TAG_SECTION,
                         GUMBO_TAG_ARTICLE, GUMBO_TAG_HEADER,  GUMBO_TAG_FOOTER, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_PRE, GUMBO_TAG_DT,
                         GUMBO_TAG_DD,      GUMBO_TAG_CAPTION, GUMBO_TAG_TR,     GUMBO_TAG_HR});
}

int span(const GumboNode* cell, const char* name) {
  const int wanted = std::atoi(std::string(attribute(cell, name)).c_str());
  return std::max(wanted, 1);
}

// Lines as a browser breaks them: blanks of the source are one space, no-break spaces stay.
class Lines {
 public:
  void add(std::string_view text) {
    for (const char letter : text) {
      const bool blank = letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r' || letter == '\f';
      if (blank)
        pending_ = !line_.empty();
      else {
        if (pending_) line_ += ' ';
        pending_ = false;
        line_ += letter;
      }
    }
  }
  // A block begins or ends: an empty line is no line.
  void end_block() {
    if (!line_.empty()) break_line();
  }
  void break_line() {
    lines_.push_back(nfc(line_));
    line_.clear();
    pending_ = false;
  }
  std::vector<std::string> take() {
    end_block();
    return std::exchange(lines_, {});
  }

 private:
  std::vector<std::string> lines_;
  std::string line_;
  bool pending_ = false;
};

std::string joined(std::vector<std::string> lines) {
  std::string out;
  for (const auto& line : lines) out += (out.empty() ? "" : "\n") + line;
  return out;
}

struct HtmlRow {
  const GumboNode* node;
  bool in_head;
};

void find_rows(const GumboNode* table, bool in_head, std::vector<HtmlRow>& rows) {
  for (const auto* node : children(table)) {
    if (tag_of(node) == GUMBO_TAG_TR && !is_left_out(node)) rows.push_back({node, in_head});
    if (is_one_of(tag_of(node), {GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT}))
      find_rows(node, tag_of(node) == GUMBO_TAG_THEAD, rows);
  }
}

std::vector<const GumboNode*> cells_of(const GumboNode* row) {
  std::vector<const GumboNode*> out;
  for (const auto* node : children(row))
    if (is_one_of(tag_of(node), {GUMBO_TAG_TD, GUMBO_TAG_TH}) && !is_left_out(node)) out.push_back(node);
  return out;
}

const GumboNode* find_table(const GumboNode* node) {
  for (const auto* each : children(node)) {
    if (!is_element(each)) continue;
    if (tag_of(each) == GUMBO_TAG_TABLE) return each;
    if (const auto* inside = find_table(each)) return inside;
  }
  return nullptr;
}

// A table that only places others on the page, as web sites and mail programs use it.
bool is_layout(const GumboNode* table) {
  std::vector<HtmlRow> rows;
  find_rows(table, false, rows);
  for (const auto& row : rows)
    for (const auto* cell : cells_of(row.node))
      if (const auto* inside = find_table(cell)) {
        std::vector<HtmlRow> inner;
        find_rows(inside, false, inner);
        if (is_layout(inside)) return true;
        if (inner.size() > 1 && std::ranges::any_of(inner, [](const HtmlRow& each) { return cells_of(each.node).size() > 1; })) return true;
      }
  return false;
}

class Reader {
 public:
  explicit Reader(Paper& paper) : paper_(paper) {}
  void read(const GumboNode* root) {
    walk(root);
    flush();
  }

 private:
  void walk(const GumboNode* node);
  void flush();
  void table(const GumboNode* node);
  void cell_lines(const GumboNode* node, Lines& lines);

  Paper& paper_;
  Lines lines_;
  int paragraphs_ = 0, tables_ = 0, cells_ = 0;
};

void Reader::walk(const GumboNode* node) {
  for (const auto* each : children(node)) {
    if (each->type == GUMBO_NODE_TEXT || each->type == GUMBO_NODE_WHITESPACE || each->type == GUMBO_NODE_CDATA) {
      lines_.add(each->v.text.text);
      continue;
    }
    if (!is_element(each) || is_left_out(each)) continue;
    const auto tag = tag_of(each);
    if (tag == GUMBO_TAG_BR) {
      lines_.break_line();
    } else if (tag == GUMBO_TAG_TABLE && !is_layout(each)) {
      flush();
      table(each);
    } else {
      const bool block = is_block(tag) || is_one_of(tag, {GUMBO_TAG_TABLE, GUMBO_TAG_TD, GUMBO_TAG_TH});
      if (block) lines_.end_block();
      walk(each);
      if (block) lines_.end_block();
    }
  }
}

void Reader::flush() {
  for (auto& line : lines_.take()) {
    Paragraph paragraph;
    paragraph.text = std::move(line);
    paragraph.place.line = paragraphs_++;
    paper_.blocks.emplace_back(std::move(paragraph));
  }
}

void Reader::cell_lines(const GumboNode* node, Lines& lines) {
  for (const auto* each : children(node)) {
    if (each->type == GUMBO_NODE_TEXT || each->type == GUMBO_NODE_WHITESPACE || each->type == GUMBO_NODE_CDATA) {
      lines.add(each->v.text.text);
      continue;
    }
    if (!is_element(each) || is_left_out(each)) continue;
    const auto tag = tag_of(each);
    if (tag == GUMBO_TAG_BR) {
      lines.break_line();
      continue;
    }
    if (tag == GUMBO_TAG_TABLE && std::ranges::find(paper_.notices, "nested_table", &Notice::key) == paper_.notices.end())
      paper_.notices.push_back({"nested_table", {}, {}});
    const bool block = is_block(tag) || tag == GUMBO_TAG_TABLE;
    if (block) lines.end_block();
    cell_lines(each, lines);
    if (block) lines.end_block();
    if (is_one_of(tag, {GUMBO_TAG_TD, GUMBO_TAG_TH})) lines.add(" ");
  }
}

void Reader::table(const GumboNode* node) {
  std::vector<HtmlRow> rows;
  find_rows(node, false, rows);
  if (rows.size() > static_cast<std::size_t>(most_table_rows)) throw Error(ErrorCode::invalid, "table_too_large");
  Table table;
  table.rows = static_cast<int>(rows.size());
  table.place.table = tables_;
  std::vector<int> taken_until;  // by column: the first row that is free again
  bool heading = true;
  for (int row = 0; row < table.rows; ++row) {
    int column = 0;
    const auto cells = cells_of(rows[static_cast<std::size_t>(row)].node);
    const bool all_heads = std::ranges::all_of(cells, [](const GumboNode* cell) { return tag_of(cell) == GUMBO_TAG_TH; });
    heading = heading && (rows[static_cast<std::size_t>(row)].in_head || (all_heads && cells.size() > 1));
    if (heading) ++table.header_rows;
    for (const auto* td : cells) {
      const auto is_taken = [&] {
        return column < static_cast<int>(taken_until.size()) && taken_until[static_cast<std::size_t>(column)] > row;
      };
      while (is_taken()) ++column;
      const int across = span(td, "colspan");
      if (across > most_table_columns || column + across > most_table_columns || ++cells_ > most_table_cells)
        throw Error(ErrorCode::invalid, "table_too_large");
      Cell cell;
      cell.row = cell.place.row = row;
      cell.column = cell.place.column = column;
      cell.place.table = tables_;
      cell.column_span = across;
      cell.row_span = std::min(span(td, "rowspan"), table.rows - row);
      Lines lines;
      cell_lines(td, lines);
      cell.text = joined(lines.take());
      if (taken_until.size() < static_cast<std::size_t>(column + across)) taken_until.resize(static_cast<std::size_t>(column + across));
      for (int i = column; i < column + across; ++i) taken_until[static_cast<std::size_t>(i)] = row + cell.row_span;
      column += across;
      table.cells.push_back(std::move(cell));
    }
    table.columns = std::max(table.columns, column);
  }
  if (table.header_rows == table.rows) table.header_rows = 0;
  if (table.cells.empty()) return;
  ++tables_;
  paper_.blocks.emplace_back(std::move(table));
}

}  // namespace

Paper read_html(std::string_view bytes, std::string_view name) {
  if (bytes.size() > most_html_bytes) throw Error(ErrorCode::invalid, "html_too_large");
  auto html = utf8_text(bytes);
  if (begins(html, "version:")) html.erase(0, std::min(html.find('<'), html.size()));  // the clipboard of Windows
  check_depth(html);
  Paper paper;
  paper.name = name;
  paper.kind = PaperKind::html;
  paper.sha256 = sha256(bytes);
  const auto end = [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); };
  const std::unique_ptr<GumboOutput, decltype(end)> output(gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()), end);
  Reader(paper).read(output->root);
  return paper;
}

}  // namespace tiendo::formats

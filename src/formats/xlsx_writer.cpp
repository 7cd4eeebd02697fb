#include "formats/xlsx_writer.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/error.h"
#include "base/text.h"

namespace tiendo::formats {
namespace {

constexpr double padding = 6;        // points, both sides of a cell
constexpr double highest_row = 409;  // points, Excel's own limit

double points(double millimetres) {
  return millimetres * 72 / 25.4;
}
double height(int lines, double size) {
  return std::min(lines * size * 1.22 + 3, highest_row);
}

[[noreturn]] void fail(const char* detail) {
  throw Error(ErrorCode::internal, "internal", {}, detail);
}

void check(lxw_error error) {
  if (error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED) throw Error(ErrorCode::invalid, "cell_too_long");
  if (error == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE) throw Error(ErrorCode::invalid, "table_too_large");
  if (error != LXW_NO_ERROR) fail(lxw_strerror(error));
}

// The library writes to a name only: a file in memory has one too.
class MemoryFile {
 public:
  MemoryFile() : number_(memfd_create("workbook", MFD_CLOEXEC)) {
    if (number_ < 0) fail("memfd_create");
  }
  ~MemoryFile() { close(number_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  std::string name() const { return "/proc/self/fd/" + std::to_string(number_); }
  std::string bytes() const {
    std::string out(static_cast<std::size_t>(lseek(number_, 0, SEEK_END)), '\0');
    for (std::size_t have = 0; have < out.size();) {
      const auto got = pread(number_, out.data() + have, out.size() - have, static_cast<off_t>(have));
      if (got <= 0) fail("workbook not read");
      have += static_cast<std::size_t>(got);
    }
    return out;
  }

 private:
  int number_;
};

struct Look {
  double size = 13;
  bool bold = false, italic = false, bordered = false, middle = false, is_number = false;
  Align align = Align::left;
  auto operator<=>(const Look&) const = default;
};

// Excel reads "_x000D_" as a carriage return: what looks so and is none gets its underscore escaped.
std::string escaped(const std::string& text) {
  const auto is_hexadecimal = [](char letter) { return std::string_view("0123456789abcdefABCDEF").find(letter) != std::string_view::npos; };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool looks_so =
        text.compare(i, 2, "_x") == 0 && i + 6 < text.size() && text[i + 6] == '_' &&
        std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i) + 2, text.begin() + static_cast<std::ptrdiff_t>(i) + 6, is_hexadecimal);
    out += looks_so ? "_x005F_" : std::string(1, text[i]);
  }
  return out;
}

std::string text_of(const std::vector<SheetParagraph>& paragraphs) {
  std::string out;
  for (const auto& paragraph : paragraphs) {
    if (&paragraph != &paragraphs.front()) out += '\n';
    for (const auto& run : paragraph.runs) out += run.text;
  }
  return escaped(is_utf8(out) ? out : nfc(out));
}

// Width of a word in points: the widths of Times by kind of letter, a little on the wide side.
double width_of(std::string_view word, double size) {
  double ems = 0;
  for (const char letter : word) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte >= 0x80 && byte < 0xC0) continue;  // inside a code point
    if (byte >= 'A' && byte <= 'Z')
      ems += 0.68;
    else if (byte == 'm' || byte == 'w' || byte == '&')
      ems += 0.78;
    else if (std::string_view("fijlrt.,;:()/-'").find(letter) != std::string_view::npos)
      ems += 0.33;
    else
      ems += 0.49;
  }
  return ems * size;
}

// Lines that a text takes in a column: programs do not measure a row again when they open a file.
int lines_of(const std::string& text, double size, double width) {
  int lines = 1;
  double used = 0;
  const double blank = 0.25 * size;
  for (std::size_t first = 0; first < text.size();) {
    const auto end = std::min(text.find_first_of(" \n", first), text.size());
    const double word = width_of(std::string_view(text).substr(first, end - first), size);
    if (used > 0 && used + word > width) {
      ++lines;
      used = 0;
    }
    lines += static_cast<int>(word / width);  // a word longer than the line
    used += std::fmod(word, width) + blank;
    if (end < text.size() && text[end] == '\n') {
      ++lines;
      used = 0;
    }
    first = end + 1;
  }
  return lines;
}

// Where the columns of a table begin and the last one ends, as shares of its width.
std::vector<double> edges_of(const SheetTable& table) {
  std::vector<double> edges{0};
  for (const double width : table.widths) edges.push_back(edges.back() + width);
  const double whole = edges.back() > 0 ? edges.back() : 1;
  for (double& edge : edges) edge /= whole;
  return edges;
}

// A spreadsheet has one set of columns: each edge of a table goes to the nearest of them, so that a head of two columns is as wide as
// the table of eight below it. Ascending, each column at least one wide.
std::vector<int> placed(const std::vector<double>& edges, const std::vector<double>& columns) {
  std::vector<int> places;
  const int last = static_cast<int>(columns.size()) - 1, count = static_cast<int>(edges.size()) - 1;
  for (int i = 0; i <= count; ++i) {
    const auto nearest =
        std::ranges::min_element(columns, {}, [&](double column) { return std::abs(column - edges[static_cast<std::size_t>(i)]); });
    const int least = places.empty() ? 0 : places.back() + 1;
    places.push_back(std::clamp(static_cast<int>(nearest - columns.begin()), least, std::max(least, last - (count - i))));
  }
  return places;
}

std::string first_letters(const std::string& text, std::size_t most) {
  std::size_t end = 0, letters = 0;
  for (; end < text.size(); ++end) {
    const bool begins = (static_cast<unsigned char>(text[end]) & 0xC0) != 0x80;
    if (begins && ++letters > most) break;
  }
  return text.substr(0, end);
}

// Digits alone, few enough for a workbook to keep them all.
std::optional<double> find_count(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  constexpr std::size_t most_digits = 15;
  if (fault != std::errc{} || end != text.data() + text.size() || text.size() > most_digits) return std::nullopt;
  return static_cast<double>(number);
}

class Writer {
 public:
  explicit Writer(const Sheet& sheet) : sheet_(sheet), workbook_(workbook_new(file_.name().c_str())) {
    if (!workbook_) fail("workbook_new");
  }
  ~Writer() {
    if (workbook_) workbook_close(workbook_);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  std::string write();

 private:
  lxw_format* format(const Look& look);
  void properties();
  void begin(const std::string& name, std::size_t first_block);
  std::string free_name(std::string_view wanted);
  void page();
  void columns(std::size_t first_block);
  void paragraph(const SheetParagraph& paragraph);
  void table(const SheetTable& table);
  void rows(const SheetTable& table);
  void cell(const SheetTable& table, const std::vector<int>& columns, const SheetCell& cell);
  void merge(lxw_row_t row, int column, int row_span, int column_span, const std::string& text, lxw_format* look, bool is_number = false);

  const Sheet& sheet_;
  MemoryFile file_;
  lxw_workbook* workbook_;
  lxw_worksheet* worksheet_ = nullptr;
  std::map<Look, lxw_format*> formats_;
  lxw_row_t row_ = 0;
  std::size_t width_ = 1;      // columns
  std::vector<double> edges_;  // of the widest table, which they are
  bool frozen_ = false;
  std::set<std::string> names_;  // of the worksheets, as they are compared
};

std::string Writer::write() {
  properties();
  begin(sheet_.worksheet, 0);
  for (std::size_t at = 0; at < sheet_.blocks.size(); ++at) {
    const auto& block = sheet_.blocks[at];
    if (const auto* other = std::get_if<PageBreak>(&block); other && !other->worksheet.empty()) begin(other->worksheet, at + 1);
    if (const auto* text = std::get_if<SheetParagraph>(&block)) paragraph(*text);
    if (const auto* rows = std::get_if<SheetTable>(&block)) table(*rows);
  }
  const auto closed = workbook_close(std::exchange(workbook_, nullptr));
  check(closed);
  return file_.bytes();
}

lxw_format* Writer::format(const Look& look) {
  auto& made = formats_[look];
  if (made) return made;
  made = workbook_add_format(workbook_);
  format_set_font_name(made, sheet_.font.c_str());
  format_set_font_size(made, look.size);
  format_set_text_wrap(made);
  format_set_align(made, look.middle ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
  constexpr std::uint8_t aligns[] = {LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT, LXW_ALIGN_JUSTIFY};
  format_set_align(made, aligns[static_cast<int>(look.align)]);
  format_set_num_format(made, look.is_number ? "#,##0" : "@");  // an STT stays the text that it is
  if (look.bold) format_set_bold(made);
  if (look.italic) format_set_italic(made);
  if (look.bordered) format_set_border(made, LXW_BORDER_THIN);
  return made;
}

void Writer::properties() {
  lxw_doc_properties said{};
  std::string title = sheet_.title, author = sheet_.author;
  said.title = title.data();
  said.author = author.data();
  said.created = 1;  // never now: the same sheet gives the same bytes
  workbook_set_properties(workbook_, &said);
}

void Writer::begin(const std::string& name, std::size_t first_block) {
  worksheet_ = workbook_add_worksheet(workbook_, free_name(name).c_str());
  if (!worksheet_) fail("workbook_add_worksheet");
  row_ = 0;
  width_ = 1;
  edges_.clear();
  frozen_ = false;
  page();
  columns(first_block);
}

// As Excel takes it; a second one of the same name gets a number.
std::string Writer::free_name(std::string_view wanted) {
  constexpr std::size_t most_letters = 31;
  std::string plain;
  for (const char c : wanted) plain += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : ' ';
  plain = collapse_blanks(plain);
  if (plain.empty()) plain = "1";
  for (int copy = 1;; ++copy) {
    const std::string ending = copy == 1 ? "" : " (" + std::to_string(copy) + ")";
    const std::string name = collapse_blanks(first_letters(plain, most_letters - ending.size())) + ending;
    if (names_.insert(search_key(name)).second) return name;
  }
}

void Writer::page() {
  const auto& page = sheet_.page;
  constexpr std::uint8_t a4 = 9;
  worksheet_set_paper(worksheet_, a4);
  if (page.width > page.height) worksheet_set_landscape(worksheet_);
  const auto inches = [](double millimetres) { return millimetres / 25.4; };
  worksheet_set_margins(worksheet_, inches(page.left), inches(page.right), inches(page.top), inches(page.bottom));
  worksheet_fit_to_pages(worksheet_, 1, 0);
  if (page.numbers.shown) worksheet_set_header(worksheet_, "&C&P");
}

void Writer::columns(std::size_t first_block) {
  const SheetTable* widest = nullptr;
  for (std::size_t at = first_block; at < sheet_.blocks.size(); ++at) {
    const auto& block = sheet_.blocks[at];
    if (const auto* other = std::get_if<PageBreak>(&block); other && !other->worksheet.empty()) break;
    if (const auto* rows = std::get_if<SheetTable>(&block); rows && (!widest || rows->widths.size() > widest->widths.size())) widest = rows;
  }
  if (!widest) {
    worksheet_set_column(worksheet_, 0, 0, 100, nullptr);
    return;
  }
  width_ = std::max<std::size_t>(widest->widths.size(), 1);
  edges_ = edges_of(*widest);
  for (std::size_t i = 0; i < widest->widths.size(); ++i) {
    const double pixels = widest->widths[i] / 25.4 * 96;
    worksheet_set_column(worksheet_, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), std::max((pixels - 5) / 7, 1.0), nullptr);
  }
}

void Writer::merge(lxw_row_t row, int column, int row_span, int column_span, const std::string& text, lxw_format* look, bool is_number) {
  const auto first = static_cast<lxw_col_t>(column);
  if (code_points(text) > most_xlsx_cell_letters) throw Error(ErrorCode::invalid, "cell_too_long");
  if (row_span > 1 || column_span > 1) {
    check(worksheet_merge_range(worksheet_, row, first, row + static_cast<lxw_row_t>(row_span) - 1,
                                static_cast<lxw_col_t>(column + column_span - 1), "", look));
  }
  if (const auto number = is_number ? find_count(text) : std::nullopt) {
    check(worksheet_write_number(worksheet_, row, first, *number, look));
    return;
  }
  check(text.empty() ? worksheet_write_blank(worksheet_, row, first, look)
                     : worksheet_write_string(worksheet_, row, first, text.c_str(), look));
}

void Writer::paragraph(const SheetParagraph& paragraph) {
  Look look;
  look.size = sheet_.size;
  look.align = paragraph.align;
  if (!paragraph.runs.empty()) {
    const auto& first = paragraph.runs.front();
    look.bold = first.bold;
    look.italic = first.italic;
    if (first.size > 0) look.size = first.size;
  }
  const auto text = text_of({paragraph});
  worksheet_set_row(worksheet_, row_, height(lines_of(text, look.size, points(sheet_.page.text_width())), look.size), nullptr);
  merge(row_++, 0, 1, static_cast<int>(width_), text, format(look));
}

void Writer::rows(const SheetTable& table) {
  const double size = table.size > 0 ? table.size : sheet_.size;
  std::vector<int> lines(static_cast<std::size_t>(table.rows), 1);
  for (const auto& cell : table.cells) {
    double width = 0;
    for (int column = cell.column; column < cell.column + cell.column_span; ++column)
      width += table.widths.at(static_cast<std::size_t>(column));
    auto& most = lines.at(static_cast<std::size_t>(cell.row));
    if (cell.row_span == 1) most = std::max(most, lines_of(text_of(cell.paragraphs), size, points(width) - padding));
  }
  for (std::size_t row = 0; row < lines.size(); ++row)
    worksheet_set_row(worksheet_, row_ + static_cast<lxw_row_t>(row), height(lines[row], size), nullptr);
}

void Writer::cell(const SheetTable& table, const std::vector<int>& columns, const SheetCell& cell) {
  Look look;
  look.size = table.size > 0 ? table.size : sheet_.size;
  look.bordered = table.bordered;
  look.middle = cell.vertical == VerticalAlign::middle;
  look.is_number = cell.is_number;
  if (!cell.paragraphs.empty()) {
    const auto& first = cell.paragraphs.front();
    look.align = first.align;
    if (!first.runs.empty()) {
      look.bold = first.runs.front().bold;
      look.italic = first.runs.front().italic;
      if (first.runs.front().size > 0) look.size = first.runs.front().size;
    }
  }
  const auto first = static_cast<std::size_t>(cell.column);
  const auto end = std::min(first + static_cast<std::size_t>(cell.column_span), columns.size() - 1);
  const int from = columns.at(first);
  merge(row_ + static_cast<lxw_row_t>(cell.row), from, cell.row_span, columns[end] - from, text_of(cell.paragraphs), format(look),
        cell.is_number);
}

void Writer::table(const SheetTable& table) {
  rows(table);
  const auto columns = placed(edges_of(table), edges_);
  for (const auto& each : table.cells) cell(table, columns, each);
  if (table.header_rows > 0 && !frozen_) {
    const auto below = row_ + static_cast<lxw_row_t>(table.header_rows);
    worksheet_repeat_rows(worksheet_, row_, below - 1);
    worksheet_freeze_panes(worksheet_, below, 0);
    frozen_ = true;
  }
  row_ += static_cast<lxw_row_t>(table.rows);
  const std::string used = "A1:XFD" + std::to_string(std::max<lxw_row_t>(row_, 1));
  worksheet_ignore_errors(worksheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, used.c_str());
}

}  // namespace

std::string write_xlsx(const Sheet& sheet) {
  return Writer(sheet).write();
}

}  // namespace tiendo::formats

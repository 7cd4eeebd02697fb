#include "formats/pdf_pages.h"

#include <algorithm>
#include <memory>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "base/error.h"
#include "base/text.h"
#include "formats/page_sight.h"

namespace tiendo::formats {
namespace {

constexpr double cell_margin = 1.2, cell_padding = 0.5;  // mm: sides; above and below
constexpr double number_from_edge = 10;                  // mm
constexpr double thin = 0.5;                             // points
constexpr double rule_below = 1.5, rule_room = 3.5;      // points from the text to its line, and from the text to what follows

double points(double millimetres) {
  return millimetres * 72 / 25.4;
}

template <auto end>
struct End {
  template <class Object>
  void operator()(Object* object) const {
    end(object);
  }
};
using Surface = std::unique_ptr<cairo_surface_t, End<cairo_surface_destroy>>;
using Cairo = std::unique_ptr<cairo_t, End<cairo_destroy>>;
using Layout = std::shared_ptr<PangoLayout>;

cairo_status_t append(void* to, const unsigned char* bytes, unsigned length) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

// One line of text, ready to be drawn: where it begins, and how much room it takes.
struct Line {
  Layout layout;
  PangoLayoutLine* line = nullptr;
  double x = 0, ascent = 0, height = 0, space_before = 0;
  bool breaks_word = false;     // no blank ends it: the word was wider than its column
  double rule = 0, rule_x = 0;  // a line below it: its length and where it begins
};

double height_of(const std::vector<Line>& lines) {
  double height = 0;
  for (const auto& line : lines) height += line.space_before + line.height;
  return height;
}

struct Row {
  std::vector<std::pair<const SheetCell*, std::vector<Line>>> cells;  // by cell that begins here
  double height = 0;
};

class Pages {
 public:
  explicit Pages(const Sheet& sheet);
  std::string draw();

 private:
  std::vector<Line> lines_of(const std::vector<SheetParagraph>& paragraphs, double width, double size);
  void add_lines(const SheetParagraph& paragraph, double width, double size, double space, std::vector<Line>& out);
  void begin_page();
  void new_page();
  void paragraph(const SheetParagraph& paragraph);
  void table(const SheetTable& table);
  Row measured(const SheetTable& table, int row);
  void row(const SheetTable& table, Row& row, int number);
  void borders(const SheetTable& table, int number, double height);
  double draw_lines(std::vector<Line>& lines, double x, double y, double room);
  double column_edge(const SheetTable& table, int column) const;
  double bottom() const { return points(sheet_.page.height - sheet_.page.bottom); }
  double top() const { return points(sheet_.page.top); }

  const Sheet& sheet_;
  std::string bytes_;
  Surface surface_;
  Cairo cairo_;
  double y_ = 0;
  int page_ = 0;
  int tallest_ = 1;    // the most rows that a cell of this table spans
  double spaced_ = 0;  // space after the paragraph before
};

Pages::Pages(const Sheet& sheet)
    : sheet_(sheet),
      surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, points(sheet.page.width), points(sheet.page.height))),
      cairo_(cairo_create(surface_.get())) {
  cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, sheet.title.c_str());
  cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_AUTHOR, sheet.author.c_str());
  cairo_set_line_width(cairo_.get(), thin);
}

std::string Pages::draw() {
  begin_page();
  for (const auto& block : sheet_.blocks) {
    if (const auto* text = std::get_if<SheetParagraph>(&block))
      paragraph(*text);
    else if (const auto* rows = std::get_if<SheetTable>(&block))
      table(*rows);
    else
      new_page();
  }
  cairo_show_page(cairo_.get());
  cairo_surface_finish(surface_.get());
  if (const auto status = cairo_surface_status(surface_.get()); status != CAIRO_STATUS_SUCCESS)
    throw Error(ErrorCode::internal, "internal", {}, cairo_status_to_string(status));
  return std::move(bytes_);
}

void Pages::begin_page() {
  ++page_;
  y_ = top();
  spaced_ = 0;
  const auto& numbers = sheet_.page.numbers;
  if (!numbers.shown || (page_ == 1 && !numbers.on_first_page)) return;
  SheetParagraph number;
  number.align = Align::centre;
  number.runs.push_back({std::to_string(page_), false, false, numbers.size});
  auto lines = lines_of({number}, points(sheet_.page.text_width()), numbers.size);
  draw_lines(lines, points(sheet_.page.left), points(number_from_edge), 1e9);
}

void Pages::new_page() {
  cairo_show_page(cairo_.get());
  begin_page();
}

void insert(PangoAttrList* list, PangoAttribute* attribute, std::size_t first, std::size_t last) {
  attribute->start_index = static_cast<guint>(first);
  attribute->end_index = static_cast<guint>(last);
  pango_attr_list_insert(list, attribute);
}

// Lines end at blanks: "472/SKHCN-CĐS" stays whole, as an office writes it and as it reads back. What is wider than its column is
// still broken between any two letters.
void keep_words_whole(PangoLayout* layout, PangoAttrList* looks, const std::string& text) {
  int count = 0;
  const PangoLogAttr* letters = pango_layout_get_log_attrs_readonly(layout, &count);
  std::size_t before = 0;
  for (int i = 1; i + 1 < count; ++i) {
    const auto at = static_cast<std::size_t>(g_utf8_next_char(text.data() + before) - text.data());
    const bool inside_word = !letters[i - 1].is_white && !letters[i].is_white;
    if (letters[i].is_line_break && !letters[i].is_mandatory_break && inside_word) {
      const auto next = static_cast<std::size_t>(g_utf8_next_char(text.data() + at) - text.data());
      insert(looks, pango_attr_allow_breaks_new(FALSE), before, next);
    }
    before = at;
  }
}

bool ends_inside_word(std::string_view text, std::size_t end) {
  constexpr std::string_view blanks = " \t\n";
  return end > 0 && end < text.size() && blanks.find(text[end - 1]) == std::string_view::npos &&
         blanks.find(text[end]) == std::string_view::npos;
}

// A hyphen that is read and not seen, where the pen stands: who copies or reads the text gets the broken word whole.
void show_soft_hyphen(cairo_t* cairo, PangoLayoutLine* line, double x, double y) {
  const auto* last = g_slist_last(line->runs);
  if (!last) return;
  auto* font = PANGO_CAIRO_FONT(static_cast<PangoGlyphItem*>(last->data)->item->analysis.font);
  cairo_set_scaled_font(cairo, pango_cairo_font_get_scaled_font(font));
  cairo_glyph_t* blank = nullptr;
  int count = 0;
  if (cairo_scaled_font_text_to_glyphs(cairo_get_scaled_font(cairo), x, y, " ", 1, &blank, &count, nullptr, nullptr, nullptr) !=
      CAIRO_STATUS_SUCCESS)
    return;
  const cairo_text_cluster_t cluster{static_cast<int>(soft_hyphen.size()), 1};
  if (count == 1)
    cairo_show_text_glyphs(cairo, soft_hyphen.data(), cluster.num_bytes, blank, 1, &cluster, 1, static_cast<cairo_text_cluster_flags_t>(0));
  cairo_glyph_free(blank);
}

void Pages::add_lines(const SheetParagraph& paragraph, double width, double size, double space, std::vector<Line>& out) {
  const Layout layout(pango_cairo_create_layout(cairo_.get()), g_object_unref);
  pango_cairo_context_set_resolution(pango_layout_get_context(layout.get()), 72);  // a point is a point
  // A family list, set apart from the description: "Times New Roman 12" would be parsed as style "Roman".
  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_family(font, (sheet_.font + ",Liberation Serif,serif").c_str());
  pango_font_description_set_size(font, static_cast<int>(size * PANGO_SCALE));
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_indent(layout.get(), static_cast<int>(points(paragraph.first_line) * PANGO_SCALE));
  constexpr PangoAlignment aligns[] = {PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT, PANGO_ALIGN_LEFT};
  pango_layout_set_alignment(layout.get(), aligns[static_cast<int>(paragraph.align)]);
  pango_layout_set_justify(layout.get(), paragraph.align == Align::justify);
  std::string text;
  PangoAttrList* looks = pango_attr_list_new();
  for (const auto& run : paragraph.runs) {
    const auto first = text.size();
    text += is_utf8(run.text) ? run.text : nfc(run.text);
    if (run.bold) insert(looks, pango_attr_weight_new(PANGO_WEIGHT_BOLD), first, text.size());
    if (run.italic) insert(looks, pango_attr_style_new(PANGO_STYLE_ITALIC), first, text.size());
    if (run.size > 0) insert(looks, pango_attr_size_new(static_cast<int>(run.size * PANGO_SCALE)), first, text.size());
  }
  insert(looks, pango_attr_insert_hyphens_new(FALSE), 0, text.size());  // a symbol such as QLKH&ĐMST holds none
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  keep_words_whole(layout.get(), looks, text);
  pango_layout_set_attributes(layout.get(), looks);
  pango_attr_list_unref(looks);
  PangoLayoutIter* at = pango_layout_get_iter(layout.get());
  do {
    PangoRectangle logical;
    pango_layout_iter_get_line_extents(at, nullptr, &logical);
    Line line;
    line.layout = layout;
    line.line = pango_layout_iter_get_line_readonly(at);
    line.x = static_cast<double>(logical.x) / PANGO_SCALE;
    line.ascent = static_cast<double>(pango_layout_iter_get_baseline(at) - logical.y) / PANGO_SCALE;
    line.height = static_cast<double>(logical.height) / PANGO_SCALE * paragraph.line_spacing;
    line.space_before = space;
    line.breaks_word = ends_inside_word(text, static_cast<std::size_t>(line.line->start_index + line.line->length));
    space = 0;
    out.push_back(std::move(line));
  } while (pango_layout_iter_next_line(at));
  pango_layout_iter_free(at);
  if (paragraph.rule <= 0) return;
  out.back().rule = std::min(points(paragraph.rule), width);
  out.back().rule_x = (width - out.back().rule) / 2;
  out.back().height += rule_room;
}

std::vector<Line> Pages::lines_of(const std::vector<SheetParagraph>& paragraphs, double width, double size) {
  std::vector<Line> lines;
  double space = 0;
  for (const auto& each : paragraphs) {
    add_lines(each, width, size, space + each.space_before, lines);
    space = each.space_after;
  }
  return lines;
}

// Draws the lines that have room and takes them away; gives the height used.
double Pages::draw_lines(std::vector<Line>& lines, double x, double y, double room) {
  double used = 0;
  std::size_t drawn = 0;
  for (; drawn < lines.size(); ++drawn) {
    const auto& line = lines[drawn];
    if (used + line.space_before + line.height > room + 0.01) break;
    used += line.space_before;
    cairo_move_to(cairo_.get(), x + line.x, y + used + line.ascent);
    pango_cairo_show_layout_line(cairo_.get(), line.line);
    if (line.breaks_word) {
      PangoRectangle logical;
      pango_layout_line_get_extents(line.line, nullptr, &logical);
      show_soft_hyphen(cairo_.get(), line.line, x + line.x + static_cast<double>(logical.width) / PANGO_SCALE, y + used + line.ascent);
    }
    used += line.height;
    if (line.rule > 0) {
      const double below = y + used - rule_room + rule_below;
      cairo_move_to(cairo_.get(), x + line.rule_x, below);
      cairo_line_to(cairo_.get(), x + line.rule_x + line.rule, below);
      cairo_stroke(cairo_.get());
    }
  }
  lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(drawn));
  return used;
}

void Pages::paragraph(const SheetParagraph& paragraph) {
  auto lines = lines_of({paragraph}, points(sheet_.page.text_width()), sheet_.size);
  y_ += spaced_;
  spaced_ = 0;
  while (!lines.empty()) {
    y_ += draw_lines(lines, points(sheet_.page.left), y_, std::max(bottom() - y_, lines.front().height * (y_ <= top() ? 1 : 0)));
    if (!lines.empty()) new_page();
  }
  spaced_ = paragraph.space_after;
}

double Pages::column_edge(const SheetTable& table, int column) const {
  double edge = points(sheet_.page.left);
  for (int i = 0; i < std::min(column, static_cast<int>(table.widths.size())); ++i)
    edge += points(table.widths[static_cast<std::size_t>(i)]);
  return edge;
}

Row Pages::measured(const SheetTable& table, int number) {
  const double size = table.size > 0 ? table.size : sheet_.size;
  Row row;
  row.height = size + 2 * points(cell_padding);
  const auto first = std::ranges::lower_bound(table.cells, number, {}, &SheetCell::row);
  for (auto cell = first; cell != table.cells.end() && cell->row == number; ++cell) {
    const double width = column_edge(table, cell->column + cell->column_span) - column_edge(table, cell->column) - 2 * points(cell_margin);
    auto lines = lines_of(cell->paragraphs, width, size);
    row.height = std::max(row.height, height_of(lines) + 2 * points(cell_padding));
    row.cells.emplace_back(&*cell, std::move(lines));
  }
  return row;
}

void Pages::table(const SheetTable& table) {
  y_ += spaced_;
  spaced_ = 0;
  const auto is_kept = [&](int row) { return std::ranges::binary_search(table.kept_with_next, row); };
  tallest_ = 1;
  for (const auto& cell : table.cells) tallest_ = std::max(tallest_, cell.row_span);
  const auto headings = [&] {
    for (int i = 0; i < table.header_rows; ++i) {
      auto heading = measured(table, i);
      row(table, heading, i);
    }
  };
  const double before_headings = y_;
  headings();
  const double heading_height = y_ - before_headings;
  std::vector<Row> waiting;  // headings and the row that they lead
  for (int i = table.header_rows; i < table.rows; ++i) {
    waiting.push_back(measured(table, i));
    if (is_kept(i) && i + 1 < table.rows) continue;
    double together = 0;
    for (const auto& each : waiting) together += each.height;
    const bool begins_page = y_ <= top() + 0.01;
    const bool fits_a_page = together < bottom() - top() - heading_height;
    if (y_ + together > bottom() && !begins_page && fits_a_page && !(table.rows_may_break && waiting.size() == 1)) {
      new_page();
      headings();
    }
    for (std::size_t at = 0; at < waiting.size(); ++at) {
      const int number = i - static_cast<int>(waiting.size()) + 1 + static_cast<int>(at);
      // Higher than a page: what has no room goes on below the headings of the next.
      double before = 0;  // a part that has not grown smaller has no room on any page
      while (y_ + waiting[at].height > bottom() + 0.01 && waiting[at].height != before) {
        auto& part = waiting[at];
        before = part.height;
        part.height = bottom() - y_;
        row(table, part, number);
        part.height = 0;
        for (const auto& [cell, lines] : part.cells)
          if (!lines.empty()) part.height = std::max(part.height, height_of(lines) + 2 * points(cell_padding));
        new_page();
        headings();
      }
      if (waiting[at].height > 0) row(table, waiting[at], number);
    }
    waiting.clear();
  }
}

void Pages::borders(const SheetTable& table, int number, double height) {
  const auto columns = static_cast<int>(table.widths.size());
  const auto stroke = [&](double x0, double y0, double x1, double y1) {
    cairo_move_to(cairo_.get(), x0, y0);
    cairo_line_to(cairo_.get(), x1, y1);
    cairo_stroke(cairo_.get());
  };
  std::vector<const SheetCell*> owners(static_cast<std::size_t>(columns), nullptr);
  for (auto at = std::ranges::lower_bound(table.cells, number - tallest_ + 1, {}, &SheetCell::row);
       at != table.cells.end() && at->row <= number; ++at) {
    const auto& cell = *at;
    if (cell.row + cell.row_span <= number) continue;
    for (int i = cell.column; i < std::min(cell.column + cell.column_span, columns); ++i) owners[static_cast<std::size_t>(i)] = &cell;
  }
  for (int i = 0; i < columns; ++i) {
    const auto* owner = owners[static_cast<std::size_t>(i)];
    const double left = column_edge(table, i), right = column_edge(table, i + 1);
    if (!owner || owner->column == i) stroke(left, y_, left, y_ + height);
    if (i + 1 == columns) stroke(right, y_, right, y_ + height);
    if (!owner || owner->row == number) stroke(left, y_, right, y_);
    if (!owner || owner->row + owner->row_span == number + 1) stroke(left, y_ + height, right, y_ + height);
  }
}

void Pages::row(const SheetTable& table, Row& row, int number) {
  for (auto& [cell, lines] : row.cells) {
    double y = y_ + points(cell_padding);
    const double room = row.height - 2 * points(cell_padding);
    if (cell->vertical == VerticalAlign::middle && cell->row_span == 1) y += std::max(room - height_of(lines), 0.0) / 2;
    draw_lines(lines, column_edge(table, cell->column) + points(cell_margin), y, cell->row_span > 1 ? 1e9 : room);
  }
  if (table.bordered) borders(table, number, row.height);
  y_ += row.height;
}

}  // namespace

std::string write_pdf(const Sheet& sheet) {
  return Pages(sheet).draw();
}

}  // namespace tiendo::formats

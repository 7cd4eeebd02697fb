#include "formats/docx_writer.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "formats/package_writer.h"

namespace tiendo::formats {
namespace {

constexpr const char* declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* spaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
constexpr double cell_margin = 1.2;     // mm
constexpr double header_distance = 10;  // mm from the edge of the page to its number

int twips(double millimetres) {
  return static_cast<int>(std::lround(millimetres * 1440 / 25.4));
}
int twentieths(double points) {
  return static_cast<int>(std::lround(points * 20));
}
int half_points(double points) {
  return static_cast<int>(std::lround(points * 2));
}

template <class... Arguments>
void put(std::string& out, fmt::format_string<Arguments...> form, Arguments&&... arguments) {
  fmt::format_to(std::back_inserter(out), form, std::forward<Arguments>(arguments)...);
}

const char* word_for(Align align) {
  constexpr const char* words[] = {"left", "center", "right", "both"};
  return words[static_cast<int>(align)];
}

class Writer {
 public:
  explicit Writer(const Sheet& sheet) : sheet_(sheet) {}
  std::string document();

 private:
  void paragraph(const SheetParagraph& paragraph, double size, bool keep_with_next);
  void run(const Run& run, double size);
  void rule(double length);
  void table(const SheetTable& table);
  void row(const SheetTable& table, const std::vector<int>& owners, int row);
  void cell(const SheetTable& table, const SheetCell* cell, int row, int column, bool keep_with_next);
  void section();
  // Between two tables, and at the end: Word would join the tables, and wants a paragraph last.
  void hairline() {
    out_ +=
        "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/><w:rPr><w:sz "
        "w:val=\"2\"/></w:rPr></w:pPr></w:p>";
  }

  const Sheet& sheet_;
  double room_ = sheet_.page.text_width();  // mm: what the paragraph has from side to side
  std::string out_;
};

std::string Writer::document() {
  out_ = declaration;
  put(out_, "<w:document {}><w:body>", spaces);
  bool after_table = false;
  for (const auto& block : sheet_.blocks) {
    if (const auto* text = std::get_if<SheetParagraph>(&block)) {
      paragraph(*text, sheet_.size, false);
    } else if (const auto* rows = std::get_if<SheetTable>(&block)) {
      if (after_table) hairline();
      table(*rows);
    } else {
      out_ += "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>";
    }
    after_table = std::holds_alternative<SheetTable>(block);
  }
  if (after_table || sheet_.blocks.empty()) hairline();
  section();
  out_ += "</w:body></w:document>";
  return std::move(out_);
}

void Writer::paragraph(const SheetParagraph& paragraph, double size, bool keep_with_next) {
  out_ += "<w:p><w:pPr>";
  if (paragraph.heading > 0) put(out_, "<w:pStyle w:val=\"Heading{}\"/>", std::min(paragraph.heading, 3));
  if (paragraph.keep_with_next || keep_with_next) out_ += "<w:keepNext/>";
  put(out_, "<w:spacing w:before=\"{}\" w:after=\"{}\" w:line=\"{}\" w:lineRule=\"auto\"/>", twentieths(paragraph.space_before),
      twentieths(paragraph.space_after), static_cast<int>(std::lround(240 * paragraph.line_spacing)));
  if (paragraph.first_line != 0) put(out_, "<w:ind w:firstLine=\"{}\"/>", twips(paragraph.first_line));
  put(out_, "<w:jc w:val=\"{}\"/>", word_for(paragraph.align));
  // The mark of an empty paragraph has a height too.
  put(out_, "<w:rPr><w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/></w:rPr></w:pPr>", half_points(size));
  for (const auto& each : paragraph.runs) run(each, size);
  out_ += "</w:p>";
  if (paragraph.rule > 0) rule(paragraph.rule);
}

// A paragraph of a hair's height whose upper border is the line: Word and LibreOffice draw it alike.
void Writer::rule(double length) {
  put(out_,
      "<w:p><w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/></w:pBdr><w:spacing w:before=\"30\" "
      "w:after=\"0\" w:line=\"40\" w:lineRule=\"exact\"/><w:ind w:left=\"{0}\" w:right=\"{0}\"/><w:rPr><w:sz "
      "w:val=\"2\"/></w:rPr></w:pPr></w:p>",
      twips(std::max(0.0, room_ - length) / 2));
}

void Writer::run(const Run& run, double size) {
  if (run.text.empty()) return;
  out_ += "<w:r><w:rPr>";
  if (run.bold) out_ += "<w:b/><w:bCs/>";
  if (run.italic) out_ += "<w:i/><w:iCs/>";
  put(out_, "<w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/></w:rPr>", half_points(run.size > 0 ? run.size : size));
  const auto text = xml_text(run.text);
  for (std::size_t first = 0; first <= text.size();) {
    const auto end = std::min(text.find_first_of("\n\t", first), text.size());
    if (end > first) put(out_, "<w:t xml:space=\"preserve\">{}</w:t>", std::string_view(text).substr(first, end - first));
    if (end < text.size()) out_ += text[end] == '\n' ? "<w:br/>" : "<w:tab/>";
    first = end + 1;
  }
  out_ += "</w:r>";
}

// For every place of the table the cell that covers it, or -1.
std::vector<int> owners_of(const SheetTable& table) {
  const auto columns = static_cast<int>(table.widths.size());
  std::vector<int> owners(static_cast<std::size_t>(table.rows) * table.widths.size(), -1);
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    const auto& cell = table.cells[i];
    for (int row = cell.row; row < std::min(cell.row + cell.row_span, table.rows); ++row)
      for (int column = cell.column; column < std::min(cell.column + cell.column_span, columns); ++column)
        owners[static_cast<std::size_t>(row * columns + column)] = static_cast<int>(i);
  }
  return owners;
}

void Writer::table(const SheetTable& table) {
  double width = 0;
  for (const double each : table.widths) width += each;
  put(out_, "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>", twips(width));
  if (table.bordered) {
    out_ += "<w:tblBorders>";
    for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
      put(out_, "<w:{} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>", side);
    out_ += "</w:tblBorders>";
  }
  put(out_,
      "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"{0}\" w:type=\"dxa\"/><w:right w:w=\"{0}\" "
      "w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>",
      twips(cell_margin));
  for (const double each : table.widths) put(out_, "<w:gridCol w:w=\"{}\"/>", twips(each));
  out_ += "</w:tblGrid>";
  const auto owners = owners_of(table);
  for (int at = 0; at < table.rows; ++at) row(table, owners, at);
  out_ += "</w:tbl>";
}

void Writer::row(const SheetTable& table, const std::vector<int>& owners, int row) {
  out_ += "<w:tr>";
  const bool repeated = row < table.header_rows;
  if (!table.rows_may_break || repeated) {
    out_ += "<w:trPr>";
    if (!table.rows_may_break) out_ += "<w:cantSplit/>";
    if (repeated) out_ += "<w:tblHeader/>";
    out_ += "</w:trPr>";
  }
  const bool keep = repeated || std::find(table.kept_with_next.begin(), table.kept_with_next.end(), row) != table.kept_with_next.end();
  const auto columns = static_cast<int>(table.widths.size());
  for (int column = 0; column < columns;) {
    const int owner = owners[static_cast<std::size_t>(row * columns + column)];
    const auto* owning = owner < 0 ? nullptr : &table.cells[static_cast<std::size_t>(owner)];
    cell(table, owning, row, column, keep);
    column = owning ? std::max(std::min(owning->column + owning->column_span, columns), column + 1) : column + 1;
  }
  out_ += "</w:tr>";
}

void Writer::cell(const SheetTable& table, const SheetCell* cell, int row, int column, bool keep_with_next) {
  const auto columns = static_cast<int>(table.widths.size());
  const int end = cell ? std::min(cell->column + cell->column_span, columns) : column + 1;
  double width = 0;
  for (int at = column; at < end; ++at) width += table.widths[static_cast<std::size_t>(at)];
  put(out_, "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>", twips(width));
  if (end - column > 1) put(out_, "<w:gridSpan w:val=\"{}\"/>", end - column);
  const bool begins = cell && cell->row == row;
  if (cell && cell->row_span > 1) out_ += begins ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>";
  if (cell && cell->vertical == VerticalAlign::middle) out_ += "<w:vAlign w:val=\"center\"/>";
  out_ += "</w:tcPr>";
  const double size = table.size > 0 ? table.size : sheet_.size;
  room_ = width - 2 * cell_margin;
  if (begins)
    for (const auto& each : cell->paragraphs) paragraph(each, size, keep_with_next);
  if (!begins || cell->paragraphs.empty()) paragraph({}, size, keep_with_next);
  room_ = sheet_.page.text_width();
  out_ += "</w:tc>";
}

void Writer::section() {
  const auto& page = sheet_.page;
  out_ += "<w:sectPr>";
  if (page.numbers.shown) {
    out_ += "<w:headerReference w:type=\"default\" r:id=\"rIdNumber\"/>";
    if (!page.numbers.on_first_page) out_ += "<w:headerReference w:type=\"first\" r:id=\"rIdFirst\"/>";
  }
  put(out_, "<w:pgSz w:w=\"{}\" w:h=\"{}\"{}/>", twips(page.width), twips(page.height),
      page.width > page.height ? " w:orient=\"landscape\"" : "");
  put(out_, "<w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" w:header=\"{}\" w:footer=\"{}\" w:gutter=\"0\"/>",
      twips(page.top), twips(page.right), twips(page.bottom), twips(page.left), twips(header_distance), twips(header_distance));
  out_ += "<w:pgNumType w:start=\"1\"/>";
  if (page.numbers.shown && !page.numbers.on_first_page) out_ += "<w:titlePg/>";
  out_ += "</w:sectPr>";
}

std::string page_number(const Sheet& sheet) {
  const int size = half_points(sheet.page.numbers.size);
  std::string out = declaration;
  put(out, "<w:hdr {}><w:p><w:pPr><w:pStyle w:val=\"Header\"/><w:jc w:val=\"center\"/></w:pPr>", spaces);
  const auto field = [&](const char* content) {
    put(out, "<w:r><w:rPr><w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/></w:rPr>{1}</w:r>", size, content);
  };
  field("<w:fldChar w:fldCharType=\"begin\"/>");
  field("<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>");
  field("<w:fldChar w:fldCharType=\"separate\"/>");
  field("<w:t>2</w:t>");
  field("<w:fldChar w:fldCharType=\"end\"/>");
  return out + "</w:p></w:hdr>";
}

std::string no_number() {
  return fmt::format("{}<w:hdr {}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr></w:p></w:hdr>", declaration, spaces);
}

std::string styles(const Sheet& sheet) {
  std::string out = declaration;
  const auto font = xml_text(sheet.font);
  put(out,
      "<w:styles {0}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"{1}\" w:hAnsi=\"{1}\" w:eastAsia=\"{1}\" "
      "w:cs=\"{1}\"/><w:color w:val=\"000000\"/>"
      "<w:sz w:val=\"{2}\"/><w:szCs w:val=\"{2}\"/><w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" "
      "w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>",
      spaces, font, half_points(sheet.size));
  out +=
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
      "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority "
      "w:val=\"99\"/><w:semiHidden/>"
      "<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" "
      "w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/>"
      "<w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Header\"><w:name w:val=\"header\"/><w:basedOn w:val=\"Normal\"/></w:style>";
  for (int level = 1; level <= 3; ++level)
    put(out,
        "<w:style w:type=\"paragraph\" w:styleId=\"Heading{0}\"><w:name w:val=\"heading {0}\"/><w:basedOn w:val=\"Normal\"/><w:next "
        "w:val=\"Normal\"/><w:qFormat/>"
        "<w:pPr><w:outlineLvl w:val=\"{1}\"/></w:pPr></w:style>",
        level, level - 1);
  return out + "</w:styles>";
}

std::string core_properties(const Sheet& sheet) {
  return fmt::format(
      "{}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:creator>{}</dc:creator><dc:language>vi-VN</dc:language></"
      "cp:coreProperties>",
      declaration, xml_text(sheet.title), xml_text(sheet.author));
}

constexpr const char* content_types =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
    "ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"
    "<Override PartName=\"/word/settings.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml\"/>"
    "<Override PartName=\"/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>"
    "<Override PartName=\"/word/header2.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>"
    "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";

constexpr const char* package_relations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
    "Target=\"word/document.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
    "Target=\"docProps/core.xml\"/></Relationships>";

constexpr const char* document_relations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rIdStyles\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" "
    "Target=\"styles.xml\"/>"
    "<Relationship Id=\"rIdSettings\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings\" "
    "Target=\"settings.xml\"/>"
    "<Relationship Id=\"rIdNumber\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" "
    "Target=\"header1.xml\"/>"
    "<Relationship Id=\"rIdFirst\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" "
    "Target=\"header2.xml\"/></Relationships>";

// Mode 15: Word lays the page out as it does new documents, without the compatibility ribbon.
constexpr const char* compatibility =
    "<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>";

}  // namespace

std::string write_docx(const Sheet& sheet) {
  const std::string head = declaration;
  return write_package({{"[Content_Types].xml", head + content_types},
                        {"_rels/.rels", head + package_relations},
                        {"word/document.xml", Writer(sheet).document()},
                        {"word/_rels/document.xml.rels", head + document_relations},
                        {"word/styles.xml", styles(sheet)},
                        {"word/settings.xml", fmt::format("{}<w:settings {}>{}</w:settings>", declaration, spaces, compatibility)},
                        {"word/header1.xml", page_number(sheet)},
                        {"word/header2.xml", no_number()},
                        {"docProps/core.xml", core_properties(sheet)}});
}

}  // namespace tiendo::formats

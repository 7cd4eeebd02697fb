#include "formats/xlsx_reader.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "formats/number_format.h"
#include "formats/read.h"
#include "formats/zip_builder.h"

namespace tiendo::formats {
namespace {

struct SheetXml {
  std::string name, xml, state;
};

// A workbook around worksheets; styles and shared strings as given.
std::string workbook(const std::vector<SheetXml>& sheets, const std::string& strings = {}, const std::string& styles = {},
                     const std::string& properties = {}) {
  std::string book = "<workbook xmlns:r=\"urn:r\">" + properties + "<sheets>", rels = "<Relationships>";
  std::vector<std::pair<std::string, std::string>> members;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const auto id = std::to_string(i + 1);
    book += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + id + "\" r:id=\"rId" + id + "\"" +
            (sheets[i].state.empty() ? "" : " state=\"" + sheets[i].state + "\"") + "/>";
    rels += "<Relationship Id=\"rId" + id + "\" Target=\"worksheets/sheet" + id + ".xml\"/>";
    members.emplace_back("xl/worksheets/sheet" + id + ".xml", "<worksheet>" + sheets[i].xml + "</worksheet>");
  }
  members.emplace(members.begin(), "xl/_rels/workbook.xml.rels", rels + "</Relationships>");
  members.emplace(members.begin(), "xl/workbook.xml", book + "</sheets></workbook>");
  if (!strings.empty()) members.emplace_back("xl/sharedStrings.xml", "<sst>" + strings + "</sst>");
  if (!styles.empty()) members.emplace_back("xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>");
  return zipped(members);
}

std::string s(const std::string& reference, const std::string& text) {
  return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}
std::string rows(const std::string& content) {
  return "<sheetData>" + content + "</sheetData>";
}
std::string row(int number, const std::string& cells, const std::string& more = {}) {
  return "<row r=\"" + std::to_string(number) + "\" " + more + ">" + cells + "</row>";
}

const Table& first_table(const Paper& paper) {
  for (const auto& block : paper.blocks)
    if (const auto* table = std::get_if<Table>(&block)) return *table;
  throw std::runtime_error("no table");
}
std::string text_at(const Table& table, int row, int column) {
  for (const auto& cell : table.cells)
    if (cell.row == row && cell.column == column) return cell.text;
  return "(none)";
}
std::string text(const Paper& paper, std::size_t block) {
  return std::get<Paragraph>(paper.blocks.at(block)).text;
}

TEST(ReadXlsx, TakesTheLinesAboveTheHeaderForParagraphs) {
  const auto paper = read_xlsx(workbook({{"Quý III",
                                          rows(row(1, s("A1", "Phụ lục")) + row(2, s("A2", "DANH MỤC NHIỆM VỤ")) +
                                               row(4, s("A4", "STT") + s("B4", "Nhiệm vụ") + s("C4", "Chủ trì")) +
                                               row(5, s("A5", "1") + s("B5", "Báo cáo") + s("C5", "Văn phòng"))),
                                          ""}}),
                               "a.xlsx");
  ASSERT_EQ(paper.blocks.size(), 3u);
  EXPECT_EQ(text(paper, 0), "Phụ lục");
  const auto& table = first_table(paper);
  EXPECT_EQ(table.rows, 2);
  EXPECT_EQ(table.columns, 3);
  EXPECT_EQ(text_at(table, 1, 1), "Báo cáo");
  EXPECT_EQ(table.cells.back().place.sheet, "Quý III");
  EXPECT_EQ(table.cells.back().place.row, 4);
}

TEST(ReadXlsx, BeginsEachOfSeveralSheetsWithItsNameAndNamesHiddenOnes) {
  const std::string one = rows(row(1, s("A1", "STT") + s("B1", "Nhiệm vụ") + s("C1", "Chủ trì")));
  const auto paper = read_xlsx(workbook({{"Quý III", one, ""}, {"Nháp", one, "hidden"}, {"Quý IV", one, ""}}), "a.xlsx");
  ASSERT_EQ(paper.blocks.size(), 4u);
  EXPECT_EQ(text(paper, 0), "Quý III");
  EXPECT_EQ(text(paper, 2), "Quý IV");
  ASSERT_EQ(paper.notices.size(), 1u);
  EXPECT_EQ(paper.notices[0].key, "hidden_sheet");
  EXPECT_EQ(paper.notices[0].arguments[0], "Nháp");
}

TEST(ReadXlsx, NamesHiddenRowsAndColumnsThatHoldText) {
  const auto cells = [](int n) {
    const auto r = std::to_string(n);
    return s("A" + r, "1") + s("B" + r, "x") + s("C" + r, "y");
  };
  const auto paper = read_xlsx(
      workbook({{"S",
                 "<cols><col min=\"3\" max=\"9\" hidden=\"1\"/></cols>" +
                     rows(row(1, cells(1)) + row(2, cells(2), "hidden=\"1\"") + row(3, cells(3), "hidden=\"1\"") + row(4, cells(4))),
                 ""}}),
      "a.xlsx");
  ASSERT_EQ(paper.notices.size(), 2u);
  EXPECT_EQ(paper.notices[0].arguments[1], "2–3");
  EXPECT_EQ(paper.notices[1].arguments[1], "C");
  EXPECT_EQ(first_table(paper).rows, 4);
}

TEST(ReadXlsx, ReadsSharedStringsRichRunsBooleansFormulasAndDates) {
  const std::string strings =
      "<si><t>Kế hoạch</t></si><si><r><rPr><b/></rPr><t>Phòng </t></r><r><t>A_x000D_\nB</t></r><rPh><t>bỏ</t></rPh></si>";
  const std::string styles =
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts>"
      "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"9\"/></cellXfs>";
  const auto paper = read_xlsx(
      workbook({{"S",
                 rows(row(1,
                          "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"b\"><v>1</v></c>"
                          "<c r=\"D1\" s=\"1\"><v>45863</v></c><c r=\"E1\" s=\"2\"><v>0.95</v></c>"
                          "<c r=\"F1\" t=\"str\"><f>A1</f><v>Kế hoạch</v></c><c r=\"G1\"><f>1+1</f></c><c r=\"H1\"><v>1.1</v></c>")),
                 ""}},
               strings, styles),
      "a.xlsx");
  const auto& table = first_table(paper);
  EXPECT_EQ(text_at(table, 0, 0), "Kế hoạch");
  EXPECT_EQ(text_at(table, 0, 1), "Phòng A\nB");
  EXPECT_EQ(text_at(table, 0, 2), "TRUE");
  EXPECT_EQ(text_at(table, 0, 3), "25/07/2025");
  EXPECT_EQ(text_at(table, 0, 4), "95%");
  EXPECT_EQ(text_at(table, 0, 5), "Kế hoạch");
  EXPECT_EQ(text_at(table, 0, 7), "1.1");
  ASSERT_EQ(paper.notices.size(), 1u);
  EXPECT_EQ(paper.notices[0].arguments[1], "G1");
}

TEST(ReadXlsx, CountsDaysFrom1904WhereTheWorkbookSaysSo) {
  const auto paper = read_xlsx(workbook({{"S", rows(row(1, s("A1", "a") + "<c r=\"B1\" s=\"0\"><v>44401</v></c>")), ""}}, {},
                                        "<cellXfs><xf numFmtId=\"14\"/></cellXfs>", "<workbookPr date1904=\"1\"/>"),
                               "a.xlsx");
  EXPECT_EQ(text_at(first_table(paper), 0, 1), "25/07/2025");
}

TEST(ReadXlsx, FollowsMergedCellsWithinTheUsedArea) {
  const auto paper =
      read_xlsx(workbook({{"S",
                           rows(row(1, s("A1", "STT") + s("B1", "Đơn vị") + s("D1", "Ghi chú")) +
                                row(2, s("B2", "Chủ trì") + s("C2", "Phối hợp")) + row(3, s("A3", "I. Quý III"))) +
                               "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"A3:XFD3\"/></mergeCells>",
                           ""}}),
                "a.xlsx");
  const auto& table = first_table(paper);
  EXPECT_EQ(table.columns, 4);
  EXPECT_EQ(table.cells[0].row_span, 2);
  EXPECT_EQ(table.cells[1].column_span, 2);
  EXPECT_EQ(table.cells.back().column_span, 4);
}

TEST(ReadXlsx, LeavesASignatureBelowTheTableAsParagraphs) {
  const auto line = [](int n) {
    const auto r = std::to_string(n);
    return row(n, s("A" + r, "1") + s("B" + r, "x") + s("C" + r, "y"));
  };
  const auto paper =
      read_xlsx(workbook({{"S", rows(line(1) + line(2) + row(5, s("C5", "GIÁM ĐỐC")) + row(9, s("C9", "Lê Minh An"))), ""}}), "a.xlsx");
  ASSERT_EQ(paper.blocks.size(), 3u);
  EXPECT_EQ(text(paper, 2), "Lê Minh An");
}

TEST(ReadXlsx, RefusesAbsurdDimensions) {
  const auto key = [](const std::string& xml) -> std::string {
    try {
      read_paper(workbook({{"S", xml, ""}}), "a.xlsx");
    } catch (const Error& error) {
      return error.key();
    }
    return {};
  };
  std::string wide;
  for (int i = 0; i < 10'000; ++i) wide += "<c t=\"inlineStr\"><is><t>x</t></is></c>";
  EXPECT_EQ(key(rows(row(1, wide))), "table_too_large");
  EXPECT_EQ(key(rows(row(99'999'999, s("A1", "x")))), "table_too_large");
  EXPECT_EQ(key(rows(row(1, s("ZZZZZ1", "x")))), "table_too_large");
  EXPECT_EQ(key(rows(row(1, s("A1", "x"))) + "<a><b>"), "xml_broken");
}

TEST(NumberFormat, ShowsNumbersAsAWorkbookInVietNam) {
  EXPECT_EQ(shown_number(50000, "#,##0", false), "50.000");
  EXPECT_EQ(shown_number(1234.5, "#,##0.00", false), "1.234,50");
  EXPECT_EQ(shown_number(7, "00", false), "07");
  EXPECT_EQ(shown_number(0.1 + 0.2, "General", false), "0.3");
  EXPECT_EQ(shown_number(3, "0\" lớp\"", false), "3 lớp");
  EXPECT_EQ(shown_number(-5, "0;[Red](0)", false), "(5)");
  EXPECT_EQ(shown_number(45863.75, "dd/mm/yyyy hh:mm", false), "25/07/2025 18:00");
  EXPECT_EQ(shown_number(45863, "\"Tháng \"m/yyyy", false), "Tháng 7/2025");
  EXPECT_EQ(shown_number(45863, built_in_format(17), false), "07/2025");
  EXPECT_EQ(shown_number(1.5, "[h]:mm", false), "36:00");
  EXPECT_EQ(shown_number(1e300, "#,##0", false), "1e+300");
  EXPECT_EQ(shown_number(1e9, "dd/mm/yyyy", false), "1000000000");
}

}  // namespace
}  // namespace tiendo::formats

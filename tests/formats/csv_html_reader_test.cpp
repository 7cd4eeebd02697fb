#include <gtest/gtest.h>

#include "base/error.h"
#include "formats/csv_reader.h"
#include "formats/html_reader.h"
#include "formats/read.h"

namespace tiendo::formats {
namespace {

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

TEST(ReadCsv, FindsTheSeparatorAndFollowsQuotes) {
  const auto paper = read_paper(
      "\xEF\xBB\xBF"
      "Phụ lục;;\r\nSTT;Nhiệm vụ;Chủ trì\r\n1;\"Báo cáo \"\"A\"\"; bảng, biểu\ndòng hai\";Văn phòng\r\n",
      "a.CSV");
  EXPECT_EQ(paper.kind, PaperKind::csv);
  EXPECT_EQ(text(paper, 0), "Phụ lục");
  const auto& table = first_table(paper);
  EXPECT_EQ(table.rows, 2);
  EXPECT_EQ(text_at(table, 1, 1), "Báo cáo \"A\"; bảng, biểu\ndòng hai");
  EXPECT_EQ(table.cells[3].place.line, 2);
}

TEST(ReadCsv, ReadsUtf16FromExcel) {
  std::string bytes = "\xFF\xFE";
  for (const char16_t unit : std::u16string_view(u"STT\tNhiệm vụ\tGhi chú\r\n1\tBáo cáo\t\U0001F4C4\r\n")) {
    bytes += static_cast<char>(unit & 0xFF);
    bytes += static_cast<char>(unit >> 8);
  }
  const auto paper = read_csv(bytes, "a.tsv");
  EXPECT_EQ(text_at(first_table(paper), 0, 1), "Nhiệm vụ");
  EXPECT_EQ(text_at(first_table(paper), 1, 2), "📄");
}

TEST(ReadCsv, RefusesTenThousandColumns) {
  EXPECT_THROW(read_csv(std::string(10'000, ','), "a.csv"), Error);
}

TEST(ReadPaper, TakesLinesWithTheSameNumberOfTabsForATable) {
  EXPECT_EQ(read_paper("STT\tNhiệm vụ\tChủ trì\n1\tBáo cáo\tVăn phòng\n", "paste.txt").kind, PaperKind::csv);
  EXPECT_EQ(read_paper("STT\tNhiệm vụ\n1 Báo cáo\n", "paste.txt").kind, PaperKind::text);
}

TEST(ReadHtml, FollowsSpansAndLineBreaks) {
  const auto paper = read_paper(
      "<html><head><title>x</title><style>p{}</style></head><body><p>Phụ  lục\n I</p>"
      "<table><thead><tr><th rowspan=2>STT</th><th colspan=\"2\">Đơn vị</th></tr><tr><th>Chủ trì</th><th>Phối hợp</th></tr></thead>"
      "<tr><td>1</td><td><p>Phòng&nbsp;A</p><p>Phòng B</p></td><td>C<br>D<span style='display: "
      "none'>ẩn</span></td></tr></table></body></html>",
      "clipboard.html");
  EXPECT_EQ(paper.kind, PaperKind::html);
  EXPECT_EQ(text(paper, 0), "Phụ lục I");
  const auto& table = first_table(paper);
  EXPECT_EQ(table.header_rows, 2);
  EXPECT_EQ(table.columns, 3);
  EXPECT_EQ(text_at(table, 1, 2), "Phối hợp");
  EXPECT_EQ(text_at(table, 2, 1), "Phòng\u00A0A\nPhòng B");
  EXPECT_EQ(text_at(table, 2, 2), "C\nD");
}

TEST(ReadHtml, LooksThroughTablesThatOnlyPlaceOthersOnThePage) {
  const auto paper = read_html(
      "<table><tr><td>Trang chủ</td><td><table><tr><td>STT</td><td>Việc</td></tr><tr><td>1</td><td>Họp</td></tr></table></td></tr></table>",
      "a.html");
  EXPECT_EQ(text(paper, 0), "Trang chủ");
  EXPECT_EQ(text_at(first_table(paper), 1, 1), "Họp");
}

TEST(ReadHtml, FlattensASmallTableInACell) {
  const auto paper = read_html("<table><tr><td>1</td><td>a<table><tr><td>b</td><td>c</td></tr></table></td></tr></table>", "a.html");
  EXPECT_EQ(text_at(first_table(paper), 0, 1), "a\nb c");
  EXPECT_EQ(paper.notices.at(0).key, "nested_table");
}

TEST(ReadHtml, ReadsWhatWindowsPutsOnTheClipboard) {
  const auto paper = read_paper(
      "Version:1.0\r\nStartHTML:000000105\r\nEndHTML:0\r\n<html><body><!--StartFragment--><p>Một</p><!--EndFragment--></body></html>",
      "paste");
  EXPECT_EQ(text(paper, 0), "Một");
}

TEST(ReadHtml, RefusesDepthAndAbsurdSpans) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  EXPECT_THROW(read_html(deep, "a.html"), Error);
  EXPECT_THROW(read_html("<table><tr><td colspan=10000>x</td></tr></table>", "a.html"), Error);
  EXPECT_EQ(first_table(read_html("<table><tr><td rowspan=60000>x</td><td>y</td></tr></table>", "a.html")).cells[0].row_span, 1);
}

}  // namespace
}  // namespace tiendo::formats

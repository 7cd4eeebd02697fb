#include "formats/docx_reader.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "formats/read.h"
#include "formats/zip_builder.h"

namespace tiendo::formats {
namespace {

std::string p(const std::string& text, const std::string& properties = {}) {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + "<w:r><w:t xml:space=\"preserve\">" + text +
         "</w:t></w:r></w:p>";
}
std::string tc(const std::string& content, const std::string& properties = {}) {
  return "<w:tc>" + (properties.empty() ? "" : "<w:tcPr>" + properties + "</w:tcPr>") + content + "</w:tc>";
}
std::string tr(const std::string& cells, const std::string& properties = {}) {
  return "<w:tr>" + (properties.empty() ? "" : "<w:trPr>" + properties + "</w:trPr>") + cells + "</w:tr>";
}
std::string tbl(const std::string& rows, const std::string& grid = {}) {
  return "<w:tbl>" + (grid.empty() ? "" : "<w:tblGrid>" + grid + "</w:tblGrid>") + rows + "</w:tbl>";
}

Paper read(const std::string& body) {
  return read_docx(docx(body), "phu-luc.docx");
}
const Table& table(const Paper& paper, std::size_t block = 0) {
  return std::get<Table>(paper.blocks.at(block));
}
const std::string& text(const Paper& paper, std::size_t block) {
  return std::get<Paragraph>(paper.blocks.at(block)).text;
}

const Cell* find_cell(const Table& table, int row, int column) {
  for (const auto& cell : table.cells)
    if (cell.row == row && cell.column == column) return &cell;
  return nullptr;
}

std::string error_of(const std::string& bytes) {
  try {
    read_paper(bytes, "x.docx");
  } catch (const Error& error) {
    return error.key();
  }
  return {};
}

TEST(ReadDocx, KeepsParagraphsAndTablesInTheirOrder) {
  const auto paper = read(p("Phụ lục") + tbl(tr(tc(p("STT")) + tc(p("Nhiệm vụ")))) + p("Quý IV") + tbl(tr(tc(p("1")) + tc(p("Báo cáo")))));
  ASSERT_EQ(paper.blocks.size(), 4u);
  EXPECT_EQ(text(paper, 0), "Phụ lục");
  EXPECT_EQ(table(paper, 1).cells[1].text, "Nhiệm vụ");
  EXPECT_EQ(text(paper, 2), "Quý IV");
  EXPECT_EQ(table(paper, 3).cells[1].place.table, 1);
  EXPECT_EQ(paper.kind, PaperKind::docx);
}

TEST(ReadDocx, JoinsTheLinesOfACellAndKeepsRunsThatHoldOneBlank) {
  const auto paper =
      read(tbl(tr(tc(p("Phòng A") + "<w:p><w:r><w:t>Phòng</w:t></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r><w:r><w:t>B</w:t>"
                                    "<w:br/><w:t>C</w:t><w:tab/><w:t>D</w:t></w:r></w:p>"))));
  EXPECT_EQ(table(paper).cells[0].text, "Phòng A\nPhòng B\nC\tD");
}

TEST(ReadDocx, FollowsCellsThatAreMergedBothWays) {
  const auto paper =
      read(tbl(tr(tc(p("STT"), "<w:vMerge w:val=\"restart\"/>") + tc(p("Đơn vị"), "<w:gridSpan w:val=\"2\"/>")) +
               tr(tc(p(""), "<w:vMerge/>") + tc(p("Chủ trì")) + tc(p("Phối hợp"))) + tr(tc(p("1")) + tc(p("A")) + tc(p("B")))));
  const auto& read_table = table(paper);
  EXPECT_EQ(read_table.rows, 3);
  EXPECT_EQ(read_table.columns, 3);
  EXPECT_EQ(find_cell(read_table, 0, 0)->row_span, 2);
  EXPECT_EQ(find_cell(read_table, 0, 1)->column_span, 2);
  EXPECT_EQ(find_cell(read_table, 1, 0), nullptr);
  EXPECT_EQ(find_cell(read_table, 1, 2)->text, "Phối hợp");
}

TEST(ReadDocx, TakesEdgesThatDifferByAHairForOne) {
  const std::string grid = "<w:gridCol w:w=\"700\"/><w:gridCol w:w=\"40\"/><w:gridCol w:w=\"3000\"/>";
  const auto paper = read(tbl(
      tr(tc(p("STT"), "<w:gridSpan w:val=\"2\"/>") + tc(p("Nhiệm vụ"))) + tr(tc(p("1")) + tc(p("Báo cáo"), "<w:gridSpan w:val=\"2\"/>")),
      grid));
  EXPECT_EQ(table(paper).columns, 2);
  EXPECT_EQ(find_cell(table(paper), 1, 1)->text, "Báo cáo");
  EXPECT_EQ(find_cell(table(paper), 1, 1)->column_span, 1);
}

TEST(ReadDocx, SaysWhichRowsAreRepeatedOnEveryPage) {
  const auto paper = read(tbl(tr(tc(p("STT")), "<w:tblHeader/>") + tr(tc(p("(1)")), "<w:tblHeader w:val=\"1\"/>") + tr(tc(p("1")))));
  EXPECT_EQ(table(paper).header_rows, 2);
}

TEST(ReadDocx, ComputesTheNumbersThatWordMakes) {
  const std::string numbering =
      "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText "
      "w:val=\"%1\"/></w:lvl>"
      "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1.%2)\"/></w:lvl></w:abstractNum>"
      "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/></w:num>"
      "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
      "w:val=\"1\"/></w:lvlOverride></w:num>";
  const std::string styles =
      "<w:style w:styleId=\"So\"><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>"
      "<w:style w:styleId=\"SoCon\"><w:basedOn w:val=\"So\"/></w:style>";
  const std::string three = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr>";
  const std::string four = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"4\"/></w:numPr>";
  const auto paper = read_docx(docx(tbl(tr(tc("<w:p><w:pPr>" + three + "</w:pPr></w:p>") + tc(p("A"))) +
                                        tr(tc("<w:p><w:pPr><w:pStyle w:val=\"SoCon\"/></w:pPr></w:p>") + tc(p("B")))) +
                                        p("con", "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"3\"/></w:numPr>") + p("lại từ đầu", four) +
                                        p("hai", four) + p("không số", "<w:pStyle w:val=\"So\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"),
                                    numbering, styles),
                               "x.docx");
  EXPECT_EQ(find_cell(table(paper), 0, 0)->text, "1");
  EXPECT_EQ(find_cell(table(paper), 1, 0)->text, "2");
  EXPECT_EQ(text(paper, 1), "2.a) con");
  EXPECT_EQ(text(paper, 2), "1 lại từ đầu");
  EXPECT_EQ(text(paper, 3), "2 hai");
  EXPECT_EQ(text(paper, 4), "không số");
}

TEST(ReadDocx, ReadsTrackedChangesAsAcceptedAndSaysSo) {
  const auto paper = read(
      "<w:p><w:r><w:t>Tháng </w:t></w:r><w:del><w:r><w:delText>7</w:delText></w:r></w:del><w:ins><w:r><w:t>8</w:t></w:r></w:ins></w:p>"
      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>nửa </w:t></w:r></w:p>" +
      p("sau") + tbl(tr(tc(p("bỏ")), "<w:del/>") + tr(tc(p("giữ")), "<w:ins/>")));
  EXPECT_EQ(text(paper, 0), "Tháng 8");
  EXPECT_EQ(text(paper, 1), "nửa sau");
  ASSERT_EQ(table(paper, 2).rows, 1);
  EXPECT_EQ(table(paper, 2).cells[0].text, "giữ");
  ASSERT_EQ(paper.notices.size(), 1u);
  EXPECT_EQ(paper.notices[0].key, "tracked_changes");
}

TEST(ReadDocx, LeavesTextBoxesAsideWithANotice) {
  const auto paper =
      read("<w:p><w:r><w:t>trước</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>" +
           p("Dấu treo") + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + p("Dấu treo") +
           "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>");
  EXPECT_EQ(text(paper, 0), "trước");
  ASSERT_EQ(paper.notices.size(), 1u);
  EXPECT_EQ(paper.notices[0].key, "text_boxes");
  EXPECT_EQ(paper.notices[0].arguments, std::vector<std::string>{"Dấu treo"});
}

TEST(ReadDocx, FlattensATableInsideACell) {
  const auto paper = read(tbl(tr(tc(p("trên") + tbl(tr(tc(p("a")) + tc(p("b"))) + tr(tc(p("c")))) + p("dưới")))));
  EXPECT_EQ(table(paper).cells[0].text, "trên\na\tb\nc\ndưới");
  EXPECT_EQ(paper.notices.at(0).key, "nested_table");
}

TEST(ReadDocx, SkipsFieldCodesAndKeepsTheirResults) {
  const auto paper = read(
      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
      "<w:r><w:t>3</w:t></w:r><w:hyperlink><w:r><w:t> xem</w:t></w:r></w:hyperlink></w:p>");
  EXPECT_EQ(text(paper, 0), "3 xem");
}

TEST(ReadDocx, GivesTextInNfc) {
  EXPECT_EQ(text(read(p("Ke\u0302\u0301 hoa\u0323ch")), 0), "Kế hoạch");
}

TEST(ReadDocx, AnswersBadFilesWithOneClearError) {
  const auto good = docx(p("x"));
  EXPECT_EQ(error_of(good.substr(0, good.size() / 2)), "package_broken");
  EXPECT_EQ(error_of(zipped({{"word/document.xml", "<w:document><w:body>"}})), "xml_broken");
  EXPECT_EQ(error_of(zipped({{"word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"}})), "xml_entities");
  EXPECT_EQ(error_of(zipped({{"word/media.xml", "<a/>"}})), "package_broken");
  EXPECT_EQ(error_of(zipped({{"word/document.xml", std::string(20u << 20, ' ')}})), "package_bomb");
  std::string deep, close;
  for (int i = 0; i < 400; ++i) deep += "<w:sdt>", close += "</w:sdt>";
  EXPECT_EQ(error_of(docx(deep + close)), "xml_too_deep");
  EXPECT_EQ(error_of(docx(tbl(tr(tc(p("x"), "<w:gridSpan w:val=\"10000\"/>"))))), "table_too_large");
  std::string wide;
  for (int i = 0; i < 10'000; ++i) wide += "<w:tc/>";
  EXPECT_EQ(error_of(docx(tbl(tr(wide)))), "table_too_large");
  EXPECT_EQ(error_of(std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8)), "old_office_file");
  EXPECT_EQ(error_of(""), "document_empty");
}

TEST(ReadPaper, TakesWhatIsNoOfficeFileForText) {
  const auto paper = read_paper("Quý III", "phu-luc.txt");
  EXPECT_EQ(paper.kind, PaperKind::text);
}

}  // namespace
}  // namespace tiendo::formats

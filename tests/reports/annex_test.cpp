#include "reports/annex.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "formats/docx_reader.h"
#include "formats/docx_writer.h"

namespace tiendo::reports {
namespace {

using domain::Programme;
using domain::Task;
using formats::Sheet;
using formats::SheetParagraph;
using formats::SheetTable;

Programme programme() {
  Programme made;
  made.title = "PHỤ LỤC II. Nhiệm vụ cụ thể 6 tháng cuối năm 2025";
  made.attachment.as_written = "Kèm theo Quyết định số       /QĐ-SKHCN ngày      /9/2025 của Sở Khoa học và Công nghệ tỉnh Bình Minh";
  made.sections = {{"I", "Quý III", 3, 3}, {"II", "Quý IV", 4, 1}};
  return made;
}

Task task(int position, const char* section, int quarter, int month, const char* number, const char* title) {
  Task made;
  made.position = position;
  made.section = section;
  made.quarter = quarter;
  made.month = month;
  made.number = number;
  made.title = title;
  made.lead = "Phòng QLKH&ĐMST";
  return made;
}

std::vector<Task> tasks() {
  return {task(3, "II", 4, 10, "1", "Tổng kết"), task(0, "I", 3, 7, "1", "Xây dựng Kế hoạch"), task(1, "I", 3, 7, "2", "Báo cáo"),
          task(2, "I", 3, 8, "3", "Hội nghị")};
}

const SheetTable& table(const Sheet& sheet) {
  return std::get<SheetTable>(sheet.blocks.back());
}
std::string text(const SheetParagraph& paragraph) {
  std::string out;
  for (const auto& run : paragraph.runs) out += run.text;
  return out;
}
std::string line(const Sheet& sheet, std::size_t block) {
  return text(std::get<SheetParagraph>(sheet.blocks.at(block)));
}
std::string row(const SheetTable& table, int row) {
  std::string out;
  for (const auto& cell : table.cells)
    if (cell.row == row) out += text(cell.paragraphs.at(0)) + "|";
  return out;
}

TEST(Annex, OpensInTheFormOfDecree30) {
  const auto sheet = annex(programme(), tasks());
  EXPECT_EQ(line(sheet, 0), "Phụ lục II");
  EXPECT_EQ(line(sheet, 1), "NHIỆM VỤ CỤ THỂ 6 THÁNG CUỐI NĂM 2025");
  EXPECT_EQ(line(sheet, 2), "(" + programme().attachment.as_written + ")");
  for (std::size_t block = 0; block < 3; ++block) {
    const auto& paragraph = std::get<SheetParagraph>(sheet.blocks[block]);
    EXPECT_EQ(paragraph.align, formats::Align::centre);
    EXPECT_EQ(paragraph.runs[0].size, 14);
    EXPECT_EQ(paragraph.runs[0].bold, block < 2);
    EXPECT_EQ(paragraph.runs[0].italic, block == 2);
  }
  const auto& page = sheet.page;
  EXPECT_EQ(page.width, 297);
  EXPECT_TRUE(page.top >= 20 && page.top <= 25 && page.bottom >= 20 && page.bottom <= 25);
  EXPECT_TRUE(page.left >= 30 && page.left <= 35 && page.right >= 15 && page.right <= 20);
  EXPECT_TRUE(page.numbers.shown);
  EXPECT_FALSE(page.numbers.on_first_page);
}

TEST(Annex, CountsTheTasksOfEachQuarterAndMonthInTheOrderOfTheProgramme) {
  const auto sheet = annex(programme(), tasks());
  const auto& rows = table(sheet);
  ASSERT_EQ(rows.rows, 10);
  EXPECT_EQ(rows.header_rows, 1);
  EXPECT_EQ(row(rows, 0), "STT|Nhiệm vụ|Đơn vị chủ trì|Đơn vị phối hợp|Sản phẩm|Lãnh đạo chỉ đạo|Ghi chú|");
  EXPECT_EQ(row(rows, 1), "I|Quý III (3 nhiệm vụ)|");
  EXPECT_EQ(row(rows, 2), "|Tháng 7 (2 nhiệm vụ)|");
  EXPECT_EQ(row(rows, 3), "1|Xây dựng Kế hoạch|Phòng QLKH&ĐMST|||||");
  EXPECT_EQ(row(rows, 5), "|Tháng 8 (1 nhiệm vụ)|");
  EXPECT_EQ(row(rows, 7), "II|Quý IV (1 nhiệm vụ)|");
  EXPECT_EQ(rows.kept_with_next, (std::vector<int>{1, 2, 5, 7, 8}));
}

TEST(Annex, SaysNoMonthAboveTasksWhoseDeadlinesStandInTheirCells) {
  Programme bare;
  auto all = tasks();
  for (auto& each : all) each.section.clear(), each.due = "30/" + std::to_string(*each.month) + "/2025";
  const auto sheet = annex(bare, all);
  EXPECT_EQ(table(sheet).rows, 1 + 4);
  EXPECT_TRUE(table(sheet).kept_with_next.empty());
  all[1].due.clear();
  EXPECT_EQ(table(annex(bare, all)).rows, 1 + 4 + 2 + 3);  // two quarters, three months
}

TEST(Annex, AddsTheDeadlineAndFurtherColumnsWhereATaskFillsThem) {
  auto all = tasks();
  all[0].due = "Quý IV/2025";
  all[1].extra["Nguồn kinh phí"] = "Ngân sách";
  AnnexForm form;
  form.headings[domain::Field::directing_leader] = "Lãnh đạo Sở chỉ đạo";
  const auto sheet = annex(programme(), all, form);
  EXPECT_EQ(row(table(sheet), 0),
            "STT|Nhiệm vụ|Đơn vị chủ trì|Đơn vị phối hợp|Sản phẩm|Thời hạn|Lãnh đạo Sở chỉ đạo|Nguồn kinh phí|Ghi chú|");
  double width = 0;
  for (const double each : table(sheet).widths) width += each;
  EXPECT_NEAR(width, sheet.page.text_width(), 0.01);
}

TEST(Annex, LeavesRoomForTheNumberAndTheDayThatAreNotFilledIn) {
  Programme blank;
  blank.attachment.as_written = "Kèm theo Quyết định số /QĐ-SKHCN ngày /7/2025 của Sở";
  EXPECT_EQ(line(annex(blank, {}), 1), "(Kèm theo Quyết định số        /QĐ-SKHCN ngày        /7/2025 của Sở)");
}

TEST(Annex, LeavesTheAttachmentBlankWhereNothingIsKnown) {
  Programme bare;
  bare.title = "Chương trình công tác";
  const auto sheet = annex(bare, {}, {.agency = "Sở Nội vụ tỉnh Bình Minh", .headings = {}});
  EXPECT_EQ(line(sheet, 0), "Phụ lục");
  EXPECT_TRUE(line(sheet, 2).starts_with("(Kèm theo Quyết định số "));
  EXPECT_TRUE(line(sheet, 2).ends_with("của Sở Nội vụ tỉnh Bình Minh)"));
}

TEST(Annex, AsWordDocumentReadsBackCellByCell) {
  auto all = tasks();
  all[1].title = std::string(500, 'x') + " <&>\" Ke\u0302\u0301 hoạch";
  const auto sheet = annex(programme(), all);
  const auto paper = formats::read_docx(formats::write_docx(sheet), "phu-luc.docx");
  ASSERT_EQ(paper.blocks.size(), 5u);  // and the hairline that Word wants last
  const auto& read = std::get<formats::Table>(paper.blocks[3]);
  const auto& written = table(sheet);
  EXPECT_EQ(read.rows, written.rows);
  EXPECT_EQ(read.columns, 7);
  EXPECT_EQ(read.header_rows, 1);
  ASSERT_EQ(read.cells.size(), written.cells.size());
  for (std::size_t i = 0; i < read.cells.size(); ++i) {
    EXPECT_EQ(read.cells[i].column_span, written.cells[i].column_span);
    EXPECT_EQ(read.cells[i].text, nfc(text(written.cells[i].paragraphs[0])));
  }
}

}  // namespace
}  // namespace tiendo::reports

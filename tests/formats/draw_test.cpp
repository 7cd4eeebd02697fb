#include "formats/draw.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "formats/documents_program.h"
#include "formats/docx_writer.h"
#include "formats/sheet_bytes.h"

namespace tiendo::formats {
namespace {

Sheet full_sheet() {
  Sheet sheet;
  sheet.title = "Phụ lục";
  sheet.author = "Sở";
  sheet.size = 12.5;
  sheet.page.left = 31;
  sheet.page.numbers.on_first_page = true;
  SheetParagraph paragraph{.runs = {{.text = "Quý III\n", .bold = true, .size = 14}, {.text = "(75 nhiệm vụ)", .italic = true}}};
  paragraph.align = Align::centre;
  paragraph.keep_with_next = true;
  SheetTable table;
  table.widths = {10, 20.25};
  table.rows = 2;
  table.header_rows = 1;
  table.kept_with_next = {0};
  table.cells = {{.column = 1, .row_span = 2, .paragraphs = {paragraph}, .vertical = VerticalAlign::middle}};
  sheet.blocks = {paragraph, PageBreak{}, table};
  return sheet;
}

TEST(SheetBytes, GiveBackEveryField) {
  const auto sheet = full_sheet();
  const auto again = sheet_from_bytes(to_bytes(sheet));
  EXPECT_EQ(to_bytes(again), to_bytes(sheet));
  EXPECT_EQ(again.page.left, 31);
  EXPECT_EQ(std::get<SheetTable>(again.blocks.at(2)).cells.at(0).paragraphs.at(0).runs.at(1).text, "(75 nhiệm vụ)");
  EXPECT_TRUE(std::holds_alternative<PageBreak>(again.blocks.at(1)));
}

TEST(SheetBytes, ThatEndTooEarlyAreRefused) {
  const auto bytes = to_bytes(full_sheet());
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_THROW(sheet_from_bytes(std::string_view(bytes).substr(0, size)), Error);
}

TEST(DrawApart, GivesTheSameFileAsDrawingHere) {
  EXPECT_EQ(draw_docx(full_sheet()), write_docx(full_sheet()));
}

TEST(DrawApart, HandsOverTheErrorOfAWriter) {
  Sheet sheet;
  sheet.blocks = {SheetParagraph{.runs = {{.text = std::string(40'000, 'a')}}}};
  try {
    draw_xlsx(sheet);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.key(), "cell_too_long");
    EXPECT_EQ(error.code(), ErrorCode::invalid);
  }
}

TEST(DrawApart, SaysSoWhereTheProgramFalls) {
  use_documents_program("/bin/false");
  EXPECT_THROW(draw_pdf(full_sheet()), Error);
  use_documents_program({});
}

}  // namespace
}  // namespace tiendo::formats

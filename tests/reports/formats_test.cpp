// What is written reads back: the annex as XLSX and CSV cell by cell, a programme as JSON whole.
#include <gtest/gtest.h>

#include "base/error.h"
#include "base/text.h"
#include "formats/csv_writer.h"
#include "formats/docx_writer.h"
#include "formats/read.h"
#include "formats/xlsx_writer.h"
#include "reports/annex.h"
#include "reports/programme_json.h"

namespace tiendo::reports {
namespace {

ProgrammeFile hostile(int count) {
  ProgrammeFile file;
  file.programme.title = "PHỤ LỤC. Nhiệm vụ <&> \"thử\"";
  file.programme.sections = {{"I", "Quý III", 3, count}};
  const std::string hard[] = {
      "", "=1+1", "<&>\"'", "dòng, có; phẩy", "-5", "007", "1.1", "_x000D_", "Ke\u0302\u0301 hoa\u0323ch", std::string(500, 'w')};
  for (int i = 0; i < count; ++i) {
    domain::Task task;
    const auto hard_text = [&](int shift) { return nfc(hard[static_cast<std::size_t>(i + shift) % std::size(hard)]); };
    task.position = i;
    task.section = "I";
    task.quarter = 3;
    task.month = 7;
    task.number = std::to_string(i + 1);
    task.title = "Việc " + hard_text(0);
    task.lead = hard_text(1);
    task.coordinating = hard_text(2);
    task.deliverable = hard_text(3);
    task.directing_leader = hard_text(4);
    task.note = hard_text(5);
    file.tasks.push_back(std::move(task));
  }
  return file;
}

std::string text(const formats::SheetCell& cell) {
  std::string out;
  for (const auto& run : cell.paragraphs.at(0).runs) out += run.text;
  return out;
}

// Every filled cell of the layout stands at the same place of the table that was read.
void expect_same_cells(const formats::Sheet& sheet, const formats::Paper& paper) {
  const formats::Table* read = nullptr;
  for (const auto& block : paper.blocks)
    if (const auto* table = std::get_if<formats::Table>(&block)) read = table;
  ASSERT_NE(read, nullptr);
  const auto& written = std::get<formats::SheetTable>(sheet.blocks.back());
  EXPECT_EQ(read->rows, written.rows);
  std::map<std::pair<int, int>, std::string> found, wanted;
  for (const auto& cell : read->cells)
    if (!cell.text.empty()) found[{cell.row, cell.column}] = cell.text;
  for (const auto& cell : written.cells)
    if (!text(cell).empty()) wanted[{cell.row, cell.column}] = text(cell);
  EXPECT_EQ(found, wanted);
}

TEST(Export, ReadsBackCellByCellFromWordExcelAndCsv) {
  const auto file = hostile(200);
  const auto sheet = annex(file.programme, file.tasks);
  expect_same_cells(sheet, formats::read_paper(formats::write_docx(sheet), "a.docx"));
  expect_same_cells(sheet, formats::read_paper(formats::write_xlsx(sheet), "a.xlsx"));
  expect_same_cells(sheet, formats::read_paper(formats::write_csv(sheet), "a.csv"));
}

TEST(Export, OfTwoThousandTasksReadsBackToo) {
  const auto file = hostile(2'000);
  const auto sheet = annex(file.programme, file.tasks);
  expect_same_cells(sheet, formats::read_paper(formats::write_docx(sheet), "a.docx"));
  expect_same_cells(sheet, formats::read_paper(formats::write_xlsx(sheet), "a.xlsx"));
}

TEST(Export, GivesTheSameBytesForTheSameProgramme) {
  const auto file = hostile(3);
  EXPECT_EQ(formats::write_docx(annex(file.programme, file.tasks)), formats::write_docx(annex(file.programme, file.tasks)));
}

TEST(Export, RefusesATextThatExcelCannotHold) {
  auto file = hostile(1);
  file.tasks[0].title = std::string(40'000, 'x');
  EXPECT_THROW(formats::write_xlsx(annex(file.programme, file.tasks)), Error);
}

TEST(ProgrammeJson, GivesEverythingBack) {
  auto file = hostile(20);
  file.programme.year = 2025;
  file.programme.attachment = {"617", "QĐ-SKHCN", "/9/2025", "Sở Khoa học và Công nghệ", "Kèm theo Quyết định số 617"};
  file.programme.column_headers = {"STT", "Nhiệm vụ"};
  auto& task = file.tasks[3];
  task.id = domain::TaskId(77);
  task.extra["Kinh phí"] = "Ngân sách";
  task.labels = {"Nhiệm vụ quan trọng"};
  task.lead_units = {domain::UnitId(5)};
  task.due_period = domain::Period::month(2025, 7);
  const auto text = programme_as_json(file);
  const auto again = programme_from_json(text);
  EXPECT_EQ(programme_as_json(again), text);
  EXPECT_EQ(again.tasks[3].due_period, task.due_period);
  EXPECT_EQ(again.tasks[3].extra, task.extra);
  EXPECT_EQ(again.tasks[9].title, file.tasks[9].title);
}

TEST(ProgrammeJson, RefusesWhatIsNone) {
  for (const char* text : {"", "[]", "{}", R"({"programme":{"title":5}})", R"({"programme":{},"tasks":[{"month":"x"}]})"})
    EXPECT_THROW(programme_from_json(text), Error) << text;
}

}  // namespace
}  // namespace tiendo::reports

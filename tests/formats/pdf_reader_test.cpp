#include "formats/pdf_reader.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "base/error.h"
#include "base/text.h"
#include "formats/page_join.h"
#include "formats/read.h"

namespace tiendo::formats {
namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const std::filesystem::path annexes = TIENDO_SOURCE_DIR "/../shared/annexes";

std::vector<Table> tables_of(const Paper& paper) {
  std::vector<Table> tables;
  for (const auto& block : paper.blocks)
    if (const auto* table = std::get_if<Table>(&block)) tables.push_back(*table);
  return tables;
}

std::string text_at(const Table& table, int row, int column) {
  for (const auto& cell : table.cells)
    if (cell.row <= row && row < cell.row + cell.row_span && cell.column <= column && column < cell.column + cell.column_span)
      return collapse_blanks(cell.text);
  return {};
}

Word word(std::string text, double x, double y) {
  const double width = 5.0 * static_cast<double>(text.size());
  return {std::move(text), {x, y, x + width, y + 10}, 1, {}};
}

// A table of two columns and the given rows, ruled all round.
PageSight ruled_page(const std::vector<std::pair<std::string, std::string>>& rows) {
  PageSight sight{300, 400, {}, {}, false};
  const double height = 30, bottom = 60 + height * static_cast<double>(rows.size());
  for (std::size_t i = 0; i <= rows.size(); ++i) sight.rules.push_back({true, 60 + height * static_cast<double>(i), 20, 280});
  for (const double x : {20.0, 60.0, 100.0, 280.0}) sight.rules.push_back({false, x, 60, bottom});
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].first.empty()) sight.words.push_back(word(rows[i].first, 25, 70 + height * static_cast<double>(i)));
    if (!rows[i].second.empty()) sight.words.push_back(word(rows[i].second, 105, 70 + height * static_cast<double>(i)));
  }
  return sight;
}

Table joined(const std::vector<PageSight>& sights) {
  std::vector<PageLayout> pages;
  for (const auto& sight : sights) pages.push_back(lay_out(sight, static_cast<int>(pages.size())));
  Paper paper;
  paper.blocks = join_pages(std::move(pages));
  const auto tables = tables_of(paper);
  EXPECT_EQ(tables.size(), 1u);
  return tables.at(0);
}

TEST(PdfReader, DropsTheHeadingRowThatIsRepeatedOnTheNextPage) {
  const auto table = joined({ruled_page({{"TT", "Nhiem vu"}, {"1", "Mot."}}), ruled_page({{"TT", "Nhiem vu"}, {"2", "Hai."}})});
  EXPECT_EQ(table.rows, 3);
  EXPECT_EQ(table.header_rows, 1);
  EXPECT_EQ(text_at(table, 2, 0), "2");
}

TEST(PdfReader, JoinsARowThatThePageBreakCuts) {
  const auto table = joined({ruled_page({{"TT", "Nhiem vu"}, {"1", "Xay dung"}}), ruled_page({{"TT", "Nhiem vu"}, {"", "ke hoach"}})});
  EXPECT_EQ(table.rows, 2);
  EXPECT_EQ(text_at(table, 1, 2), "Xay dung ke hoach");
}

TEST(PdfReader, KeepsARowWithItsOwnNumberApart) {
  const auto table = joined({ruled_page({{"TT", "Nhiem vu"}, {"1", "Xay dung"}}), ruled_page({{"TT", "Nhiem vu"}, {"2", "ke hoach"}})});
  EXPECT_EQ(table.rows, 3);
}

TEST(PdfReader, FindsCellsMergedAcrossAndDown) {
  // Two by two; the rule between the upper cells is missing.
  const auto grids = find_grids(
      {{true, 10, 0, 100}, {true, 30, 0, 100}, {true, 50, 0, 100}, {false, 0, 10, 50}, {false, 50, 30, 50}, {false, 100, 10, 50}}, 2);
  ASSERT_EQ(grids.size(), 1u);
  ASSERT_EQ(grids[0].cells.size(), 3u);
  EXPECT_EQ(grids[0].cells[0].column_span, 2);
}

// Words at (x, y), without any rule.
PageSight plain_page(const std::vector<Word>& words) {
  return {300, 400, words, {}, false};
}

TEST(ATableWithoutRules, IsReadByItsColumnsAndRows) {
  const auto table = joined({plain_page({word("PHU LUC", 120, 20), word("STT", 20, 60), word("Viec", 60, 60), word("Don vi", 200, 60),
                                         word("1", 20, 80), word("Ban hanh", 60, 80), word("Phong A", 200, 80), word("Ke hoach", 60, 92),
                                         word("Thang 8 cua nam hai nghin hai muoi lam", 60, 104), word("2", 20, 116),
                                         word("Kiem dinh", 60, 116), word("Trung", 200, 116), word("tam B", 200, 128)})});
  EXPECT_EQ(table.rows, 4);
  EXPECT_EQ(text_at(table, 1, 1), "Ban hanh Ke hoach");
  EXPECT_EQ(text_at(table, 2, 0), "Thang 8 cua nam hai nghin hai muoi lam");
  EXPECT_EQ(text_at(table, 2, 2), "Thang 8 cua nam hai nghin hai muoi lam") << "a heading reaches over all columns";
  EXPECT_EQ(text_at(table, 3, 2), "Trung tam B");
}

TEST(ATableWithoutRules, IsNotALetterhead) {
  Paper paper;
  paper.blocks = join_pages(
      {lay_out(plain_page({word("SO KHOA HOC", 20, 20), word("CONG HOA", 200, 20), word("Phong A", 20, 32), word("Doc lap", 200, 32),
                           word("So 12", 20, 44), word("Ngay 1", 200, 44), word("Kinh gui ong ba", 20, 70)}),
               0)});
  EXPECT_TRUE(tables_of(paper).empty());
}

TEST(PdfReader, RefusesADamagedFileWithOneSentence) {
  try {
    read_paper("%PDF-1.5\nnothing here", "x.pdf");
    FAIL();
  } catch (const Error& e) {
    EXPECT_EQ(e.key(), "pdf_damaged");
  }
}

TEST(PdfReader, ReadsEveryRowAndCellOfARealSignedAnnex) {
  const auto path = annexes / "hanoi-kh277.pdf";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no ../shared/annexes here";
  const auto paper = read_paper(bytes_of(path), "hanoi-kh277.pdf");
  const auto tables = tables_of(paper);
  ASSERT_EQ(tables.size(), 1u);
  EXPECT_EQ(tables[0].columns, 7);
  EXPECT_EQ(tables[0].header_rows, 2);
  const auto labels = boost::json::parse(bytes_of(annexes / "hanoi-kh277.labels.json")).as_object();
  int row = tables[0].header_rows;
  for (const auto& label : labels.at("rows").as_array()) {
    while (row < tables[0].rows && text_at(tables[0], row, 0).empty()) ++row;  // group rows carry no number
    ASSERT_LT(row, tables[0].rows);
    int column = 0;
    for (const auto& header : labels.at("columns").as_array())
      EXPECT_EQ(text_at(tables[0], row, column++), collapse_blanks(label.as_object().at(header.as_string()).as_string()));
    ++row;
  }
  EXPECT_EQ(row, tables[0].rows);
}

}  // namespace
}  // namespace tiendo::formats

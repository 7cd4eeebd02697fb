#include "intake/table_rows.h"

#include <gtest/gtest.h>

#include "intake/intake.h"

namespace tiendo::intake {
namespace {

using domain::Field;

formats::Paper paper_of(const std::vector<std::vector<std::string>>& rows) {
  formats::Table table;
  table.rows = static_cast<int>(rows.size()), table.columns = static_cast<int>(rows[0].size());
  for (int row = 0; row < table.rows; ++row)
    for (int column = 0; column < table.columns; ++column)
      table.cells.push_back({row, column, 1, 1, rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)], 1, {}});
  formats::Paper paper;
  paper.blocks.emplace_back(std::move(table));
  return paper;
}

TEST(TableRows, AFirstColumnThatCountsIsTheNumberThoughItsHeaderWasMisread) {
  const auto read = read_programme(paper_of({{"IEẾ", "Nhiệm vụ", "Đơn vị chủ trì"},
                                             {"1", "Xây dựng Kế hoạch", "Văn phòng"},
                                             {"2", "Báo cáo kết quả", "Phòng Kế hoạch"},
                                             {"", "thực hiện", ""},
                                             {"3", "Tổ chức hội nghị", "Văn phòng"}}));
  ASSERT_EQ(read.tasks.size(), 3u);
  EXPECT_EQ(read.tasks[2][Field::number].text, "3");
  EXPECT_EQ(read.tasks[1][Field::title].text, "Báo cáo kết quả thực hiện");
}

TEST(TableRows, AFirstColumnOfOtherFiguresIsNoNumber) {
  const auto read = read_programme(paper_of({{"Kinh phí", "Nhiệm vụ", "Đơn vị chủ trì"},
                                             {"100", "Xây dựng Kế hoạch", "Văn phòng"},
                                             {"20", "Báo cáo kết quả", "Phòng Kế hoạch"},
                                             {"300", "Tổ chức hội nghị", "Văn phòng"}}));
  ASSERT_EQ(read.tasks.size(), 3u);
  EXPECT_EQ(read.tasks[0][Field::number].text, "");
  ASSERT_EQ(read.tasks[0].extra.size(), 1u);
  EXPECT_EQ(read.tasks[0].extra[0].second.text, "100");
}

}  // namespace
}  // namespace tiendo::intake

#include "formats/paper.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace tiendo::formats {
namespace {

Paper paper_of(int rows, int columns, int row_span) {
  Table table;
  table.rows = rows, table.columns = columns;
  table.cells.push_back({0, 0, row_span, columns, "a", 1, {}});
  Paper paper;
  paper.blocks.emplace_back(std::move(table));
  return paper;
}

TEST(Paper, IsRefusedWhereItsTablesClaimMorePlacesThanAnybodyCanKeep) {
  EXPECT_NO_THROW(refuse_huge_tables(paper_of(100'000, 100, 1)));
  EXPECT_THROW(refuse_huge_tables(paper_of(100'001, 100, 1)), Error);
  EXPECT_THROW(refuse_huge_tables(paper_of(1'000'000'000, 1'000'000'000, 1)), Error);
  auto two = paper_of(60'000, 100, 1);
  two.blocks.push_back(two.blocks.front());
  EXPECT_THROW(refuse_huge_tables(two), Error);
}

TEST(Paper, IsRefusedWhereItsCellsCoverTheSamePlacesOverAndOver) {
  auto paper = paper_of(1000, 1000, 1000);
  auto& cells = std::get<Table>(paper.blocks[0]).cells;
  EXPECT_NO_THROW(refuse_huge_tables(paper));
  cells.resize(11, cells.front());
  EXPECT_THROW(refuse_huge_tables(paper), Error);
}

}  // namespace
}  // namespace tiendo::formats

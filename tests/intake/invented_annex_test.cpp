// Reading annexes whose truth is known, for what was never seen while the program was written. TIENDO_LOTS=n reads n of each
// manner and prints every wrong cell.
#include "intake/invented_annex.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "base/text.h"
#include "formats/text.h"
#include "intake/conservation.h"
#include "intake/intake.h"

namespace tiendo::intake {
namespace {

struct Score {
  int cells = 0, wrong = 0, surely_wrong = 0, doubtful = 0, rows = 0, rows_lost = 0;
  std::string examples;

  Score& operator+=(const Score& other) {
    cells += other.cells, wrong += other.wrong, surely_wrong += other.surely_wrong, doubtful += other.doubtful;
    rows += other.rows, rows_lost += other.rows_lost;
    examples += other.examples;
    return *this;
  }
};

std::ostream& operator<<(std::ostream& out, const Score& score) {
  const auto percent = [&](int part) { return 100.0 * part / std::max(1, score.cells); };
  return out << score.rows - score.rows_lost << "/" << score.rows << " rows, " << score.cells << " cells: " << percent(score.wrong)
             << " % wrong, " << percent(score.surely_wrong) << " % surely wrong, " << percent(score.doubtful) << " % doubtful";
}

const CellDraft* find_cell(const Intake& intake, const TaskDraft& task, const std::string& header) {
  const auto column =
      std::ranges::find_if(intake.columns, [&](const ColumnDraft& one) { return search_key(one.header) == search_key(header); });
  if (column == intake.columns.end()) return nullptr;
  if (column->field) return &task[*column->field];
  const auto extra = std::ranges::find_if(task.extra, [&](const auto& one) { return one.first == column->header; });
  return extra == task.extra.end() ? nullptr : &extra->second;
}

Score score_of(const InventedAnnex& annex, const Intake& intake) {
  Score score;
  for (const auto& row : annex.rows) {
    ++score.rows;
    const auto task =
        std::ranges::find_if(intake.tasks, [&](const TaskDraft& one) { return one[domain::Field::number].text == row.cells[0]; });
    score.rows_lost += task == intake.tasks.end();
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      ++score.cells;
      const CellDraft* cell = task == intake.tasks.end() ? nullptr : find_cell(intake, *task, annex.headers[i]);
      const bool sure_of = cell && cell->confidence >= sure;
      score.doubtful += cell && !sure_of;
      if (cell && cell->text == row.cells[i]) continue;
      ++score.wrong;
      score.surely_wrong += sure_of;
      score.examples += "\n  [" + annex.name + ", " + row.cells[0] + ", " + annex.headers[i] + "]" + (sure_of ? " SURE " : " ") +
                        (cell ? std::to_string(cell->confidence) : "") + "\n    wanted “" + row.cells[i] + "”\n    read   “" +
                        (cell ? cell->text : "no such cell") + "”";
    }
  }
  return score;
}

Score read_lots(const Manner& manner, unsigned lots) {
  Score score;
  for (unsigned seed = 1; seed <= lots; ++seed) {
    const auto annex = invent_annex(seed, manner);
    const auto paper = formats::read_text(annex.text, "annex.txt");
    Intake intake;
    try {
      intake = read_programme(paper);
      EXPECT_THAT(lost_or_doubled(paper, intake), testing::IsEmpty()) << annex.name;
    } catch (const Error& error) {
      ADD_FAILURE() << annex.name << ": " << error.key() << "\n" << annex.text.substr(0, 1500);
    }
    Score one = score_of(annex, intake);
    if (std::getenv("TIENDO_LOTS")) std::cout << "    " << annex.name << ": " << one << one.examples << "\n";
    score += one;
  }
  return score;
}

struct Goal {
  const char* name;
  Manner manner;
  double wrong, surely_wrong;  // of a hundred cells, at most
};

class InventedAnnexes : public testing::TestWithParam<Goal> {};

TEST_P(InventedAnnexes, AreReadAndWhatIsReadWronglyIsDoubted) {
  const char* lots = std::getenv("TIENDO_LOTS");
  const Score score = read_lots(GetParam().manner, lots ? static_cast<unsigned>(std::atoi(lots)) : 8);
  if (lots) std::cout << "== " << GetParam().name << ": " << score << "\n";
  EXPECT_LE(score.wrong * 100, score.cells * GetParam().wrong) << score;
  EXPECT_LE(score.surely_wrong * 100, score.cells * GetParam().surely_wrong) << score;
}

INSTANTIATE_TEST_SUITE_P(Reading, InventedAnnexes,
                         testing::Values(Goal{"NoBreakBlanks20Rows", {Writing::drawn, true, 20}, 0.8, 0.1},
                                         Goal{"NoBreakBlanks60Rows", {Writing::drawn, true, 60}, 0.4, 0.05},
                                         Goal{"NoBreakBlanks200Rows", {Writing::drawn, true, 200}, 0.3, 0.05},
                                         Goal{"PlainBlanks20Rows", {Writing::drawn, false, 20}, 3, 0.5},
                                         Goal{"PlainBlanks60Rows", {Writing::drawn, false, 60}, 1, 0.3},
                                         Goal{"PlainBlanks200Rows", {Writing::drawn, false, 200}, 0.6, 0.1},
                                         Goal{"SpacedLines20Rows", {Writing::spaced, false, 20}, 3, 0.5},
                                         Goal{"SpacedLines60Rows", {Writing::spaced, false, 60}, 1, 0.1},
                                         Goal{"ACellALine20Rows", {Writing::cell_a_line, false, 20}, 1, 0.6},
                                         Goal{"ACellALine60Rows", {Writing::cell_a_line, false, 60}, 0.6, 0.1}),
                         [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace tiendo::intake

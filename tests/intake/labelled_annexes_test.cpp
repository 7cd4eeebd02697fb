// Word, Excel and PDF files that LibreOffice makes of the labelled annexes read back in every row and cell; a table says how many.
#include "intake/labelled_annexes.h"

#include <iostream>

#include <gtest/gtest.h>

#include "base/text.h"
#include "formats/read.h"
#include "intake/header.h"
#include "intake/intake.h"

namespace tiendo::intake {
namespace {

struct Score {
  std::size_t rows = 0, found = 0, cells = 0, right = 0;
};

std::string cell_of(const TaskDraft& task, const std::string& header) {
  if (const auto field = meaning_of_header(header).field) return task[*field].text;
  for (const auto& [own, cell] : task.extra)
    if (own == header) return cell.text;
  return {};
}

Score score_of(const Rows& rows, const Intake& read) {
  Score score{rows.size() - 1, read.tasks.size(), (rows.size() - 1) * rows[0].size(), 0};
  for (std::size_t row = 0; row < std::min(score.rows, score.found); ++row)
    for (std::size_t column = 0; column < rows[0].size(); ++column) {
      const auto wanted = collapse_blanks(nfc(rows[row + 1][column])), found = cell_of(read.tasks[row], rows[0][column]);
      score.right += found == wanted;
      EXPECT_EQ(found, wanted) << "row " << row << ", column " << rows[0][column];
    }
  return score;
}

TEST(LabelledAnnexes, ReadBackInEveryCellFromWordExcelAndPdfFiles) {
  if (labelled_annexes().empty()) GTEST_SKIP() << "no annexes at " << annexes;
  if (!have("soffice")) GTEST_SKIP() << "LibreOffice is not installed";
  std::cout << "| annex | format | rows | cells |\n| --- | --- | ---: | ---: |\n";
  for (const auto& annex : labelled_annexes()) {
    const auto rows = labelled_rows(annex);
    ASSERT_GT(rows.size(), 3u);
    const std::pair<const char*, std::string> files[] = {
        {"docx", as_docx(annex, rows)}, {"xlsx", as_xlsx(annex, rows)}, {"pdf", as_pdf(annex, rows)}, {"html", as_html(rows)}};
    for (const auto& [format, bytes] : files) {
      SCOPED_TRACE(annex + "." + format);
      ASSERT_FALSE(bytes.empty()) << "LibreOffice made nothing";
      const auto score = score_of(rows, read_programme(formats::read_paper(bytes, annex + "." + format)));
      EXPECT_EQ(score.found, score.rows);
      std::cout << "| " << annex << " | " << format << " | " << score.found << " of " << score.rows << " | " << score.right << " of "
                << score.cells << " |\n";
    }
  }
}

}  // namespace
}  // namespace tiendo::intake

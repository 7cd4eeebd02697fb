// Scans of the labelled annexes at 200 dots per inch, as programmes: every row is found, characters are right, wrong numbers are marked.
// Of each annex the short ones; TIENDO_ALL_PAGES=1 takes all.
#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <numeric>
#include <utility>

#include <gtest/gtest.h>

#include "base/text.h"
#include "formats/page_join.h"
#include "formats/page_layout.h"
#include "formats/pdf_words.h"
#include "formats/recogniser.h"
#include "formats/scan_maker.h"
#include "intake/header.h"
#include "intake/intake.h"
#include "intake/labelled_annexes.h"

namespace tiendo::intake {
namespace {

constexpr std::size_t short_rows = 20;

std::u32string letters_of(const std::string& text) {
  std::u32string out;
  for (const char byte : text)
    if ((static_cast<unsigned char>(byte) & 0xC0) == 0x80 && !out.empty())
      out.back() = (out.back() << 6) | (static_cast<unsigned char>(byte) & 0x3F);
    else
      out += static_cast<unsigned char>(byte);
  return out;
}

std::size_t changes_between(const std::u32string& from, const std::u32string& to) {
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), 0u);
  for (std::size_t i = 0; i < from.size(); ++i) {
    auto corner = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < to.size(); ++j) {
      const auto otherwise = std::min(row[j], row[j + 1]) + 1;
      corner = std::exchange(row[j + 1], std::min(otherwise, corner + (from[i] != to[j])));
    }
  }
  return row.back();
}

std::string digits_of(const std::string& text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), [](unsigned char c) { return std::isdigit(c); });
  return digits;
}

const CellDraft* find_cell(const TaskDraft& task, const std::string& header) {
  if (const auto field = meaning_of_header(header).field) return &task[*field];
  for (const auto& [own, cell] : task.extra)
    if (search_key(own) == search_key(header)) return &cell;  // an accent may be misread
  return nullptr;
}

struct Score {
  std::size_t letters = 0, wrong = 0;
  int wrong_numbers = 0, unmarked = 0;
};

Score score_of(const Rows& rows, const Intake& read) {
  Score score;
  for (std::size_t row = 0; row + 1 < rows.size() && row < read.tasks.size(); ++row)
    for (std::size_t column = 0; column < rows[0].size(); ++column) {
      const auto wanted = collapse_blanks(nfc(rows[row + 1][column]));
      const auto* cell = find_cell(read.tasks[row], rows[0][column]);
      const auto found = cell ? cell->text : std::string();
      score.letters += code_points(wanted);
      score.wrong += changes_between(letters_of(wanted), letters_of(found));
      if (digits_of(wanted) == digits_of(found)) continue;
      ++score.wrong_numbers;
      if (cell && cell->confidence < sure) continue;
      ++score.unmarked;
      std::cout << "sure of a wrong number: " << wanted << " | " << found << '\n';
    }
  return score;
}

formats::Paper read_scan(const std::string& pdf, const formats::Wear& wear) {
  formats::Recogniser recogniser;
  const int count = formats::PdfText(pdf).pages();
  std::vector<formats::PageLayout> pages;
  for (int page = 0; page < count; ++page)
    pages.push_back(formats::lay_out(recogniser.sight(formats::scan_of(pdf, page, 200, wear)), page));
  formats::Paper paper;
  paper.kind = formats::PaperKind::image;
  paper.pages = count;
  paper.blocks = formats::join_pages(std::move(pages));
  return paper;
}

TEST(LabelledScans, ComeBackInEveryRowAt200DotsPerInch) {
  if (labelled_annexes().empty()) GTEST_SKIP() << "no annexes at " << annexes;
  if (!have("soffice")) GTEST_SKIP() << "LibreOffice is not installed";
  std::cout << "| annex | sheet | rows | characters | wrong numbers, of them unmarked |\n| --- | --- | ---: | ---: | --- |\n";
  for (const auto& annex : labelled_annexes()) {
    const auto rows = labelled_rows(annex);
    if (rows.size() > short_rows && !std::getenv("TIENDO_ALL_PAGES")) continue;
    const auto pdf = as_pdf(annex, rows);
    for (const auto& [sheet, wear] : {std::pair("level", formats::fresh), std::pair("worn", formats::worn)}) {
      SCOPED_TRACE(annex + ", " + sheet);
      const auto read = read_programme(read_scan(pdf, wear));
      EXPECT_EQ(read.tasks.size(), rows.size() - 1);
      const auto score = score_of(rows, read);
      const double right = 1 - static_cast<double>(score.wrong) / static_cast<double>(score.letters);
      EXPECT_GE(right, 0.97);
      EXPECT_EQ(score.unmarked, 0);
      std::cout << "| " << annex << " | " << sheet << " | " << read.tasks.size() << " of " << rows.size() - 1 << " | " << 100 * right
                << " % | " << score.wrong_numbers << ", " << score.unmarked << " |\n";
    }
  }
}

}  // namespace
}  // namespace tiendo::intake

// How much of a real annex comes back from a scan of it: its own text layer is the truth. TIENDO_ALL_PAGES=1 takes every page.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <numeric>
#include <utility>

#include <gtest/gtest.h>

#include "base/text.h"
#include "formats/page_layout.h"
#include "formats/pdf_lines.h"
#include "formats/pdf_words.h"
#include "formats/recogniser.h"
#include "formats/scan_maker.h"

namespace tiendo::formats {
namespace {

const std::filesystem::path annexes = TIENDO_SOURCE_DIR "/../shared/annexes";

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> letters_of(const std::string& text) {
  std::vector<std::string> letters;
  for (const char byte : text)
    if ((static_cast<unsigned char>(byte) & 0xC0) == 0x80 && !letters.empty())
      letters.back() += byte;
    else
      letters.emplace_back(1, byte);
  return letters;
}

std::size_t changes_between(const std::string& a, const std::string& b) {
  const auto from = letters_of(a), to = letters_of(b);
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

struct Quality {
  std::size_t letters = 0, wrong = 0;
  int wrong_numbers_taken_for_sure = 0;
  double share() const { return 1 - static_cast<double>(wrong) / static_cast<double>(letters); }
};

const PageTable* table_of(const PageLayout& layout) {
  for (const auto& block : layout.blocks)
    if (const auto* table = std::get_if<PageTable>(&block)) return table;
  return nullptr;
}

void compare(const PageLayout& written, const PageLayout& scanned, Quality& quality) {
  const auto *truth = table_of(written), *read = table_of(scanned);
  ASSERT_TRUE(truth && read);
  EXPECT_EQ(read->table.rows, truth->table.rows);
  EXPECT_EQ(read->table.columns, truth->table.columns);
  ASSERT_EQ(read->table.cells.size(), truth->table.cells.size());
  for (std::size_t i = 0; i < truth->table.cells.size(); ++i) {
    const auto &right = truth->table.cells[i], &cell = read->table.cells[i];
    EXPECT_TRUE(cell.row == right.row && cell.column == right.column && cell.row_span == right.row_span);
    const auto wanted = collapse_blanks(right.text), got = collapse_blanks(cell.text);
    quality.letters += letters_of(wanted).size();
    quality.wrong += changes_between(wanted, got);
    if (digits_of(wanted) != digits_of(got) && cell.confidence >= 0.8) {
      ++quality.wrong_numbers_taken_for_sure;
      std::cout << "sure of a wrong number: " << wanted << " | " << got << '\n';
    }
  }
}

TEST(ScanQuality, AScanOfARealAnnexAt200DotsPerInchComesBack) {
  const auto path = annexes / "hanoi-kh277.pdf";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no ../shared/annexes here";
  const auto bytes = bytes_of(path);
  const PdfText text(bytes);
  const PdfDrawings drawings(bytes);
  Recogniser recogniser;
  std::vector<int> pages = {0, 5};
  if (std::getenv("TIENDO_ALL_PAGES")) {
    pages.resize(static_cast<std::size_t>(text.pages()));
    std::iota(pages.begin(), pages.end(), 0);
  }
  for (const auto& wear : {fresh, worn}) {
    Quality quality;
    for (const int page : pages) {
      SCOPED_TRACE(page);
      auto drawing = drawings.page(page);
      const auto written = lay_out({drawing.width, drawing.height, text.words(page), std::move(drawing.rules), false}, page);
      compare(written, lay_out(recogniser.sight(scan_of(bytes, page, 200, wear)), page), quality);
    }
    std::cout << (wear.grain > 0 ? "worn" : "fresh") << ": " << 100 * quality.share() << " % of " << quality.letters << " characters\n";
    EXPECT_GE(quality.share(), 0.97);
    EXPECT_EQ(quality.wrong_numbers_taken_for_sure, 0);
  }
}

}  // namespace
}  // namespace tiendo::formats

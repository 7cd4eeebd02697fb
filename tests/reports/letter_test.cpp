// A letter as it leaves the house keeps the figures of Decree 30/2020, Annex I, looked up in the finished DOCX and PDF.
#include "reports/letter.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pugixml.hpp>

#include "formats/docx_writer.h"
#include "formats/package.h"
#include "formats/pdf_lines.h"
#include "formats/pdf_pages.h"
#include "formats/pdf_words.h"
#include "formats/xlsx_writer.h"

namespace tiendo::reports {
namespace {

using namespace std::chrono_literals;
using domain::Letter;
using domain::LetterKind;
using domain::LetterState;
using formats::child;
using formats::Package;
using formats::value;

Letter letter(LetterKind kind = LetterKind::urging, int tasks = 3) {
  Letter made{.kind = kind, .unit_name = "Phòng Bưu chính Viễn thông và Chuyển đổi số", .as_of = 2025y / 8 / 5};
  made.form = {.superior = "Ủy ban nhân dân tỉnh Bình Minh",
               .issuer = "Sở Khoa học và Công nghệ",
               .place = "Bình Minh",
               .symbol = "SKHCN-VP",
               .subject = "đôn đốc thực hiện nhiệm vụ được giao",
               .basis = "Chương trình công tác 6 tháng cuối năm 2025 (Quyết định số 617/QĐ-SKHCN ngày 20/7/2025)",
               .words = "Đề nghị ưu tiên nhiệm vụ thứ nhất.",
               .capacity = "TL. Giám đốc\nChánh Văn phòng",
               .signer = "Lê Văn Thư",
               .recipients = "Như trên\nLãnh đạo Sở (để b/c)\nLưu: VT, VP"};
  for (int i = 0; i < tasks; ++i)
    made.tasks.push_back({.number = std::to_string(i + 1),
                          .title = "Tham mưu Ủy ban nhân dân tỉnh ban hành Kế hoạch thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024",
                          .due_on = 2025y / 7 / 31,
                          .state = domain::WorkState::in_progress,
                          .percent = 40,
                          .days_overdue = 5,
                          .heard_on = 2025y / 7 / 2});
  return made;
}

Letter issued(LetterKind kind = LetterKind::urging, int tasks = 3) {
  Letter made = letter(kind, tasks);
  made.state = LetterState::issued;
  made.number = "5";
  made.issued_on = 2025y / 8 / 5;
  made.answer_due = 2025y / 8 / 8;
  return made;
}

double millimetres(double points) {
  return points * 25.4 / 72;
}

class LetterOnWord : public testing::Test {
 protected:
  std::string bytes = formats::write_docx(letter_sheet(issued()));
  Package package{bytes};
  pugi::xml_document document = package.xml("word/document.xml");

  static std::string text(const pugi::xml_node& node) {
    std::string out;
    for (const auto& found : node.select_nodes(".//w:t")) out += found.node().text().get();
    return out;
  }
  // The paragraph that says just this.
  pugi::xml_node paragraph(const std::string& words) const {
    for (const auto& found : document.select_nodes("//w:p"))
      if (text(found.node()) == words) return found.node();
    ADD_FAILURE() << "no paragraph says " << words;
    return {};
  }
  struct Look {
    double letters;
    bool bold, italic;
    std::string align;
    bool operator==(const Look&) const = default;
  };
  Look look(const std::string& words) const {
    const auto found = paragraph(words);
    const auto run = child(child(found, "r"), "rPr");
    return {std::atof(std::string(value(child(run, "sz"), "val")).c_str()) / 2, !child(run, "b").empty(), !child(run, "i").empty(),
            std::string(value(child(child(found, "pPr"), "jc"), "val"))};
  }
  // Of the line below a paragraph, mm; 0 where there is none.
  double rule_below(const std::string& words) const {
    const auto found = paragraph(words);
    const auto properties = child(found.next_sibling(), "pPr");
    if (!child(properties, "pBdr")) return 0;
    const auto cell = found.parent();
    const auto width = std::atof(std::string(value(child(child(cell, "tcPr"), "tcW"), "w")).c_str());
    const auto indent = std::atof(std::string(value(child(properties, "ind"), "left")).c_str());
    return millimetres((width - 2 * indent) / 20) - 2 * 1.2;
  }
};

TEST_F(LetterOnWord, CarriesTheNationalTitleWithItsLine) {
  EXPECT_EQ(look("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), (Look{12, true, false, "center"}));
  EXPECT_EQ(look("Độc lập - Tự do - Hạnh phúc"), (Look{14, true, false, "center"}));
  EXPECT_NEAR(rule_below("Độc lập - Tự do - Hạnh phúc"), 62, 1) << "as long as the words";
}

TEST_F(LetterOnWord, NamesTheAgencyInBoldCapitalsBelowItsSuperiorWithAShortLine) {
  EXPECT_EQ(look("ỦY BAN NHÂN DÂN TỈNH BÌNH MINH"), (Look{13, false, false, "center"}));
  EXPECT_EQ(look("SỞ KHOA HỌC VÀ CÔNG NGHỆ"), (Look{13, true, false, "center"}));
  EXPECT_EQ(rule_below("ỦY BAN NHÂN DÂN TỈNH BÌNH MINH"), 0);
  const double line = rule_below("SỞ KHOA HỌC VÀ CÔNG NGHỆ");
  EXPECT_GT(line, 15);
  EXPECT_LT(line, 35);
}

TEST_F(LetterOnWord, SaysNumberSubjectPlaceAndDay) {
  EXPECT_EQ(look("Số: 05/SKHCN-VP"), (Look{13, false, false, "center"}));
  EXPECT_EQ(look("V/v đôn đốc thực hiện nhiệm vụ được giao"), (Look{12, false, false, "center"}));
  EXPECT_EQ(look("Bình Minh, ngày 05 tháng 8 năm 2025"), (Look{14, false, true, "center"}));
}

TEST_F(LetterOnWord, EndsWithRecipientsAndSigner) {
  EXPECT_EQ(look("Nơi nhận:"), (Look{12, true, true, "left"}));
  EXPECT_EQ(look("- Như trên;"), (Look{11, false, false, "left"}));
  EXPECT_EQ(look("- Lưu: VT, VP."), (Look{11, false, false, "left"}));
  EXPECT_EQ(look("TL. GIÁM ĐỐC"), (Look{14, true, false, "center"}));
  EXPECT_EQ(look("CHÁNH VĂN PHÒNG"), (Look{14, true, false, "center"}));
  EXPECT_EQ(look("Lê Văn Thư"), (Look{14, true, false, "center"}));
  EXPECT_EQ(look("Kính gửi: Phòng Bưu chính Viễn thông và Chuyển đổi số."), (Look{14, false, false, "center"}));
}

TEST_F(LetterOnWord, JustifiesTheBodyAndEndsItAsTheDecreeDoes) {
  const auto body = letter_text(issued());
  EXPECT_EQ(look(body.opening), (Look{14, false, false, "both"}));
  for (const auto& ask : body.asks) EXPECT_EQ(look(ask).align, "both");
  EXPECT_TRUE(body.asks.back().ends_with("./."));
  const auto indent = std::atof(std::string(value(child(child(paragraph(body.opening), "pPr"), "ind"), "firstLine")).c_str());
  EXPECT_NEAR(millimetres(indent / 20), 12.7, 0.1);
}

TEST_F(LetterOnWord, IsUprightWithTheMarginsOfTheDecree) {
  const auto section = child(document.document_element().first_child(), "sectPr");
  const auto of = [&](const char* node, const char* name) {
    return millimetres(std::atof(std::string(value(child(section, node), name)).c_str()) / 20);
  };
  EXPECT_NEAR(of("pgSz", "w"), 210, 0.1);
  EXPECT_NEAR(of("pgSz", "h"), 297, 0.1);
  EXPECT_NEAR(of("pgMar", "left"), 30, 0.1);
  EXPECT_NEAR(of("pgMar", "right"), 15, 0.1);
}

TEST(ALetterText, LeavesNumberDayAndSignerOpenInADraft) {
  std::string said;
  for (const auto& block : letter_sheet(letter()).blocks)
    if (const auto* table = std::get_if<formats::SheetTable>(&block))
      for (const auto& cell : table->cells)
        for (const auto& paragraph : cell.paragraphs)
          for (const auto& run : paragraph.runs) said += run.text + "\n";
  EXPECT_THAT(said, testing::HasSubstr("Số:         /SKHCN-VP\n"));
  EXPECT_THAT(said, testing::HasSubstr("Bình Minh, ngày      tháng      năm\n"));
  EXPECT_THAT(letter_text(letter()).asks.back(), testing::Not(testing::HasSubstr("chậm nhất")));
  EXPECT_THAT(letter_text(issued()).asks.back(),
              testing::HasSubstr("trong thời hạn 03 ngày làm việc, kể từ ngày ban hành văn bản này (chậm nhất ngày 08/08/2025)./."));
}

TEST(ALetterText, CountsWhatIsOverdueAndWhatIsNot) {
  Letter mixed = letter();
  EXPECT_THAT(letter_text(mixed).opening, testing::HasSubstr("còn 03 nhiệm vụ quá hạn chưa hoàn thành"));
  mixed.tasks[2].days_overdue = 0;
  EXPECT_THAT(letter_text(mixed).opening, testing::HasSubstr("còn 03 nhiệm vụ chưa hoàn thành, trong đó 02 nhiệm vụ đã quá hạn"));
  for (auto& task : mixed.tasks) task.days_overdue = 0;
  EXPECT_THAT(letter_text(mixed).opening, testing::HasSubstr("còn 03 nhiệm vụ chưa hoàn thành, cần cập nhật"));
}

TEST(ALetterText, AsksForCausesResponsibilityAndRemediesInAnExplanation) {
  const auto asks = letter_text(letter(LetterKind::explanation)).asks;
  ASSERT_EQ(asks.size(), 6);
  EXPECT_THAT(asks[1], testing::StartsWith("1. Nguyên nhân"));
  EXPECT_THAT(asks[2], testing::StartsWith("2. Trách nhiệm"));
  EXPECT_THAT(asks[3], testing::StartsWith("3. Giải pháp"));
  EXPECT_EQ(asks[4], "Đề nghị ưu tiên nhiệm vụ thứ nhất.") << "the office's own words";
}

TEST(LetterOnPdf, KeepsWithinTheMarginsAndNumbersFromTheSecondPage) {
  const auto bytes = formats::write_pdf(letter_sheet(issued(LetterKind::explanation, 30)));
  const formats::PdfText text{bytes};
  formats::PdfDrawings drawings{bytes};
  ASSERT_GE(text.pages(), 2);
  for (int page = 0; page < text.pages(); ++page) {
    int numbers = 0;
    for (const auto& word : text.words(page)) {
      EXPECT_GT(millimetres(word.box.x0), 29.9) << word.text;
      EXPECT_LT(millimetres(word.box.x1), 210 - 14.9) << word.text;
      if (millimetres(word.box.y1) <= 20) ++numbers;
    }
    EXPECT_EQ(numbers, page == 0 ? 0 : 1);
  }
  // The lines below the names: one as long as the motto, one shorter, neither part of a table.
  std::vector<double> lengths;
  for (const auto& rule : drawings.page(0).rules)
    if (rule.is_horizontal && millimetres(rule.at) < 45) lengths.push_back(millimetres(rule.to - rule.from));
  std::ranges::sort(lengths);
  ASSERT_EQ(lengths.size(), 2);
  EXPECT_LT(lengths[0], 35);
  EXPECT_NEAR(lengths[1], 62, 1);
}

TEST(LetterOnPdf, DrawsTheLineOfTheMottoAsLongAsItsWordsAndBelowThem) {
  const auto bytes = formats::write_pdf(letter_sheet(issued()));
  const formats::PdfText text{bytes};
  double first = 1e9, last = 0, below = 0;
  for (const auto& word : text.words(0))
    if (word.text == "Độc" || word.text == "phúc") {
      first = std::min(first, word.box.x0);
      last = std::max(last, word.box.x1);
      below = std::max(below, word.box.y1);
    }
  formats::PdfDrawings drawings{bytes};
  const auto rules = drawings.page(0).rules;
  const auto rule =
      std::ranges::find_if(rules, [&](const auto& each) { return each.is_horizontal && each.from > first - 20 && each.to < last + 20; });
  ASSERT_NE(rule, rules.end());
  EXPECT_NEAR(millimetres(rule->from), millimetres(first), 2);
  EXPECT_NEAR(millimetres(rule->to), millimetres(last), 2);
  EXPECT_GT(rule->at, below - 4);
  EXPECT_LT(rule->at, below + 4);
}

// A spreadsheet has one set of columns; a head in two of them would else be as narrow as the first two of the table.
TEST(ALetterAsASpreadsheet, GivesItsHeadTheWidthOfTheTable) {
  const std::string bytes = formats::write_xlsx(letter_sheet(issued()));  // the package reads them where they lie
  Package package{bytes};
  const auto sheet = package.xml("xl/worksheets/sheet1.xml");
  std::vector<std::string> merged;
  for (const auto& found : sheet.select_nodes("//mergeCell")) merged.emplace_back(found.node().attribute("ref").value());
  EXPECT_THAT(merged, testing::IsSupersetOf({"A1:C1", "D1:E1"}))
      << "names on the left, the national title on the right, five columns in all";
}

}  // namespace
}  // namespace tiendo::reports

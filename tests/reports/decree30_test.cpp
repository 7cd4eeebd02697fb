// What leaves the house keeps the figures of Decree 30/2020, Annex I (page, letters, page numbers) and section III.1 (annexes): looked up
// in the finished DOCX and PDF, not in our own layout.
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

#include <gtest/gtest.h>
#include <pugixml.hpp>
#include <unistd.h>

#include "base/text.h"
#include "formats/docx_writer.h"
#include "formats/package.h"
#include "formats/page_layout.h"
#include "formats/pdf_lines.h"
#include "formats/pdf_pages.h"
#include "formats/pdf_words.h"
#include "reports/annex.h"

namespace tiendo::reports {
namespace {

using formats::child;
using formats::Package;
using formats::value;

domain::Programme programme() {
  domain::Programme made;
  made.title = "PHỤ LỤC II. Nhiệm vụ cụ thể 6 tháng cuối năm 2025";
  made.attachment.as_written = "Kèm theo Quyết định số       /QĐ-SKHCN ngày      /9/2025 của Sở Khoa học và Công nghệ tỉnh Bình Minh";
  made.sections = {{"I", "Quý III", 3, 90}, {"II", "Quý IV", 4, 86}};
  return made;
}

std::vector<domain::Task> tasks() {
  std::vector<domain::Task> made(176);
  for (int i = 0; i < 176; ++i) {
    auto& task = made[static_cast<std::size_t>(i)];
    const bool third = i < 90;
    task.position = i;
    task.section = third ? "I" : "II";
    task.quarter = third ? 3 : 4;
    task.month = third ? 7 + i / 30 : 10 + (i - 90) / 30;
    task.number = std::to_string(third ? i + 1 : i - 89);
    task.title = "Tham mưu Ủy ban nhân dân tỉnh ban hành Kế hoạch thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024";
    for (int more = 0; more < i % 5; ++more) task.title += "; báo cáo kết quả thực hiện đợt " + std::to_string(more + 1);
    task.lead = "Phòng QLKH&ĐMST";
    task.coordinating = "Các phòng, đơn vị có liên quan";
    task.deliverable = "Kế hoạch của Ủy ban nhân dân tỉnh";
    task.directing_leader = "PGĐ Sở Trần Thị Thu Hà";
  }
  return made;
}

double millimetres(double points) {
  return points * 25.4 / 72;
}
bool within(double value, double least, double most) {
  return value > least - 0.1 && value < most + 0.1;
}

class DecreeOnWord : public testing::Test {
 protected:
  std::string bytes = formats::write_docx(annex(programme(), tasks()));
  Package package{bytes};
  pugi::xml_document document = package.xml("word/document.xml"), styles = package.xml("word/styles.xml");
  pugi::xml_node body = document.document_element().first_child();

  static double twips(const pugi::xml_node& node, const char* name) {
    return millimetres(std::atof(std::string(value(node, name)).c_str()) / 20);
  }
  static std::string text(const pugi::xml_node& node) {
    std::string out;
    for (const auto& found : node.select_nodes(".//w:t")) out += found.node().text().get();
    return out;
  }
  static double letters(const pugi::xml_node& run) {
    return std::atof(std::string(value(child(child(run, "rPr"), "sz"), "val")).c_str()) / 2;
  }
};

TEST_F(DecreeOnWord, IsA4AcrossWithTheMarginsOfTheDecree) {
  const auto section = child(body, "sectPr");
  const auto page = child(section, "pgSz"), margins = child(section, "pgMar");
  EXPECT_NEAR(twips(page, "w"), 297, 0.1);
  EXPECT_NEAR(twips(page, "h"), 210, 0.1);
  EXPECT_EQ(value(page, "orient"), "landscape");
  EXPECT_PRED3(within, twips(margins, "top"), 20, 25);
  EXPECT_PRED3(within, twips(margins, "bottom"), 20, 25);
  EXPECT_PRED3(within, twips(margins, "left"), 30, 35);
  EXPECT_PRED3(within, twips(margins, "right"), 15, 20);
}

TEST_F(DecreeOnWord, IsWrittenInBlackTimesNewRoman) {
  const auto letters_of_all = child(child(child(styles.document_element(), "docDefaults"), "rPrDefault"), "rPr");
  for (const char* script : {"ascii", "hAnsi", "cs", "eastAsia"})
    EXPECT_EQ(value(child(letters_of_all, "rFonts"), script), "Times New Roman");
  EXPECT_EQ(value(child(letters_of_all, "color"), "val"), "000000");
  EXPECT_TRUE(document.select_nodes("//w:rFonts | //w:color").empty());  // and nothing says otherwise
}

TEST_F(DecreeOnWord, NumbersItsPagesFromTheSecondInTheMiddleOfTheTopMargin) {
  const auto section = child(body, "sectPr");
  EXPECT_TRUE(child(section, "titlePg"));
  EXPECT_EQ(value(child(section, "pgNumType"), "start"), "1");  // each annex is numbered for itself
  const auto relations = package.relationships("word/document.xml");
  for (const auto& found : section.select_nodes("w:headerReference")) {
    const auto header = package.xml(relations.at(std::string(value(found.node(), "id"))));
    const auto field = header.select_node("//w:instrText[contains(., 'PAGE')]").node();
    const bool first = value(found.node(), "type") == "first";
    EXPECT_EQ(field.empty(), first);
    if (first) continue;
    EXPECT_EQ(value(header.select_node("//w:jc").node(), "val"), "center");
    EXPECT_PRED3(within, letters(field.parent()), 13, 14);
    EXPECT_TRUE(header.select_nodes("//w:b | //w:i").empty());
  }
  EXPECT_LT(twips(child(section, "pgMar"), "header"), 20);
}

TEST_F(DecreeOnWord, NamesTheAnnexItsTitleAndTheDocumentItGoesWith) {
  const std::array<std::string, 3> wanted = {"Phụ lục II", "NHIỆM VỤ CỤ THỂ 6 THÁNG CUỐI NĂM 2025",
                                             "(" + programme().attachment.as_written + ")"};
  auto paragraph = body.first_child();
  for (std::size_t i = 0; i < wanted.size(); ++i, paragraph = paragraph.next_sibling()) {
    const auto run = child(paragraph, "r"), look = child(run, "rPr");
    EXPECT_EQ(text(paragraph), wanted[i]);
    EXPECT_EQ(value(child(child(paragraph, "pPr"), "jc"), "val"), "center");
    EXPECT_PRED3(within, letters(run), i == 0 ? 14 : 13, 14);
    EXPECT_EQ(!child(look, "b").empty(), i < 2);
    EXPECT_EQ(!child(look, "i").empty(), i == 2);
  }
  EXPECT_EQ(formats::local_name(paragraph), "tbl");
  // The national title stands on the decision and not on what goes with it.
  EXPECT_EQ(search_key(text(body)).find("cong hoa xa hoi"), std::string::npos);
}

TEST_F(DecreeOnWord, RepeatsTheHeadingAndCutsNoRow) {
  int row = 0;
  for (const auto& found : body.select_nodes("w:tbl/w:tr")) {
    const auto facts = child(found.node(), "trPr");
    EXPECT_EQ(!child(facts, "tblHeader").empty(), row == 0) << row;
    EXPECT_TRUE(child(facts, "cantSplit")) << row;
    ++row;
  }
  EXPECT_EQ(row, 1 + 2 + 6 + 176);
}

class DecreeOnPdf : public testing::Test {
 protected:
  std::string bytes = formats::write_pdf(annex(programme(), tasks()));
  formats::PdfText text{bytes};
  formats::PdfDrawings drawings{bytes};

  // The words of a page, without the number in its margin.
  std::vector<formats::Word> inside(int page) const {
    std::vector<formats::Word> out;
    for (auto& word : text.words(page))
      if (millimetres(word.box.y1) > 20) out.push_back(std::move(word));
    return out;
  }
};

TEST_F(DecreeOnPdf, KeepsEveryWordAndRuleWithinTheMarginsOfAnA4Page) {
  ASSERT_GT(text.pages(), 5);
  for (int page = 0; page < text.pages(); ++page) {
    const auto drawing = drawings.page(page);
    EXPECT_NEAR(millimetres(drawing.width), 297, 0.1);
    EXPECT_NEAR(millimetres(drawing.height), 210, 0.1);
    for (const auto& word : inside(page)) {
      EXPECT_GT(millimetres(word.box.x0), 30) << word.text;
      EXPECT_LT(millimetres(word.box.x1), 297 - 15) << word.text;
      EXPECT_LT(millimetres(word.box.y1), 210 - 20) << word.text;
    }
    for (const auto& rule : drawing.rules) {
      EXPECT_GE(millimetres(rule.is_horizontal ? rule.from : rule.at), 29.9);
      EXPECT_LE(millimetres(rule.is_horizontal ? rule.to : rule.at), 297 - 14.9);
      EXPECT_LE(millimetres(rule.is_horizontal ? rule.at : rule.to), 210 - 19.9);
    }
  }
}

TEST_F(DecreeOnPdf, NumbersItsPagesFromTheSecondInTheMiddleOfTheTopMargin) {
  for (int page = 0; page < text.pages(); ++page) {
    std::vector<formats::Word> margin;
    for (const auto& word : text.words(page))
      if (millimetres(word.box.y1) <= 20) margin.push_back(word);
    ASSERT_EQ(margin.size(), page == 0 ? 0u : 1u) << page;
    if (page == 0) continue;
    EXPECT_EQ(margin[0].text, std::to_string(page + 1));
    EXPECT_NEAR(millimetres(middle_x(margin[0].box)), 30 + (297 - 30 - 15) / 2.0, 0.5);
  }
}

// Each page shows whole rows below the heading: a number, a title, a unit.
TEST_F(DecreeOnPdf, RepeatsTheHeadingAndCutsNoRow) {
  int rows = 0;
  for (int page = 0; page < text.pages(); ++page) {
    auto drawing = drawings.page(page);
    const auto layout = formats::lay_out({drawing.width, drawing.height, inside(page), std::move(drawing.rules), false}, page);
    const auto* found = std::get_if<formats::PageTable>(&layout.blocks.back());
    ASSERT_NE(found, nullptr);
    std::vector<std::vector<std::string>> cells(static_cast<std::size_t>(found->table.rows), std::vector<std::string>(7));
    for (const auto& cell : found->table.cells)
      cells[static_cast<std::size_t>(cell.row)][static_cast<std::size_t>(cell.column)] = cell.text;
    EXPECT_EQ(cells.front().front(), "STT") << page;
    for (std::size_t row = 1; row < cells.size(); ++row) {
      if (cells[row][2].empty()) continue;  // a heading
      EXPECT_FALSE(cells[row][0].empty()) << "page " << page + 1 << ", row " << row;
      EXPECT_TRUE(cells[row][1].starts_with("Tham mưu")) << cells[row][1];
      ++rows;
    }
    EXPECT_FALSE(cells.back()[2].empty()) << "a heading ends page " << page + 1;
  }
  EXPECT_EQ(rows, 176);
}

TEST_F(DecreeOnPdf, CarriesItsFontsWithAMapToUnicode) {
  if (std::system("command -v pdffonts >/dev/null 2>&1") != 0) GTEST_SKIP() << "pdffonts is not installed";
  const auto file = std::filesystem::temp_directory_path() / ("tiendo-fonts-" + std::to_string(getpid()) + ".pdf");
  std::ofstream(file, std::ios::binary) << bytes;
  const std::unique_ptr<FILE, int (*)(FILE*)> answer(popen(("pdffonts " + file.string()).c_str(), "r"), pclose);
  int fonts = 0, line = 0;
  for (char row[400]; std::fgets(row, sizeof row, answer.get());) {
    if (line++ < 2) continue;  // the headings
    const auto parts = words(row);
    ASSERT_GE(parts.size(), 5u);
    const auto family = search_key(parts[0]);
    EXPECT_TRUE(family.find("timesnewroman") != std::string::npos || family.find("liberation-serif") != std::string::npos ||
                family.find("liberationserif") != std::string::npos)
        << row;
    EXPECT_EQ(parts[parts.size() - 5], "yes") << row;  // embedded
    EXPECT_EQ(parts[parts.size() - 3], "yes") << row;  // Unicode
    ++fonts;
  }
  EXPECT_GE(fonts, 2);  // upright and bold at least
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace tiendo::reports

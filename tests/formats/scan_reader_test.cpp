#include "formats/scan_reader.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numeric>

#include <gtest/gtest.h>

#include "base/error.h"
#include "base/text.h"
#include "formats/apart.h"
#include "formats/page_join.h"
#include "formats/pdf_pages.h"
#include "formats/pdf_reader.h"
#include "formats/read.h"
#include "formats/recogniser.h"
#include "formats/scan_maker.h"

namespace tiendo::formats {
namespace {

using Rows = std::vector<std::vector<std::string>>;

const std::filesystem::path annexes = TIENDO_SOURCE_DIR "/../shared/annexes";

const Rows programme = {
    {"STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"},
    {"1", "Xây dựng Kế hoạch cải cách hành chính theo Quyết định số 118/QĐ-UBND", "Văn phòng Sở", "30/8/2026"},
    {"2", "Tham mưu kinh phí 50.000 triệu đồng theo Công văn số 472/SKHCN-BCVT&CĐS", "Phòng Kế hoạch", "Quý IV/2026"},
    {"3", "Báo cáo kết quả thực hiện nhiệm vụ trọng tâm", "", "15/12/2026"},
};

Sheet sheet_of(const Rows& rows) {
  SheetTable table;
  table.widths = {12, 78, 43, 32};
  table.rows = static_cast<int>(rows.size());
  for (std::size_t row = 0; row < rows.size(); ++row)
    for (std::size_t column = 0; column < rows[row].size(); ++column) {
      SheetParagraph text;
      text.runs.push_back({rows[row][column], row == 0, false, 0});
      table.cells.push_back({static_cast<int>(row), static_cast<int>(column), 1, 1, {text}, VerticalAlign::top});
    }
  SheetParagraph title;
  title.runs.push_back({"PHỤ LỤC NHIỆM VỤ TRỌNG TÂM", true, false, 14});
  Sheet sheet;
  sheet.blocks = {title, std::move(table)};
  return sheet;
}

// A line may end at the stroke of a symbol.
std::string text_at(const Table& table, int row, int column) {
  for (const auto& cell : table.cells)
    if (cell.row == row && cell.column == column) {
      auto text = cell.text;
      for (auto at = text.find("-\n"); at != std::string::npos; at = text.find("-\n")) text.erase(at + 1, 1);
      return collapse_blanks(text);
    }
  return "no such cell";
}

std::vector<Table> tables_of(const Paper& paper) {
  std::vector<Table> tables;
  for (const auto& block : paper.blocks)
    if (const auto* table = std::get_if<Table>(&block)) tables.push_back(*table);
  return tables;
}

void expect_rows(const Rows& rows, const Paper& paper) {
  const auto tables = tables_of(paper);
  ASSERT_EQ(tables.size(), 1u);
  ASSERT_EQ(tables[0].rows, static_cast<int>(rows.size()));
  ASSERT_EQ(tables[0].columns, static_cast<int>(rows[0].size()));
  for (std::size_t row = 0; row < rows.size(); ++row)
    for (std::size_t column = 0; column < rows[row].size(); ++column)
      EXPECT_EQ(text_at(tables[0], static_cast<int>(row), static_cast<int>(column)), rows[row][column]);
}

std::string key_of(const std::function<void()>& reading) {
  try {
    reading();
  } catch (const Error& error) {
    return error.key();
  }
  return "nothing was wrong";
}

TEST(ScanReader, ReadsTheCellsOfARuledTableFromAPicture) {
  expect_rows(programme, read_paper(as_png(scan_of(write_pdf(sheet_of(programme)), 0, 200, fresh)), "scan.png"));
}

TEST(ScanReader, ReadsASheetThatWasLaidInAskewAndLooksWorn) {
  expect_rows(programme, read_paper(as_jpeg(scan_of(write_pdf(sheet_of(programme)), 0, 200, worn), 70), "scan.jpg"));
}

TEST(ScanReader, TurnsAPageThatLiesOnItsSideOrStandsOnItsHead) {
  const auto pdf = write_pdf(sheet_of(programme));
  for (int turns = 1; turns < 4; ++turns) {
    SCOPED_TRACE(turns);
    expect_rows(programme, read_paper(as_png(scan_of(pdf, 0, 200, {.quarter_turns = turns})), "scan.png"));
  }
}

TEST(ScanReader, ReadsInTheConfinedProcessAndSaysHowFarItIs) {
  std::vector<std::pair<int, int>> heard;
  const auto paper =
      read_paper_apart(as_png(scan_of(write_pdf(sheet_of(programme)), 0, 200, fresh)), "scan.png", {}, [&](int done, int total) {
        if (heard.empty() || heard.back() != std::pair(done, total)) heard.emplace_back(done, total);
        return true;
      });
  expect_rows(programme, paper);
  EXPECT_EQ(paper.kind, PaperKind::image);
  ASSERT_FALSE(heard.empty());
  EXPECT_EQ(heard.back(), std::pair(1, 1));
  EXPECT_TRUE(std::ranges::is_sorted(heard));
}

// A PDF whose page is the picture of a page.
std::string as_scanned_pdf(const std::string& jpeg, int width, int height) {
  std::string pdf = "%PDF-1.4\n";
  std::vector<std::size_t> starts;
  const auto add = [&](const std::string& object) {
    starts.push_back(pdf.size());
    pdf += std::to_string(starts.size()) + " 0 obj\n" + object + "\nendobj\n";
  };
  const std::string paint = "q 595 0 0 842 0 0 cm /P Do Q";
  add("<< /Type /Catalog /Pages 2 0 R >>");
  add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>");
  add("<< /Length " + std::to_string(paint.size()) + " >>\nstream\n" + paint + "\nendstream");
  add("<< /Type /XObject /Subtype /Image /Width " + std::to_string(width) + " /Height " + std::to_string(height) +
      " /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length " + std::to_string(jpeg.size()) + " >>\nstream\n" + jpeg +
      "\nendstream");
  const auto table = pdf.size();
  pdf += "xref\n0 6\n0000000000 65535 f \n";
  for (const auto start : starts) pdf += std::string(10 - std::to_string(start).size(), '0') + std::to_string(start) + " 00000 n \n";
  return pdf + "trailer << /Size 6 /Root 1 0 R >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
}

TEST(ScanReader, ReadsThePagesOfAPdfThatArePictures) {
  const auto scan = scan_of(write_pdf(sheet_of(programme)), 0, 200, worn);
  const auto paper = read_paper(as_scanned_pdf(as_jpeg(scan, 80), scan.width, scan.height), "scan.pdf");
  ASSERT_EQ(tables_of(paper).size(), 1u);
  EXPECT_EQ(text_at(tables_of(paper)[0], 2, 2), "Phòng Kế hoạch");
  EXPECT_EQ(paper.kind, PaperKind::pdf);
  ASSERT_EQ(paper.notices.size(), 1u);
  EXPECT_EQ(paper.notices[0].key, "page_is_picture");
}

TEST(ScanReader, DoubtsTheNumbersItCouldHardlyRead) {
  const auto blurred = scan_of(write_pdf(sheet_of(programme)), 0, 150, {0, 2, 12, 0});
  const auto tables = tables_of(read_paper(as_jpeg(blurred, 40), "x.jpg"));
  ASSERT_EQ(tables.size(), 1u);
  int misread = 0;
  for (std::size_t row = 1; row < programme.size(); ++row)
    for (const std::size_t column : {0u, 3u})
      for (const auto& cell : tables[0].cells) {
        const bool here = cell.row == static_cast<int>(row) && cell.column == static_cast<int>(column);
        if (!here || collapse_blanks(cell.text) == programme[row][column]) continue;
        EXPECT_LT(cell.confidence, 0.8) << cell.text;
        ++misread;
      }
  EXPECT_GT(misread, 0);
}

// A page with these rows in three columns, as a recogniser saw it, laid in so many points aside.
PageLayout recognised_page(const Rows& rows, double aside) {
  PageSight sight{300, 400, {}, {}, true};
  const double height = 30, bottom = 60 + height * static_cast<double>(rows.size());
  for (std::size_t row = 0; row <= rows.size(); ++row)
    sight.rules.push_back({true, 60 + height * static_cast<double>(row), 20 + aside, 260 + aside});
  for (const double x : {20.0, 60.0, 200.0, 260.0}) sight.rules.push_back({false, x + aside, 60, bottom});
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const double y = 70 + height * static_cast<double>(row);
    for (std::size_t column = 0; column < 3; ++column) {
      const double x = std::array{25.0, 65.0, 205.0}[column] + aside;
      sight.words.push_back({rows[row][column], {x, y, x + 30, y + 10}, 0.9, {}});
    }
  }
  return lay_out(sight, 0);
}

TEST(ScanReader, KnowsARepeatedHeadingThatWasMisreadOnASheetLaidAside) {
  const auto blocks = join_pages({recognised_page({{"TT", "Tên nhiệm vụ", "Thời hạn"}, {"1", "Một", "Hai."}}, 0),
                                  recognised_page({{"Jib", "Tên nhiêm vụ", "Thời hạn"}, {"2", "Ba", "Bốn."}}, 25)});
  Paper paper;
  paper.blocks = blocks;
  const auto tables = tables_of(paper);
  ASSERT_EQ(tables.size(), 1u);
  EXPECT_EQ(tables[0].rows, 3);
  EXPECT_EQ(tables[0].header_rows, 1);
}

TEST(ScanReader, StopsWhenNobodyWaitsAnyLonger) {
  const auto png = as_png(scan_of(write_pdf(sheet_of(programme)), 0, 200, fresh));
  EXPECT_EQ(key_of([&] { read_paper(png, "x.png", [](int, int) { return false; }); }), "reading_cancelled");
}

TEST(ScanReader, RefusesWhatIsNoWholePictureWithOneSentence) {
  const auto scan = scan_of(write_pdf(sheet_of(programme)), 0, 100, fresh);
  const auto png = as_png(scan), jpeg = as_jpeg(scan, 60);
  EXPECT_EQ(key_of([&] { read_paper(png.substr(0, png.size() / 2), "x.png"); }), "picture_damaged");
  EXPECT_EQ(key_of([&] { read_paper(jpeg.substr(0, jpeg.size() / 2), "x.jpg"); }), "picture_damaged");
  EXPECT_EQ(key_of([&] { read_paper(png.substr(0, 20), "x.png"); }), "picture_damaged");
}

TEST(ScanReader, RefusesAHundredMegapixelsBeforeMakingRoomForThem) {
  auto png = as_png(scan_of(write_pdf(sheet_of(programme)), 0, 50, fresh));
  png[18] = '\x30', png[19] = '\0', png[22] = '\x30', png[23] = '\0';  // the head of the file: 12288 across and down
  EXPECT_EQ(key_of([&] { read_paper(png, "x.png"); }), "picture_too_large");
}

}  // namespace
}  // namespace tiendo::formats

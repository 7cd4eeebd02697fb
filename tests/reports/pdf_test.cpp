// The annex as PDF: looked at by its text, page by page. Set TIENDO_KEEP to a folder to look at the pages themselves.
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "base/text.h"
#include "formats/pdf_pages.h"
#include "reports/annex.h"

namespace tiendo::reports {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> pages_of(const std::string& bytes) {
  const auto folder = fs::temp_directory_path() / ("tiendo-pdf-" + std::to_string(getpid()));
  fs::create_directories(folder);
  std::ofstream(folder / "annex.pdf", std::ios::binary) << bytes;
  if (const char* keep = std::getenv("TIENDO_KEEP")) fs::copy(folder / "annex.pdf", keep, fs::copy_options::overwrite_existing);
  std::vector<std::string> pages(1);
  if (std::system(("pdftotext -layout " + (folder / "annex.pdf").string() + " " + (folder / "out.txt").string()).c_str()) == 0) {
    std::ifstream in(folder / "out.txt");
    for (char letter; in.get(letter);)
      if (letter == '\f')
        pages.emplace_back();
      else
        pages.back() += letter;
  }
  pages.pop_back();
  fs::remove_all(folder);
  return pages;
}

std::vector<domain::Task> tasks(int count) {
  std::vector<domain::Task> made(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    auto& task = made[static_cast<std::size_t>(i)];
    task.position = i;
    task.quarter = i < count / 2 ? 3 : 4;
    task.month = i < count / 2 ? 7 : 10;
    task.number = std::to_string(i + 1);
    task.title =
        "Việc thứ " + std::to_string(i + 1) + ": xây dựng Kế hoạch kiểm tra sau nghiệm thu đối với các nhiệm vụ khoa học và công nghệ";
    task.lead = "Phòng QLKH&ĐMST";
    task.directing_leader = "PGĐ Sở Trần Thị Thu Hà";
  }
  return made;
}

TEST(Pdf, RepeatsTheHeadingAndNumbersThePagesFromTheSecond) {
  if (std::system("command -v pdftotext >/dev/null 2>&1") != 0) GTEST_SKIP() << "pdftotext is not installed";
  domain::Programme programme;
  programme.title = "PHỤ LỤC II. Nhiệm vụ cụ thể 6 tháng cuối năm 2025";
  const auto pages = pages_of(formats::write_pdf(annex(programme, tasks(96))));
  ASSERT_GT(pages.size(), 3u);
  std::string all;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    const auto text = collapse_blanks(pages[page]);
    EXPECT_NE(text.find("STT Nhiệm vụ"), std::string::npos) << "page " << page + 1;
    EXPECT_EQ(text.starts_with(std::to_string(page + 1) + " "), page > 0) << "page " << page + 1;
    all += text + "\n";
  }
  EXPECT_TRUE(collapse_blanks(pages[0]).starts_with("Phụ lục II NHIỆM VỤ CỤ THỂ"));
  for (int i = 1; i <= 96; ++i) EXPECT_NE(all.find("Việc thứ " + std::to_string(i) + ":"), std::string::npos) << i;
}

TEST(Pdf, CarriesARowOverThatIsHigherThanAPage) {
  if (std::system("command -v pdftotext >/dev/null 2>&1") != 0) GTEST_SKIP() << "pdftotext is not installed";
  auto long_one = tasks(2);
  for (int i = 0; i < 400; ++i) long_one[0].title += " đoạn" + std::to_string(i);
  const auto pages = pages_of(formats::write_pdf(annex({}, long_one)));
  ASSERT_GT(pages.size(), 1u);
  std::string all;
  for (const auto& page : pages) all += page;
  for (const char* word : {"đoạn0", "đoạn200", "đoạn399", "Việc thứ 2"}) EXPECT_NE(all.find(word), std::string::npos) << word;
}

}  // namespace
}  // namespace tiendo::reports

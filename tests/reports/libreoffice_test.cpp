// LibreOffice opens what is written and prints it: the pages are checked by their text. Set TIENDO_KEEP to a folder to look at them.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "base/text.h"
#include "formats/docx_writer.h"
#include "reports/annex.h"

namespace tiendo::reports {
namespace {

namespace fs = std::filesystem;

struct Folder {
  fs::path path = fs::temp_directory_path() / ("tiendo-office-" + std::to_string(getpid()));
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
};

bool have(const char* program) {
  return std::system((std::string("command -v ") + program + " >/dev/null 2>&1").c_str()) == 0;
}

void keep(const fs::path& file) {
  if (const char* folder = std::getenv("TIENDO_KEEP")) fs::copy(file, folder, fs::copy_options::overwrite_existing);
}

// The text of each page, as LibreOffice prints the document.
std::vector<std::string> printed_pages(const Folder& folder, const std::string& name, const std::string& bytes) {
  const auto file = folder.path / name;
  std::ofstream(file, std::ios::binary) << bytes;
  keep(file);
  const std::string at = folder.path.string();
  const std::string convert =
      "cd " + at + " && soffice -env:UserInstallation=file://" + at + "/profile --headless --convert-to pdf " + name + " >/dev/null 2>&1";
  if (std::system(convert.c_str()) != 0) return {};
  const auto pdf = fs::path(file).replace_extension(".pdf");
  keep(pdf);
  if (std::system(("pdftotext -layout " + pdf.string() + " " + at + "/out.txt").c_str()) != 0) return {};
  std::ifstream in(folder.path / "out.txt");
  std::vector<std::string> pages(1);
  for (char letter; in.get(letter);)
    if (letter == '\f')
      pages.emplace_back();
    else
      pages.back() += letter;
  pages.pop_back();
  return pages;
}

domain::Programme programme() {
  domain::Programme made;
  made.title = "PHỤ LỤC II. Nhiệm vụ cụ thể trong 6 tháng cuối năm 2025";
  made.attachment.as_written = "Kèm theo Quyết định số       /QĐ-SKHCN ngày      /9/2025 của Sở Khoa học và Công nghệ tỉnh Bình Minh";
  made.sections = {{"I", "Quý III", 3, 96}, {"II", "Quý IV", 4, 80}};
  return made;
}

// 96 + 80 tasks, as the reference annex has.
std::vector<domain::Task> tasks() {
  std::vector<domain::Task> made(176);
  for (int i = 0; i < 176; ++i) {
    auto& task = made[static_cast<std::size_t>(i)];
    task.position = i;
    const bool third = i < 96;
    task.section = third ? "I" : "II";
    task.quarter = third ? 3 : 4;
    task.month = third ? 7 + i / 32 : 10 + (i - 96) / 27;
    task.number = std::to_string(third ? i + 1 : i - 95);
    task.title = "Việc thứ " + std::to_string(i + 1) +
                 ": xây dựng Kế hoạch kiểm tra sau nghiệm thu đối với các nhiệm vụ khoa học, công nghệ và tổ chức thực hiện";
    if (i % 9 == 0)
      task.title += " tại các đơn vị sự nghiệp trực thuộc; báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện trước ngày 25 hằng tháng";
    task.lead = i % 2 ? "Phòng QLKH&ĐMST" : "Văn phòng Sở";
    task.coordinating = i % 5 ? "Các phòng, đơn vị có liên quan" : "";
    task.deliverable = i % 3 ? "Báo cáo kết quả" : "Kế hoạch của Sở; Tờ trình, dự thảo Quyết định của UBND tỉnh";
    task.directing_leader = "PGĐ Sở Trần Thị Thu Hà";
    task.note = i % 7 ? "" : "Nhiệm vụ quan trọng tham mưu UBND tỉnh";
  }
  return made;
}

TEST(LibreOffice, PrintsTheAnnexWithItsHeadingOnEveryPageAndNoNumberOnTheFirst) {
  if (!have("soffice") || !have("pdftotext")) GTEST_SKIP() << "LibreOffice or pdftotext is not installed";
  const Folder folder;
  const auto pages = printed_pages(folder, "phu-luc.docx", formats::write_docx(annex(programme(), tasks())));
  ASSERT_GT(pages.size(), 5u);
  for (std::size_t page = 0; page < pages.size(); ++page) {
    const auto text = collapse_blanks(pages[page]);
    EXPECT_NE(text.find("STT"), std::string::npos) << "page " << page + 1;
    EXPECT_EQ(text.starts_with(std::to_string(page + 1) + " "), page > 0) << "page " << page + 1 << ": " << text.substr(0, 40);
  }
  EXPECT_TRUE(collapse_blanks(pages[0]).starts_with("Phụ lục II NHIỆM VỤ CỤ THỂ"));
  std::string all;
  for (const auto& page : pages) all += page;
  for (int i = 1; i <= 176; ++i) EXPECT_NE(all.find("Việc thứ " + std::to_string(i) + ":"), std::string::npos) << i;
}

}  // namespace
}  // namespace tiendo::reports

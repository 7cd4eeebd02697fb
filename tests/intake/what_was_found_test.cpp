// A document that is no programme is answered with what it seems to be.
#include <gtest/gtest.h>

#include "base/error.h"
#include "formats/text.h"
#include "intake/intake.h"

namespace tiendo::intake {
namespace {

// "key: argument; argument"
std::string answer(const formats::Paper& paper) {
  try {
    read_programme(paper);
  } catch (const Error& error) {
    std::string said = error.key() + ":";
    for (const auto& argument : error.arguments()) said += " " + argument + ";";
    return said;
  }
  return "read as a programme";
}

std::string answer(const std::string& text) {
  return answer(formats::read_text(text, "van-ban.txt"));
}

formats::Paper table_of(const std::vector<std::vector<std::string>>& rows) {
  formats::Table table;
  table.rows = static_cast<int>(rows.size());
  table.columns = static_cast<int>(rows.back().size());
  for (std::size_t row = 0; row < rows.size(); ++row)
    for (std::size_t column = 0; column < rows[row].size(); ++column)
      table.cells.push_back({.row = static_cast<int>(row), .column = static_cast<int>(column), .text = rows[row][column]});
  formats::Paper paper;
  paper.blocks.emplace_back(std::move(table));
  return paper;
}

TEST(WhatWasFound, IsATableOfIndicatorsWithItsHeaderWords) {
  EXPECT_EQ(answer(table_of({{"BIỂU CHỈ TIÊU NĂM 2026"},
                             {"TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm"},
                             {"1", "Tốc độ tăng năng suất các nhân tố tổng hợp", "%", "7,5"},
                             {"2", "Tỷ lệ doanh nghiệp có hoạt động đổi mới", "%", "40"}})),
            "no_programme_tables: 1; TT, Chỉ tiêu, Đơn vị tính, Kế hoạch năm;");
}

TEST(WhatWasFound, IsALetterWithWhomItIsAddressedTo) {
  EXPECT_EQ(answer("SỞ KHOA HỌC VÀ CÔNG NGHỆ\n\nKính gửi: Ủy ban nhân dân tỉnh Bình Minh\n\nThực hiện yêu cầu tại văn bản trước, Sở xin "
                   "báo cáo như sau.\n"),
            "no_programme_letter: Ủy ban nhân dân tỉnh Bình …;");
}

TEST(WhatWasFound, IsSoManyLinesOfText) {
  EXPECT_EQ(answer("Hôm nay trời đẹp.\n\nMọi người đi làm.\n"), "no_programme: 2;");
}

TEST(WhatWasFound, IsNothingWhereThereAreNoWords) {
  EXPECT_EQ(answer(" \n\n \n"), "no_programme_words:");
}

TEST(AFileThatIsNoText, IsRefusedAtOnceHoweverLong) {
  std::string bytes;
  for (unsigned seed = 1; bytes.size() < 5'000'000; seed = seed * 1664525u + 1013904223u) bytes += static_cast<char>(seed >> 24);
  try {
    formats::read_text(bytes, "anh.bin");
    FAIL() << "was read as text";
  } catch (const Error& error) {
    EXPECT_EQ(error.key(), "file_not_text");
  }
}

TEST(AFileThatIsNoText, IsNotAnOldVietnameseOne) {
  const auto paper = formats::read_text(
      "Ch\xAD\xACng tr\xD7nh c\xABng t\xB8"
      "c s\xB8u th\xB8ng cu\xE8i n\xA8m\n",
      "cu.txt");
  EXPECT_FALSE(paper.blocks.empty());
}

}  // namespace
}  // namespace tiendo::intake

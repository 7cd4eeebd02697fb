#include "intake/header.h"

#include <gtest/gtest.h>

namespace tiendo::intake {
namespace {

using domain::Field;

// Headers as agencies were seen to write them; a new one is a line in the table of header.cpp and a line here.
TEST(Headers, OfTheWildAreKnown) {
  const std::vector<std::pair<std::string, Field>> known = {
      {"STT", Field::number},
      {"Số TT", Field::number},
      {"Nhiệm vụ", Field::title},
      {"NỘI DUNG CÔNG VIỆC", Field::title},
      {"Việc cần làm", Field::title},
      {"Nội dung công việc thực hiện", Field::title},
      {"Cơ quan chủ trì", Field::lead},
      {"CHỦ TRÌ", Field::lead},
      {"Đơn vị thực hiện", Field::lead},
      {"Cơ quan, đơn vị thực hiện", Field::lead},
      {"Đơn vị phối hợp", Field::coordinating},
      {"Cơ quan/đơn vị phối hợp", Field::coordinating},
      {"Kết quả dự kiến", Field::deliverable},
      {"Sản phẩm/kết quả dự kiến", Field::deliverable},
      {"Thời hạn", Field::due},
      {"Dự kiến hoàn thành", Field::due},
      {"Thời gian (tháng)", Field::due},
      {"Số ngày dự kiến", Field::due},
      {"Người đứng đầu chịu trách nhiệm", Field::directing_leader},
      {"Lãnh đạo Sở chỉ đạo", Field::directing_leader},
      {"Lãnh đạo UBND tỉnh phụ trách", Field::directing_leader},
      {"Cấp ban hành", Field::issuing_level},
      {"Ghi chú", Field::note},
  };
  for (const auto& [header, field] : known) {
    const auto meaning = meaning_of_header(header);
    EXPECT_TRUE(meaning.exact) << header;
    EXPECT_EQ(meaning.field, field) << header;
  }
}

TEST(Headers, ThatNobodyKnowsStayUnknown) {
  for (const std::string header : {"Độ gấp", "Chậm nhất", "Việc phải làm", "Mã dự án", ""}) {
    const auto meaning = meaning_of_header(header);
    EXPECT_FALSE(meaning.exact || meaning.field) << header;
  }
}

}  // namespace
}  // namespace tiendo::intake

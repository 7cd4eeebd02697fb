#include <gmock/gmock.h>

#include "intake/drafts.h"

namespace tiendo::intake {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::programme;
using testing::Row;

std::vector<std::string> shown(const std::vector<std::pair<int, std::string>>& titles_by_month) {
  std::vector<Row> rows;
  for (const auto& [month, title] : titles_by_month)
    rows.push_back({.number = std::to_string(rows.size() + 1), .title = title, .month = month});
  return testing::said(programme(rows), {"quantities_read"});
}

TEST(Repeats, TheSameTaskInTwoMonthsIsSaid) {
  EXPECT_THAT(shown({{7, "Tổ chức các khóa đào tạo chuyên sâu (02 lớp)"}, {8, "Tổ chức các khoá  đào tạo chuyên sâu (2 lớp)"}}),
              ElementsAre("Quý III, số 2: same_task_twice(“Tổ chức các khoá đào tạo chuyên sâu (2 lớp)”|Quý III, số 1|Quý III, số 2)"));
}

TEST(Repeats, AnActivityOfEveryMonthIsOneSeries) {
  EXPECT_THAT(
      shown({{7, "Xuất bản Bản tin CĐS số 04/2025"},
             {8, "Xuất bản Bản tin Chuyển đổi số số 5,6/2025"},
             {9, "Xuất bản Bản tin Chuyển đổi số 7 và 8/2025"}}),
      ElementsAre("Quý III, số 1: series(“Xuất bản Bản tin CĐS số 04/2025”|7, 8, 9|Quý III, số 1; Quý III, số 2; Quý III, số 3|3)"));
  EXPECT_THAT(shown({{7, "Thực hiện chuyên mục trên sóng truyền hình tháng 7/2025"},
                     {8, "Thực hiện chuyên mục trên sóng truyền hình tháng 08/2025"}})
                  .size(),
              1u);
  EXPECT_THAT(shown({{7, "Kiểm định 700 phương tiện đo; Thử nghiệm 60 mẫu"},
                     {8, "Kiểm định 900 phương tiện đo; Thử nghiệm 60 mẫu"},
                     {9, "Kiểm định 900 phương tiện đo; Thử nghiệm 60 mẫu"}}),
              ElementsAre("Quý III, số 1: series(“Kiểm định 700 phương tiện đo; Thử nghiệm 60 mẫu”|7, 8, 9|Quý III, số 1; Quý III, số 2; "
                          "Quý III, số 3|3)"));
}

TEST(Repeats, WorkInInstalmentsIsNoRoutine) {
  EXPECT_THAT(
      shown({{9, "Phê duyệt danh mục nhiệm vụ năm 2026 (đợt 1)"}, {10, "Phê duyệt danh mục nhiệm vụ năm 2026 (Đợt 2)"}}),
      ElementsAre("Quý III, số 1: instalments(“Phê duyệt danh mục nhiệm vụ năm 2026 (đợt 1)”|9, 10|Quý III, số 1; Quý III, số 2|2)"));
}

TEST(Repeats, DifferentYearsAndSubjectsAreDifferentTasks) {
  EXPECT_THAT(shown({{7, "Phê duyệt các nhiệm vụ thực hiện năm 2025"}, {8, "Phê duyệt các nhiệm vụ thực hiện năm 2026"}}), IsEmpty());
  EXPECT_THAT(shown({{7, "Kế hoạch đầu tư công năm 2026 của Sở"}, {8, "Kế hoạch phát triển kinh tế năm 2026 của Sở"}}), IsEmpty());
  EXPECT_THAT(shown({{7, "Báo cáo"}, {8, "Báo cáo"}}), IsEmpty());
}

TEST(Repeats, OneTextGivenToTwoUnitsIsNoSlip) {
  EXPECT_THAT(testing::said(programme({{.number = "1", .title = "Rà soát hồ sơ lưu trữ", .lead = "Phòng An toàn"},
                                       {.number = "2", .title = "Rà soát hồ sơ lưu trữ", .lead = "Phòng Hành chính"}})),
              IsEmpty());
}

}  // namespace
}  // namespace tiendo::intake

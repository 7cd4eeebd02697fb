#include "domain/steps.h"

#include <numeric>

#include <gmock/gmock.h>

#include "store/key_of_error.h"

namespace tiendo::domain {
namespace {

using testing::ElementsAre;
using enum DeliverableKind;

std::string told(std::string_view title, std::string_view deliverable) {
  const auto kind = kind_told(title, deliverable);
  return kind ? name_of(*kind) : "";
}

TEST(TheKindOfATask, IsToldByWhatItDelivers) {
  EXPECT_EQ(told("Tham mưu kiện toàn Ban Chỉ đạo", "Quyết định của UBND tỉnh"), "decision");
  EXPECT_EQ(told("Xây dựng quy định cáp ngoại vi", "VBQPPL của UBND tỉnh"), "decision");
  EXPECT_EQ(told("Đề án chuyển đổi số cho doanh nghiệp", "Đề án"), "decision");
  EXPECT_EQ(told("Xây dựng Kế hoạch bồi dưỡng, tập huấn", "Kế hoạch của Chủ tịch UBND tỉnh"), "plan") << "the plan, not the classes";
  EXPECT_EQ(told("Tổ chức lớp tập huấn (06 lớp)", "Lớp tập huấn"), "training");
  EXPECT_EQ(told("Tổ chức họp Hội đồng tư vấn", "Họp, biên bản…"), "meeting");
  EXPECT_EQ(told("Kiểm tra phương án phòng chống thiên tai", "Báo cáo kết quả kiểm tra"), "inspection");
  EXPECT_EQ(told("Sơ kết Đề án truy xuất nguồn gốc", "Báo cáo"), "report");
  EXPECT_EQ(told("Xuất bản Bản tin KH&CN số 04/2025", "Bản tin"), "bulletin");
  EXPECT_EQ(told("Hướng dẫn các sở, ngành áp dụng ISO", "Công văn"), "document");
}

TEST(TheKindOfATask, IsToldByItsTitleWhereTheDeliverableSaysLittle) {
  EXPECT_EQ(told("Quyết định ban hành Quy chế tổ chức", "Văn bản"), "decision");
  EXPECT_EQ(told("Dự thảo Kế hoạch của Ban Chỉ đạo", "Văn bản"), "plan");
  EXPECT_EQ(told("Hội nghị rà soát các phần mềm", ""), "meeting");
  EXPECT_EQ(told("Tham gia Đoàn kiểm tra Cải cách hành chính tỉnh", ""), "inspection");
}

TEST(TheKindOfATask, IsLeftOpenWhereNothingTellsIt) {
  EXPECT_EQ(told("Nâng cấp Trung tâm dữ liệu tỉnh", ""), "");
  EXPECT_EQ(told("Kiểm định 700 phương tiện đo các loại", "Báo cáo của Trung tâm"), "") << "counted work has its quantity";
  EXPECT_EQ(told("", ""), "");
}

TEST(TheKindOfATask, IsBlindToCaseAndTonePlacementAndNotToMarks) {
  EXPECT_EQ(told("KẾ HOẠCH phát triển", "KẾ HOẠCH CỦA SỞ"), "plan");
  EXPECT_EQ(told("Bồi dưỡng", "Khoá đào tạo"), "training");
  EXPECT_EQ(told("Phát lớp sơn", "lop"), "") << "\"lop\" is no class";
}

TEST(AnRdTask, IsToldWhichStepOfItsWayItIs) {
  EXPECT_EQ(research_step_told("Thông báo đề xuất nhiệm vụ KH&CN năm 2026"), "call");
  EXPECT_EQ(research_step_told("Tổ chức họp các Hội đồng tư vấn xác định danh mục nhiệm vụ KH&CN (đợt 1)"), "council");
  EXPECT_EQ(research_step_told("Tham mưu UBND tỉnh phê duyệt danh mục nhiệm vụ KH&CN năm 2026"), "list");
  EXPECT_EQ(research_step_told("Tổ chức họp Hội đồng tư vấn tuyển chọn nhiệm vụ KHCN năm 2025"), "selection");
  EXPECT_EQ(research_step_told("Tổ chức họp Tổ thẩm định kinh phí nhiệm vụ KHCN"), "appraisal");
  EXPECT_EQ(research_step_told("Tham mưu UBND tỉnh phê duyệt các nhiệm vụ KH&CN"), "approval");
  EXPECT_EQ(research_step_told("Kế hoạch kiểm tra sau nghiệm thu đối với các nhiệm vụ KHCN"), "checks");
  EXPECT_EQ(research_step_told("Nghiệm thu cấp tỉnh 03 đề tài"), "acceptance");
  EXPECT_EQ(research_step_told("Kiểm tra phương án phòng chống thiên tai"), "") << "no R&D task";
  EXPECT_EQ(research_step_told("Quyết định quy định về quản lý nhiệm vụ khoa học và công nghệ"), "") << "about them, no step of one";
}

TEST(UsualSteps, AreThereForEachKindAndMakeAWhole) {
  for (const auto kind : all_deliverable_kinds) {
    EXPECT_EQ(key_of_error([&] { check(StepSeries{kind, usual_steps(kind)}); }), "") << name_of(kind);
    EXPECT_EQ(find_deliverable_kind(name_of(kind)), kind);
  }
  std::vector<std::string> way;
  for (const auto& step : usual_steps(research)) way.push_back(step.key);
  EXPECT_THAT(way, ElementsAre("call", "council", "list", "selection", "appraisal", "approval", "checks", "acceptance"));
  std::vector<std::string> names;
  for (const auto& step : usual_steps(decision)) names.push_back(step.name);
  EXPECT_THAT(names, ElementsAre("Dự thảo", "Lấy ý kiến", "Thẩm định", "Trình", "Ban hành"));
}

TEST(ASeries, IsRefusedWhenItsSharesMakeNoWhole) {
  const auto key = [](std::vector<Step> steps) { return key_of_error([&] { check(StepSeries{plan, steps}); }); };
  EXPECT_EQ(key({{"a", "A", 60}, {"b", "B", 40}}), "");
  EXPECT_EQ(key({{"a", "A", 60}, {"b", "B", 41}}), "steps_shares");
  EXPECT_EQ(key({{"a", "A", 100}, {"b", "B", 0}}), "steps_shares");
  EXPECT_EQ(key({{"a", "A", 60}, {"a", "B", 40}}), "bad_field") << "the key tells them apart";
  EXPECT_EQ(key({{"a", "", 100}}), "bad_field");
  EXPECT_EQ(key({}), "steps_count");
}

TEST(TheStepsOfATask, AreAsManyAsItsClassesOrNumbers) {
  const StepSeries course{training, usual_steps(training)};
  const auto parts = parts_told(training, "Tổ chức lớp tập huấn về đổi mới sáng tạo (03 lớp)");
  EXPECT_THAT(parts, ElementsAre("lớp 1", "lớp 2", "lớp 3"));
  const auto steps = steps_of(course, parts);
  ASSERT_EQ(steps.size(), 6);
  EXPECT_EQ(steps[3].name, "Tổ chức lớp: lớp 2");
  EXPECT_EQ(steps[2].share + steps[3].share + steps[4].share, 55) << "nothing is lost in parting";
  EXPECT_EQ(std::accumulate(steps.begin(), steps.end(), 0, [](int sum, const TaskStep& step) { return sum + step.share; }), 100);
  EXPECT_TRUE(parts_told(training, "Tổ chức khóa đào tạo về năng suất chất lượng (khóa 3)").empty()) << "the third, not three";
  EXPECT_EQ(steps_of(course, {}).size(), 4);

  EXPECT_THAT(parts_told(bulletin, "Xuất bản Bản tin Chuyển đổi số số 5,6/2025"), ElementsAre("số 5", "số 6"));
  EXPECT_THAT(parts_told(bulletin, "Xuất bản Bản tin CCHC số 7 và 8/2025"), ElementsAre("số 7", "số 8"));
  EXPECT_TRUE(parts_told(bulletin, "Xuất bản Bản tin KH&CN số 04/2025").empty());
  EXPECT_TRUE(parts_told(report, "Thực hiện 9 báo cáo").empty());
}

}  // namespace
}  // namespace tiendo::domain

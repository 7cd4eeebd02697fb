#include "intake/check.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "intake/drafts.h"

namespace tiendo::intake {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::programme;
using testing::Row;
using testing::said;

TEST(Check, SaysNothingOfASoundProgramme) {
  EXPECT_THAT(said(programme({{"1", "Xây dựng kế hoạch kiểm tra"}, {"2", "Tổ chức hội thảo khoa học"}})), IsEmpty());
}

TEST(Check, ComparesDeclaredAndFoundCounts) {
  auto intake = programme({{"1", "Xây dựng kế hoạch kiểm tra"}, {"2", "Tổ chức hội thảo khoa học"}});
  intake.sections[0].declared_tasks = 2;
  EXPECT_THAT(said(intake), ElementsAre("Quý III: declared_count_agrees(Quý III|2|2)"));
  intake.sections[0].declared_tasks = 3;
  EXPECT_THAT(said(intake), ElementsAre("Quý III: declared_count_differs(Quý III|3|2)"));
}

TEST(Check, ComparesTheCountThatAMonthHeadingDeclares) {
  auto intake = programme({{"1", "Xây dựng kế hoạch kiểm tra"}});
  intake.headings.push_back({"Tháng 7 (02 nhiệm vụ)", {}});
  EXPECT_THAT(said(intake), ElementsAre("Tháng 7: declared_count_differs(Tháng 7|2|1)"));
}

TEST(Check, FindsGapsAndRepeatsInNumbersThatRestartEachQuarter) {
  const auto numbered = [](const std::vector<std::pair<std::string, std::string>>& numbers) {
    std::vector<Row> rows;
    for (const auto& [section, number] : numbers) {
      Row row{number, "Nhiệm vụ thứ " + std::string(1, static_cast<char>('a' + rows.size())) + " của phòng"};
      row.title = std::vector<std::string>{"Mua sắm máy móc", "Tổ chức hội thảo", "Xây dựng đề án", "Kiểm tra hồ sơ",
                                           "Viết báo cáo tuần"}[rows.size()];
      row.section = section;
      rows.push_back(row);
    }
    return said(programme(rows));
  };
  EXPECT_THAT(numbered({{"I", "1"}, {"I", "2"}, {"II", "1"}, {"II", "2"}}), IsEmpty());
  EXPECT_THAT(numbered({{"I", "1"}, {"I", "3"}}), ElementsAre("Quý III, số 3: number_missing(2)"));
  EXPECT_THAT(numbered({{"I", "1"}, {"I", "5"}, {"I", "6"}}), ElementsAre("Quý III, số 5: numbers_missing(2|4)"));
  EXPECT_THAT(numbered({{"I", "1"}, {"I", "2"}, {"I", "2"}}), ElementsAre("Quý III, số 2: number_repeated(2)"));
  EXPECT_THAT(numbered({{"I", "1"}, {"I", "20"}, {"I", "3"}, {"I", "4"}}), ElementsAre("Quý III, số 20: number_unexpected(20|2)"));
}

TEST(Check, AsksForCellsThatMustNotBeEmpty) {
  auto intake = programme({{.number = "1", .title = "Xây dựng kế hoạch", .lead = "", .deliverable = "…", .leader = ""}});
  EXPECT_THAT(said(intake), ElementsAre("Quý III, số 1: missing_lead(Quý III, số 1)", "Quý III, số 1: missing_deliverable(Quý III, số 1)",
                                        "Quý III, số 1: missing_leader(Quý III, số 1)"));
}

TEST(Check, DoesNotAskForColumnsThatTheDocumentLacks) {
  auto intake = programme({{.number = "1", .title = "Xây dựng kế hoạch", .deliverable = "", .leader = ""}});
  std::erase_if(intake.columns, [](const ColumnDraft& column) {
    return column.field == domain::Field::deliverable || column.field == domain::Field::directing_leader;
  });
  EXPECT_THAT(said(intake), IsEmpty());
}

TEST(Check, AsksForADeadlineOnlyWhereNeitherMonthNorColumnGivesOne) {
  EXPECT_THAT(said(programme({{.number = "1", .title = "Xây dựng kế hoạch", .due = "30/8/2025", .month = 0},
                              {.number = "2", .title = "Mở lớp tập huấn", .month = 0}})),
              ElementsAre("Quý III, số 2: missing_due(Quý III, số 2)"));
}

TEST(Check, ReadsTheDeadlineColumn) {
  EXPECT_THAT(
      said(programme({{.number = "1", .title = "Xây dựng kế hoạch", .due = "Sở đưa ra sau"},
                      {.number = "2", .title = "Mở lớp tập huấn", .due = "Trước ngày 25/9/2025", .month = 7},
                      {.number = "3", .title = "Kiểm tra an toàn", .due = "15/7/2025"}})),
      ElementsAre("Quý III, số 1: due_not_understood(“Sở đưa ra sau”)", "Quý III, số 2: due_outside_month(“Trước ngày 25/9/2025”|7)"));
}

TEST(Check, WantsExactlyOneLead) {
  EXPECT_THAT(said(programme({{.number = "1", .title = "Xây dựng kế hoạch", .lead = "Phòng Kế hoạch; Phòng Tài chính"},
                              {.number = "2", .title = "Mở lớp tập huấn", .lead = "Phòng Kế hoạch (chủ trì); Phòng Tài chính"},
                              {.number = "3", .title = "Kiểm tra an toàn", .lead = "Các đơn vị sự nghiệp"}})),
              ElementsAre("Quý III, số 1: two_leads(“Phòng Kế hoạch”, “Phòng Tài chính”)",
                          "Quý III, số 2: two_leads_one_marked(“Phòng Kế hoạch”, “Phòng Tài chính”|“Phòng Kế hoạch”)",
                          "Quý III, số 3: lead_is_open_group(“Các đơn vị sự nghiệp”)"));
}

TEST(Check, SeesANameThatWasCutOff) {
  EXPECT_THAT(said(programme({{.number = "1", .title = "Xây dựng kế hoạch", .lead = "Trung tâm", .coordinating = "Văn phòng Sở; Phòng"}})),
              ElementsAre("Quý III, số 1: unit_name_cut_off(“Trung tâm”)", "Quý III, số 1: unit_name_cut_off(“Phòng”)"));
}

TEST(Check, SaysThatACellLeansOnTheOneAbove) {
  EXPECT_THAT(said(programme({{.number = "1", .title = "Xây dựng kế hoạch"},
                              {.number = "2", .title = "Mở lớp tập huấn", .lead = "-nt-", .leader = "Như trên"}})),
              ElementsAre("Quý III, số 2: ditto(“-nt-”)", "Quý III, số 2: ditto(“Như trên”)"));
}

TEST(Check, FindsEvidenceTypedIntoTheDeliverable) {
  EXPECT_THAT(
      said(programme(
          {{.number = "1",
            .title = "Phát động phong trào",
            .deliverable = "Tổ chức ngày 28/7/2025 (Giấy mời số 16/GM-UBND ngày 28/07/2025)"},
           {.number = "2", .title = "Trình giá dịch vụ", .deliverable = "Phương án giá theo Nghị định số 85/2025/NĐ-CP ngày 08/4/2025"},
           {.number = "3", .title = "Rà soát hạ tầng", .deliverable = "Văn bản số 472/SKH-CNTT ngày 27/07/2025 v/v rà soát"}})),
      ElementsAre("Quý III, số 1: deliverable_is_evidence(“Tổ chức ngày 28/7/2025 (Giấy mời số 16/GM-UBND ngày 28/07/2025)”)",
                  "Quý III, số 3: deliverable_is_evidence(“Văn bản số 472/SKH-CNTT ngày 27/07/2025 v/v rà soát”)"));
}

TEST(Check, WarnsOfTheDistrictLevelOnlyAfterItCeased) {
  auto intake =
      programme({{.number = "1", .title = "Phủ sóng 5G ở cấp huyện", .coordinating = "UBND cấp huyện", .month = 10, .section = "II"}});
  EXPECT_THAT(said(intake), ElementsAre("Quý IV, số 1: level_abolished(“cấp huyện”)", "Quý IV, số 1: level_abolished(“cấp huyện”)"));
  intake.title = "Nhiệm vụ năm 2024";
  EXPECT_THAT(said(intake), IsEmpty());
}

TEST(Check, StopsAtAMarkOfSecrecyInATask) {
  EXPECT_THAT(said(programme({{"1", "Kế hoạch diễn tập (Mật)"}, {"2", "Kiểm tra việc bảo vệ bí mật nhà nước"}})),
              ElementsAre("Quý III, số 1: secret_mark(MẬT)"));
}

TEST(Check, ReadsQuantitiesAndContradictoryCitations) {
  EXPECT_THAT(said(programme({{"1", "Kiểm định 700 phương tiện đo; thử nghiệm 60 mẫu"}, {"2", "Triển khai Kế hoạch số 12/QĐ-UBND"}})),
              ElementsAre("Quý III, số 1: quantities_read(“700 phương tiện đo”, “60 mẫu”)",
                          "Quý III, số 2: citation_kind_differs(Kế hoạch số 12/QĐ-UBND|Kế hoạch|QĐ)"));
}

TEST(Check, SpeaksInWholeSentencesInBothLanguages) {
  const auto intake = programme({{.number = "1", .title = "Kiểm định 700 phương tiện đo", .lead = ""}});
  for (const auto& problem : check(intake)) {
    for (const auto language : {Language::vi, Language::en}) {
      const auto text = sentence(language, "problem." + problem.key, problem.arguments);
      EXPECT_NE(text, "problem." + problem.key);
      EXPECT_EQ(text.find('{'), std::string::npos) << text;
    }
  }
}

TEST(Check, KeepsTheOrderOfTheDocument) {
  auto intake = programme({{.number = "1", .title = "Mua sắm máy móc", .lead = ""}, {.number = "3", .title = "Viết báo cáo tuần"}});
  intake.sections[0].declared_tasks = 3;
  const auto problems = check(intake);
  const auto before = [](const domain::Problem& a, const domain::Problem& b) {
    return std::pair(a.where.kind, a.where.row) < std::pair(b.where.kind, b.where.row);
  };
  EXPECT_TRUE(std::ranges::is_sorted(problems, before));
  EXPECT_GE(problems.size(), 3u);
}

}  // namespace
}  // namespace tiendo::intake

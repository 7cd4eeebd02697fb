#include <gmock/gmock.h>

#include "intake/drafts.h"
#include "intake/proposal_match.h"

namespace tiendo::intake {
namespace {

using testing::add_proposal;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::programme;
using testing::Row;
using testing::said;

Intake issued_list() {
  return programme({{.number = "8", .title = "Hình thành ít nhất 02 doanh nghiệp khoa học và công nghệ", .month = 10, .section = "II"},
                    {.number = "9", .title = "Tuyên truyền nâng cao nhận thức cộng đồng về an toàn bức xạ", .month = 10, .section = "II"},
                    {.number = "10",
                     .title = "Báo cáo kết quả thực hiện Kế hoạch số 01/KH-ĐHAB-UBND ngày 17/8/2023 của Đại học An Bình và UBND tỉnh",
                     .month = 12,
                     .section = "II"}});
}

std::vector<std::string> proposals_said(const Intake& intake) {
  return said(intake, {"quantities_read", "numbers_start_late"});
}

TEST(ProposalKinds, AreUnderstoodFromTheNote) {
  EXPECT_EQ(kind_of_note("Đề xuất bỏ vì đã tổ chức lớp tập huấn vào ngày 24/4/2025"), ProposalKind::drop);
  EXPECT_EQ(kind_of_note("đề xuất bỏ nội dung này"), ProposalKind::drop);
  EXPECT_EQ(kind_of_note("Bổ sung"), ProposalKind::add);
  EXPECT_EQ(kind_of_note("Đề xuất chuyển sang tháng 11"), ProposalKind::move);
  EXPECT_EQ(kind_of_note("Điều chỉnh tên nhiệm vụ"), ProposalKind::amend);
  EXPECT_EQ(kind_of_note(""), ProposalKind::keep);
}

TEST(ProposalKinds, MayStandInAColumnOfTheirOwn) {
  auto intake = issued_list();
  add_proposal(intake, {.number = "5", .title = "Xây dựng sàn giao dịch công nghệ trực tuyến", .month = 10});
  intake.proposals[0].extra.emplace_back("Ý kiến của đơn vị", CellDraft{"Đề nghị bỏ nội dung này", 1, {}, {}});
  EXPECT_EQ(match_proposals(intake)[0].kind, ProposalKind::drop);
}

TEST(Proposals, MeanTheTaskThatReadsLikeThemNotTheOneOfTheSameNumber) {
  auto intake = issued_list();
  add_proposal(intake, {.number = "8", .title = "Tuyên truyền nâng cao nhận thức cộng đồng về an toàn bức xạ", .month = 8});
  const auto match = match_proposals(intake).front();
  EXPECT_EQ(match.outcome, ProposalMatch::Outcome::means_task);
  EXPECT_EQ(match.task, 1);
  EXPECT_THAT(
      proposals_said(intake),
      ElementsAre("Đề xuất 1 (số 8): proposal_means_task(“Tuyên truyền nâng cao nhận thức cộng đồng về an toàn bức xạ”|Quý IV, số 9)",
                  "Đề xuất 1 (số 8): proposal_month_differs(8|10)"));
}

TEST(Proposals, ToDropCountAsAppliedOnceTheTaskIsGone) {
  auto intake = issued_list();
  add_proposal(intake,
               {.number = "8", .title = "Xây dựng sàn giao dịch công nghệ trực tuyến", .note = "Đề xuất bỏ nội dung này", .month = 10});
  EXPECT_THAT(proposals_said(intake),
              ElementsAre("Đề xuất 1 (số 8): proposal_drop_applied(“Xây dựng sàn giao dịch công nghệ trực tuyến”)"));
}

TEST(Proposals, ToDropATaskThatStillStandsAreOpen) {
  auto intake = issued_list();
  add_proposal(intake,
               {.number = "4", .title = "Hình thành ít nhất 02 doanh nghiệp khoa học và công nghệ", .note = "đề xuất bỏ", .month = 10});
  EXPECT_THAT(proposals_said(intake),
              ElementsAre("Đề xuất 1 (số 4): proposal_drop_open(“Hình thành ít nhất 02 doanh nghiệp khoa học và công nghệ”|Quý IV, số 8)"));
}

TEST(Proposals, ToAddAreAppliedOrStillToDo) {
  auto intake = issued_list();
  add_proposal(intake,
               {.number = "4", .title = "Hình thành ít nhất 02 doanh nghiệp khoa học và công nghệ", .note = "Bổ sung", .month = 10});
  add_proposal(intake, {.number = "5", .title = "Tổ chức cuộc thi sáng tạo trẻ", .note = "Bổ sung", .month = 11});
  EXPECT_EQ(match_proposals(intake)[0].outcome, ProposalMatch::Outcome::already_applied);
  EXPECT_EQ(match_proposals(intake)[1].outcome, ProposalMatch::Outcome::not_found);
}

TEST(Proposals, DoNotMeanATaskThatCitesAnotherDocument) {
  auto intake = issued_list();
  add_proposal(intake, {.number = "10",
                        .title = "Báo cáo kết quả thực hiện Kế hoạch số 01/KH-UBND-TĐT ngày 17/7/2023 của Đại học An Bình và UBND tỉnh",
                        .month = 12});
  EXPECT_THAT(proposals_said(intake)[0], ::testing::HasSubstr("proposal_not_found"));
}

TEST(GroupNotes, SayTotalsAndNumbers) {
  const auto note = read_group_note("Tháng 8 Phòng A&B có 2 nhiệm vụ 64,65 đề xuất bỏ 1 nhiệm vụ 65");
  EXPECT_THAT(note.months, ElementsAre(8));
  EXPECT_EQ(note.tasks, 2);
  EXPECT_THAT(note.numbers, ElementsAre(64, 65));
  EXPECT_EQ(note.dropped, 1);
  EXPECT_THAT(note.dropped_numbers, ElementsAre(65));
  EXPECT_THAT(read_group_note("Tháng 9,11 phòng không có nhiệm vụ").idle_months, ElementsAre(9, 11));
}

TEST(GroupNotes, AreComparedWithTheRowsOfTheirMonth) {
  auto intake = issued_list();
  add_proposal(intake, {.number = "32", .title = "Mở lớp về sở hữu trí tuệ", .note = "Đề xuất bỏ", .month = 7},
               "Tháng 7 Phòng A có 3 nhiệm vụ 32,33,34. đề xuất bỏ 3 nhiệm vụ");
  add_proposal(intake, {.number = "34", .title = "Khảo sát thị trường lao động", .month = 7});
  EXPECT_THAT(
      said(intake, {"quantities_read", "proposal_drop_applied", "numbers_start_late"}),
      ElementsAre("Đề xuất 1 (số 32): proposal_total_differs(7|3|2)", "Đề xuất 1 (số 32): proposal_numbers_differ(7|32, 33, 34|32, 34)",
                  "Đề xuất 1 (số 32): proposal_drops_differ(7|3|1)"));
  EXPECT_TRUE(match_proposals(intake)[1].kind_from_group);
  EXPECT_EQ(match_proposals(intake)[1].kind, ProposalKind::drop);
}

}  // namespace
}  // namespace tiendo::intake

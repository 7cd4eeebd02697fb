#include "actions/corrections.h"

#include <gmock/gmock.h>

#include "store/key_of_error.h"

namespace tiendo::actions {
namespace {

using domain::Field;
using intake::Intake;
using testing::ElementsAre;

intake::TaskDraft row(std::string number, std::string title, std::string lead = "") {
  intake::TaskDraft draft;
  draft.section = "I";
  draft.month = 7;
  draft[Field::number].text = std::move(number);
  draft[Field::title].text = std::move(title);
  draft[Field::lead].text = std::move(lead);
  return draft;
}

Intake two_tasks() {
  Intake intake;
  intake.columns = {{"STT", Field::number}, {"Nhiệm vụ", Field::title}, {"Chủ trì", Field::lead}, {"Căn cứ", std::nullopt}};
  intake.tasks = {row("1", "Xây dựng kế hoạch", "Văn phòng"), row("", "và tổ chức thực hiện", "Phòng Tiêu chuẩn")};
  for (auto& task : intake.tasks) task.extra = {{"Căn cứ", {}}};
  return intake;
}

std::vector<std::string> titles(const Intake& intake) {
  std::vector<std::string> titles;
  for (const auto& task : intake.tasks) titles.push_back(task[Field::title].text);
  return titles;
}

TEST(Corrections, SetACellAndDoubtItNoMore) {
  Intake intake = two_tasks();
  intake.tasks[0][Field::lead].confidence = 0.3;
  EXPECT_EQ(doubts_in(intake), 1);
  apply(intake, SetCell{RowKind::task, 0, "lead", "  Phòng   Chuyển đổi số "});
  EXPECT_EQ(intake.tasks[0][Field::lead].text, "Phòng Chuyển đổi số");
  EXPECT_EQ(doubts_in(intake), 0);
}

TEST(Corrections, AcceptACellAsItStands) {
  Intake intake = two_tasks();
  intake.tasks[1][Field::title].confidence = 0.3;
  intake.tasks[1][Field::title].other = "tổ chức thực hiện";
  apply(intake, AcceptCell{RowKind::task, 1, "title"});
  EXPECT_EQ(intake.tasks[1][Field::title].text, "và tổ chức thực hiện");
  EXPECT_EQ(intake.tasks[1][Field::title].other, "");
  EXPECT_EQ(doubts_in(intake), 0);
}

TEST(Corrections, SetTheMonthAndClearIt) {
  Intake intake = two_tasks();
  apply(intake, SetCell{RowKind::task, 0, "month", "8"});
  EXPECT_EQ(intake.tasks[0].month, 8);
  apply(intake, SetCell{RowKind::task, 0, "month", ""});
  EXPECT_FALSE(intake.tasks[0].month);
}

TEST(Corrections, MergeARowIntoTheOneAbove) {
  Intake intake = two_tasks();
  intake.tasks.push_back(row("2", "Kiểm tra"));
  intake.problems = {{"odd", domain::Severity::info, {domain::ProblemPlace::Kind::task, 2, "", "", ""}, {}}};
  apply(intake, MergeRow{RowKind::task, 1});
  EXPECT_THAT(titles(intake), ElementsAre("Xây dựng kế hoạch và tổ chức thực hiện", "Kiểm tra"));
  EXPECT_EQ(intake.tasks[0][Field::lead].text, "Văn phòng Phòng Tiêu chuẩn");
  EXPECT_EQ(intake.problems[0].where.row, 1);  // still about "Kiểm tra"
}

TEST(Corrections, MergeACellThatStandsInBothRowsOnce) {
  Intake intake = two_tasks();
  intake.tasks[1][Field::lead].text = "Văn phòng";
  apply(intake, MergeRow{RowKind::task, 1});
  EXPECT_EQ(intake.tasks[0][Field::lead].text, "Văn phòng");
}

TEST(Corrections, SplitARowWhereTheClerkSays) {
  Intake intake = two_tasks();
  apply(intake, SplitRow{RowKind::task, 0, {{"title", {"Xây dựng", "kế hoạch"}}, {"number", {"1", "2"}}}});
  EXPECT_THAT(titles(intake), ElementsAre("Xây dựng", "kế hoạch", "và tổ chức thực hiện"));
  EXPECT_EQ(intake.tasks[0][Field::lead].text, "Văn phòng");
  EXPECT_EQ(intake.tasks[1][Field::lead].text, "");
  EXPECT_EQ(intake.tasks[1][Field::number].text, "2");
  EXPECT_EQ(intake.tasks[1].month, 7);
}

TEST(Corrections, KeepTheWordsOfARemovedRow) {
  Intake intake = two_tasks();
  apply(intake, RemoveRow{RowKind::task, 1});
  EXPECT_THAT(titles(intake), ElementsAre("Xây dựng kế hoạch"));
  ASSERT_EQ(intake.unplaced.size(), 2u);
  EXPECT_EQ(intake.unplaced[0].text, "và tổ chức thực hiện");
}

TEST(Corrections, InsertARowUnderTheHeadingOfItsNeighbour) {
  Intake intake = two_tasks();
  apply(intake, InsertRow{RowKind::task, 1, {{"title", "Việc sót"}}});
  EXPECT_THAT(titles(intake), ElementsAre("Xây dựng kế hoạch", "Việc sót", "và tổ chức thực hiện"));
  EXPECT_EQ(intake.tasks[1].section, "I");
  EXPECT_EQ(intake.tasks[1].month, 7);
}

TEST(Corrections, NameAColumnAndMoveItsCells) {
  Intake intake = two_tasks();
  intake.tasks[0].extra[0].second.text = "Nghị quyết 57";
  apply(intake, NameColumn{3, Field::note});
  EXPECT_EQ(intake.tasks[0][Field::note].text, "Nghị quyết 57");
  EXPECT_TRUE(intake.tasks[0].extra.empty());
  apply(intake, NameColumn{2, Field::note});  // the other gives the field up
  EXPECT_EQ(intake.tasks[0][Field::note].text, "Văn phòng");
  EXPECT_EQ(intake.tasks[0].extra[0].first, "Căn cứ");
  EXPECT_EQ(intake.tasks[0].extra[0].second.text, "Nghị quyết 57");
  EXPECT_FALSE(intake.columns[3].field);
}

TEST(Corrections, RefuseRowsFieldsAndColumnsThatAreNone) {
  for (const Correction& wrong : std::vector<Correction>{
           SetCell{RowKind::task, 2, "lead", "x"}, SetCell{RowKind::task, -1, "lead", "x"}, SetCell{RowKind::proposal, 0, "lead", "x"},
           SetCell{RowKind::task, 0, "extra.Không có", "x"}, SetCell{RowKind::task, 0, "nothing", "x"},
           SetCell{RowKind::task, 0, "month", "13"}, SetCell{RowKind::task, 0, "quarter", "x"}, MergeRow{RowKind::task, 0},
           SplitRow{RowKind::task, 9, {}}, RemoveRow{RowKind::proposal, 0}, InsertRow{RowKind::task, 3, {}}, NameColumn{4, Field::due},
           NameColumn{-1, std::nullopt}}) {
    Intake intake = two_tasks();
    EXPECT_EQ(key_of_error([&] { apply(intake, wrong); }), "bad_correction") << wrong.index();
  }
}

}  // namespace
}  // namespace tiendo::actions

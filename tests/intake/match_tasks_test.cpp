#include "intake/match_tasks.h"

#include <algorithm>
#include <random>

#include <gmock/gmock.h>

#include "base/date.h"

namespace tiendo::intake {
namespace {

using domain::Task;
using Tasks = std::vector<Task>;
using testing::ElementsAre;
using testing::IsEmpty;

Task task(int month, std::string title, std::string lead = "Phòng Chuyển đổi số") {
  Task task;
  task.section = month < 10 ? "I" : "II";
  task.quarter = month < 10 ? 3 : 4;
  task.month = month;
  task.title = std::move(title);
  task.lead = std::move(lead);
  task.deliverable = "Báo cáo";
  return task;
}

// A programme of titles of its own words, numbered as an annex is.
Tasks programme(int tasks) {
  static const char* const verbs[] = {"Xây dựng", "Tham mưu ban hành", "Tổ chức", "Rà soát", "Báo cáo"};
  static const char* const things[] = {"kế hoạch đo lường",   "quy chế an toàn thông tin", "hội thảo sở hữu trí tuệ", "đề tài cấp tỉnh",
                                       "mạng truyền số liệu", "cuộc thi khởi nghiệp",      "phòng thí nghiệm"};
  static const char* const wheres[] = {"tại các xã", "cho doanh nghiệp",     "trong trường học",
                                       "thuộc Sở",   "của đơn vị sự nghiệp", "vùng cao"};
  Tasks out;
  for (int at = 0; at < tasks; ++at) {
    const auto words = std::string(verbs[at % 5]) + " " + things[at / 5 % 7] + " " + wheres[at / 35 % 6];
    out.push_back(task(7 + at * 6 / tasks, words + " theo yêu cầu " + std::to_string(at), at % 3 ? "Văn phòng Sở" : "Phòng Chuyển đổi số"));
    out.back().number = std::to_string(at + 1);
  }
  return out;
}

TaskMatches match(const Tasks& before, const Tasks& after) {
  return match_tasks(before, after, EmptyColumn::says_nothing);
}

bool is_quiet(const TaskPair& pair) {
  return pair.changes.empty() && !pair.is_reordered;
}

TEST(MatchingTasks, FindsNothingToSayOfTheSameListTwice) {
  const auto tasks = programme(300);
  const auto matches = match(tasks, tasks);
  EXPECT_EQ(matches.pairs.size(), tasks.size());
  EXPECT_THAT(matches.added, IsEmpty());
  EXPECT_THAT(matches.missing, IsEmpty());
  EXPECT_TRUE(std::ranges::all_of(matches.pairs, is_quiet));
  EXPECT_TRUE(std::ranges::all_of(matches.pairs, [](const auto& pair) { return pair.before == pair.after; }));
}

TEST(MatchingTasks, SaysOnlyMovedOfRowsInAnotherOrder) {
  std::mt19937 random(11);
  for (int round = 0; round < 20; ++round) {
    const auto tasks = programme(60);
    auto turned = tasks;
    std::ranges::shuffle(turned, random);
    const auto matches = match(tasks, turned);
    EXPECT_EQ(matches.pairs.size(), tasks.size());
    for (const auto& pair : matches.pairs) {
      EXPECT_EQ(tasks[pair.before].title, turned[pair.after].title);
      EXPECT_THAT(pair.changes, IsEmpty());
    }
  }
}

TEST(MatchingTasks, LiftsOutTheOneRowThatWasCarriedDown) {
  const Tasks before{task(7, "Kế hoạch A"), task(7, "Hội thảo B"), task(7, "Quy chế C"), task(7, "Đề tài D")};
  const Tasks after{before[1], before[2], before[0], before[3]};
  const auto matches = match(before, after);
  std::vector<std::string> moved;
  for (const auto& pair : matches.pairs) {
    if (is_moved(pair)) moved.push_back(after[pair.after].title);
  }
  EXPECT_THAT(moved, ElementsAre("Kế hoạch A"));
}

TEST(MatchingTasks, SaysWhatChangedCellByCell) {
  Tasks before{task(7, "Xây dựng quy chế an toàn thông tin")};
  before[0].extra = {{"Kinh phí", "50.000.000 đồng"}};
  Tasks after = before;
  after[0].lead = "Văn phòng Sở";
  after[0].month = 8;
  after[0].extra["Kinh phí"] = "70.000.000 đồng";
  const auto matches = match(before, after);
  ASSERT_EQ(matches.pairs.size(), 1u);
  EXPECT_THAT(matches.pairs[0].changes,
              ElementsAre(CellChange{"extra.Kinh phí", "50.000.000 đồng", "70.000.000 đồng"},
                          CellChange{"lead", "Phòng Chuyển đổi số", "Văn phòng Sở"}, CellChange{"month", "7", "8"}));
  EXPECT_TRUE(is_moved(matches.pairs[0]));
  EXPECT_TRUE(is_rewritten(matches.pairs[0]));
  EXPECT_FALSE(is_renumbered(matches.pairs[0]));
}

TEST(MatchingTasks, KnowsATaskWhoseTitleWasEdited) {
  const auto before = programme(100);
  auto after = before;
  after[42].title = "Đôn đốc, " + before[42].title + " của UBND tỉnh trước kỳ họp";
  const auto old_title = before[42].title;
  const auto matches = match(before, after);
  ASSERT_EQ(matches.pairs.size(), before.size());
  EXPECT_EQ(matches.pairs[42].before, 42u);
  EXPECT_THAT(matches.pairs[42].changes, ElementsAre(CellChange{"title", old_title, after[42].title}));
}

TEST(MatchingTasks, FollowsTheTitlesAndNotTheNumbersWhereTwoRowsSwap) {
  Tasks before{task(7, "Tổ chức hội thảo sở hữu trí tuệ"), task(7, "Rà soát mạng truyền số liệu")};
  before[0].number = "1";
  before[1].number = "2";
  Tasks after = before;
  std::swap(after[0].title, after[1].title);
  const auto matches = match(before, after);
  ASSERT_EQ(matches.pairs.size(), 2u);
  EXPECT_EQ(matches.pairs[0].before, 1u);
  EXPECT_EQ(matches.pairs[1].before, 0u);
}

TEST(MatchingTasks, KeepsTasksOfTheSameTitleInTheirMonths) {
  Tasks before, after;
  for (int month = 7; month <= 12; ++month) before.push_back(task(month, "Báo cáo công tác chuyển đổi số"));
  after = before;
  after.erase(after.begin() + 2);  // September
  const auto matches = match(before, after);
  EXPECT_EQ(matches.pairs.size(), 5u);
  EXPECT_TRUE(std::ranges::all_of(matches.pairs, is_quiet));
  EXPECT_THAT(matches.missing, ElementsAre(2u));
}

TEST(MatchingTasks, TakesTwoOfASeriesForTwoTasks) {
  const Tasks before{task(7, "Báo cáo công tác tháng 7")}, after{task(8, "Báo cáo công tác tháng 8")};
  const auto matches = match(before, after);
  EXPECT_THAT(matches.pairs, IsEmpty());
  EXPECT_THAT(matches.added, ElementsAre(0u));
  EXPECT_THAT(matches.missing, ElementsAre(0u));
}

TEST(MatchingTasks, TakesReportsOnTwoPlansForTwoTasks) {
  const Tasks before{task(7, "Báo cáo kết quả thực hiện Kế hoạch số 45/KH-UBND của UBND tỉnh về chuyển đổi số")};
  const Tasks after{task(9, "Báo cáo kết quả thực hiện Kế hoạch số 112/KH-UBND của UBND tỉnh về chuyển đổi số", "Văn phòng Sở")};
  EXPECT_THAT(match(before, after).pairs, IsEmpty());
}

TEST(MatchingTasks, BelievesAnIdentityMoreThanWords) {
  Tasks before{task(7, "Tổ chức hội thảo"), task(8, "Rà soát quy chế")};
  before[0].id = domain::TaskId(10);
  before[1].id = domain::TaskId(20);
  Tasks after = before;
  std::swap(after[0].title, after[1].title);
  std::swap(after[0].month, after[1].month);
  const auto matches = match(before, after);
  EXPECT_EQ(matches.pairs[0].before, 0u);
  EXPECT_THAT(matches.pairs[0].changes,
              ElementsAre(CellChange{"month", "7", "8"}, CellChange{"title", "Tổ chức hội thảo", "Rà soát quy chế"}));
}

TEST(MatchingTasks, HearsNothingFromAColumnThatTheNewerListDoesNotHave) {
  auto before = programme(10);
  before[3].note = "Nghị quyết của HĐND tỉnh";
  before[4].extra = {{"Kinh phí", "5 triệu"}};
  const auto after = programme(10);
  EXPECT_TRUE(std::ranges::all_of(match_tasks(before, after, EmptyColumn::says_nothing).pairs, is_quiet));
  const auto strict = match_tasks(before, after, EmptyColumn::says_empty);
  EXPECT_THAT(strict.pairs[3].changes, ElementsAre(CellChange{"note", "Nghị quyết của HĐND tỉnh", ""}));
  EXPECT_THAT(strict.pairs[4].changes, ElementsAre(CellChange{"extra.Kinh phí", "5 triệu", ""}));
}

TEST(MatchingTasks, CallsARowRenumberedThatOnlySlippedDown) {
  const auto before = programme(20);
  auto after = before;
  after.insert(after.begin(), task(7, "Khai trương trung tâm giám sát"));
  for (std::size_t at = 0; at < after.size(); ++at) after[at].number = std::to_string(at + 1);
  const auto matches = match(before, after);
  EXPECT_THAT(matches.added, ElementsAre(0u));
  EXPECT_EQ(matches.pairs.size(), before.size());
  for (const auto& pair : matches.pairs) {
    EXPECT_TRUE(is_renumbered(pair));
    EXPECT_FALSE(is_moved(pair) || is_rewritten(pair));
  }
}

// Every row edited, so that nothing is found by its key: the work must grow with the rows, not with their square.
TEST(MatchingTasks, FindsTwoThousandEditedTitlesAmongTwoThousand) {
  const auto before = programme(2000);
  auto after = before;
  for (auto& edited : after) edited.title += " bảo đảm tiến độ";
  const auto matches = match(before, after);
  ASSERT_EQ(matches.pairs.size(), before.size());
  for (const auto& pair : matches.pairs) ASSERT_EQ(pair.before, pair.after);
}

}  // namespace
}  // namespace tiendo::intake

#include "domain/sub_task.h"

#include <gtest/gtest.h>

#include "store/key_of_error.h"

namespace tiendo::domain {
namespace {

using namespace std::chrono_literals;
using enum SubTaskState;
using enum SubTaskMove;

SubTask part(int share, SubTaskState state = open, std::optional<Date> due_on = {}) {
  SubTask made;
  made.words = "Phần";
  made.share = share;
  made.state = state;
  made.due_on = due_on;
  return made;
}

TEST(SubTaskRules, AreTheWholeLifeOfAPart) {
  std::string table;
  for (const auto from : {open, reported, closed, waived})
    for (const auto move : {report, close, send_back, waive, reopen})
      if (const auto* rule = find_sub_task_rule(from, move))
        table += std::string(name_of(from)) + " " + name_of(move) + " " + name_of(rule->to) +
                 (rule->by == SubTaskDoer::executor ? " executor" : " splitter") + (rule->needs_words ? " words" : "") +
                 (rule->by_another ? " another" : "") + "\n";
  EXPECT_EQ(table,
            "open report reported executor\n"
            "open waive waived splitter words\n"
            "reported close closed splitter another\n"
            "reported send_back open splitter words\n"
            "reported waive waived splitter words\n"
            "closed reopen open splitter words\n"
            "waived reopen open splitter\n");
  EXPECT_EQ(sub_task_rules().size(), 7u) << "each stands once";
  EXPECT_EQ(key_of_error([] { sub_task_rule(open, close); }), "sub_task_move_not_possible");
  EXPECT_EQ(key_of_error([] { sub_task_rule(open, waive, " "); }), "reason_missing");
}

TEST(ASplit, ComesToAHundredOrIsNone) {
  const auto refusal = [](std::vector<SubTask> parts, std::optional<Date> due_on = {}) {
    return key_of_error([&] { check_split(parts, due_on); });
  };
  EXPECT_EQ(refusal({}), "");
  EXPECT_EQ(refusal({part(60), part(40)}), "");
  EXPECT_EQ(refusal({part(60), part(30)}), "sub_task_shares");
  EXPECT_EQ(refusal({part(60), part(41)}), "sub_task_shares");
  EXPECT_EQ(refusal({part(100), part(0)}), "bad_field");
  EXPECT_EQ(refusal({part(100, open, 2026y / 8 / 31)}, 2026y / 8 / 31), "");
  EXPECT_EQ(refusal({part(100, open, 2026y / 9 / 1)}, 2026y / 8 / 31), "sub_task_after_task");
  auto nameless = part(100);
  nameless.words.clear();
  EXPECT_EQ(refusal({nameless}), "bad_field");
}

TEST(APercentage, IsOfThePartsThatAreStillNeeded) {
  EXPECT_EQ(percent_of(std::vector{part(60, closed), part(40)}), 60);
  EXPECT_EQ(percent_of(std::vector{part(50, closed), part(25, reported), part(25, waived)}), 67);
  EXPECT_EQ(percent_of(std::vector{part(100, waived)}), std::nullopt);
  EXPECT_EQ(percent_of(std::vector<SubTask>{}), std::nullopt);
}

TEST(ADayOfAPart, IsNeverAfterTheTasksOwn) {
  EXPECT_EQ(due_day(part(100, open, 2026y / 9 / 1), 2026y / 8 / 31), 2026y / 8 / 31) << "an amendment brought the task forward";
  EXPECT_EQ(due_day(part(100, open, 2026y / 8 / 15), 2026y / 8 / 31), 2026y / 8 / 15);
  EXPECT_EQ(due_day(part(100), 2026y / 8 / 31), 2026y / 8 / 31);
  EXPECT_EQ(due_day(part(100), {}), std::nullopt);
}

}  // namespace
}  // namespace tiendo::domain

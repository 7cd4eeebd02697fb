#include "domain/work.h"

#include <set>

#include <gmock/gmock.h>

#include "base/error.h"

namespace tiendo::domain {
namespace {

using enum WorkState;
using enum WorkMove;

std::string key_of_refusal(WorkState from, WorkMove move, std::string_view reason) {
  try {
    work_rule(from, move, reason);
  } catch (const Error& error) {
    return error.key();
  }
  return "";
}

TEST(Work, IsCompletedThroughReportAndConfirmationOnly) {
  for (const auto& rule : work_rules()) {
    if (rule.to == completed) {
      EXPECT_EQ(rule.from, awaiting_confirmation);
      EXPECT_EQ(rule.by, Doer::confirmer);
    }
  }
  EXPECT_EQ(key_of_refusal(in_progress, confirm, ""), "work_move_not_possible");
  EXPECT_EQ(work_rule(in_progress, report, "").to, awaiting_confirmation);
  EXPECT_EQ(work_rule(awaiting_confirmation, confirm, "").to, completed);
}

TEST(Work, ThatIsSentBackIsOpenAgainAndTheReasonIsSaid) {
  EXPECT_EQ(key_of_refusal(completed, send_back, "  "), "reason_missing");
  EXPECT_EQ(work_rule(completed, send_back, "Thiếu phụ lục").to, sent_back);
  EXPECT_TRUE(is_open(sent_back));
  EXPECT_EQ(work_rule(sent_back, report, "").to, awaiting_confirmation);
}

TEST(Work, MayBeRefusedByItsReceiverBeforeItIsBegun) {
  EXPECT_EQ(work_rule(assigned, refuse, "Không thuộc chức năng của phòng").to, refused);
  EXPECT_EQ(work_rule(assigned, refuse, "Không thuộc chức năng của phòng").by, Doer::executor);
  EXPECT_EQ(key_of_refusal(in_progress, refuse, "muộn"), "work_move_not_possible");
  EXPECT_EQ(work_rule(refused, assign_anew, "").by, Doer::assigner);
}

TEST(Work, IsPausedAndStoppedByWhoeverAssignedIt) {
  for (const auto& rule : work_rules()) {
    if (rule.move == pause || rule.move == stop || rule.move == resume) {
      EXPECT_EQ(rule.by, Doer::assigner) << name_of(rule.from);
    }
  }
}

TEST(Work, KnowsOneWayForEachMoveFromEachState) {
  std::set<std::pair<WorkState, WorkMove>> seen;
  for (const auto& rule : work_rules()) {
    EXPECT_TRUE(seen.insert({rule.from, rule.move}).second) << name_of(rule.from) << " " << name_of(rule.move);
  }
}

TEST(Work, CanComeToItsEndFromEveryStateButStopped) {
  std::set<WorkState> ends{completed};
  for (bool grew = true; grew;) {
    grew = false;
    for (const auto& rule : work_rules()) {
      if (ends.contains(rule.to)) grew |= ends.insert(rule.from).second;
    }
  }
  EXPECT_EQ(ends.size(), 9u);
  EXPECT_FALSE(ends.contains(stopped));
}

TEST(Work, NamesItsStatesAndMovesBothWays) {
  for (const auto& rule : work_rules()) {
    EXPECT_EQ(find_work_state(name_of(rule.from)), rule.from);
    EXPECT_EQ(find_work_state(name_of(rule.to)), rule.to);
    EXPECT_EQ(find_work_move(name_of(rule.move)), rule.move);
  }
  EXPECT_EQ(find_work_state("overdue"), std::nullopt);
}

}  // namespace
}  // namespace tiendo::domain

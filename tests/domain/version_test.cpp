// The stages of a programme and who moves it on: one table, and docs/stages.md draws it.
#include "domain/version.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace tiendo::domain {
namespace {

TEST(Stages, LeadFromDraftThroughConsultationAndApprovalToIssueAndAmendment) {
  Stage stage = Stage::draft;
  for (const auto move : {StageMove::send, StageMove::submit, StageMove::approve, StageMove::issue, StageMove::amend, StageMove::amend})
    stage = stage_rule(stage, move).to;
  EXPECT_EQ(stage, Stage::amended);
}

TEST(Stages, RefuseWhatDoesNotStandInTheTable) {
  EXPECT_THROW(stage_rule(Stage::draft, StageMove::issue), Error);
  EXPECT_THROW(stage_rule(Stage::issued, StageMove::withdraw), Error);
  EXPECT_THROW(stage_rule(Stage::issued, StageMove::issue), Error);
}

TEST(Stages, NothingLeadsBackFromWhatIsInForce) {
  for (const auto& rule : stage_rules()) EXPECT_TRUE(!is_in_force(rule.from) || is_in_force(rule.to)) << name_of(rule.move);
}

TEST(Stages, ComeIntoForceOnlyByADecisionAndAreKept) {
  for (const auto& rule : stage_rules()) {
    EXPECT_EQ(rule.needs_decision, is_in_force(rule.to)) << name_of(rule.move);
    EXPECT_TRUE(!is_in_force(rule.to) || rule.keeps_version) << name_of(rule.move);
  }
}

TEST(Stages, WhoeverSubmitsDoesNotApprove) {
  for (const auto& rule : stage_rules())
    if (rule.move == StageMove::approve || rule.move == StageMove::send_back) {
      EXPECT_EQ(rule.right, Right::decide);
      EXPECT_FALSE(may(Role::office, rule.right));
    }
}

TEST(Stages, EachMoveFromAStageStandsOnce) {
  for (const auto& rule : stage_rules())
    EXPECT_EQ(find_stage_rule(rule.from, rule.move), &rule) << name_of(rule.from) << name_of(rule.move);
}

TEST(Stages, AreFoundByTheirNames) {
  for (const auto& rule : stage_rules()) {
    EXPECT_EQ(find_stage(name_of(rule.from)), rule.from);
    EXPECT_EQ(find_stage_move(name_of(rule.move)), rule.move);
  }
  EXPECT_FALSE(find_stage("published"));
}

}  // namespace
}  // namespace tiendo::domain

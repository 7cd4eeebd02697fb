#include "domain/transfer.h"

#include <gtest/gtest.h>

namespace tiendo::domain {
namespace {

const UserId an(1), binh(2), chi(3);

Holding held(std::int64_t task, std::optional<UserId> by, bool is_completed) {
  return {TaskId(task), by, is_completed};
}

Transfer given(std::int64_t task, UserId from, UserId to) {
  return {.id = task, .task = TaskId(task), .from = from, .to = to};
}

TEST(ATransfer, StaysInTheFirstTotalAndOutOfTheCompleted) {
  const std::vector holdings{held(1, an, true), held(2, an, true), held(3, binh, true), held(4, binh, true)};
  const std::vector transfers{given(3, an, binh)};
  auto counts = count_by_person(holdings, transfers);
  EXPECT_EQ(counts[an], (PersonCount{.assigned = 3, .completed = 2, .given_away = 1}));
  EXPECT_EQ(counts[binh], (PersonCount{.assigned = 1, .completed = 1, .received = 1, .received_completed = 1}))
      << "beside the own total, not in it";
}

TEST(ATransfer, ThatComesBackIsTheFirstPersonsOwnAgain) {
  auto counts = count_by_person(std::vector{held(1, an, true)}, std::vector{given(1, an, binh), given(1, binh, an)});
  EXPECT_EQ(counts[an], (PersonCount{.assigned = 1, .completed = 1}));
  EXPECT_EQ(counts[binh], (PersonCount{.received = 1}));
}

TEST(ATransfer, OfATransferIsCompletedByTheLast) {
  auto counts = count_by_person(std::vector{held(1, chi, true)}, std::vector{given(1, an, binh), given(1, binh, chi)});
  EXPECT_EQ(counts[an], (PersonCount{.assigned = 1, .given_away = 1}));
  EXPECT_EQ(counts[binh], (PersonCount{.received = 1}));
  EXPECT_EQ(counts[chi], (PersonCount{.received = 1, .received_completed = 1}));
}

TEST(ATransfer, IsOfWorkThatWasBegun) {
  EXPECT_TRUE(is_transferred(WorkState::in_progress));
  EXPECT_TRUE(is_transferred(WorkState::sent_back));
  EXPECT_FALSE(is_transferred(WorkState::assigned)) << "that is assigned anew";
  EXPECT_FALSE(is_transferred(WorkState::completed));
}

TEST(ATransfer, LeavesTheTaskBeforeItWithTheFirst) {
  using std::chrono::hours;
  const Instant noon{};
  auto first = given(1, an, binh), second = given(1, binh, chi);
  first.at = noon;
  second.at = noon + hours(2);
  const std::vector transfers{first, given(2, chi, an), second};
  EXPECT_EQ(holder_at(transfers, TaskId(1), chi, noon - hours(1)), an);
  EXPECT_EQ(holder_at(transfers, TaskId(1), chi, noon + hours(1)), binh);
  EXPECT_EQ(holder_at(transfers, TaskId(1), chi, noon + hours(3)), chi);
  EXPECT_EQ(holder_at({}, TaskId(1), std::nullopt, noon), std::nullopt);
}

TEST(PersonCounts, HoldWhatWasGivenOutsideTheProgrammeBesideTheTotal) {
  auto outside = held(2, an, true);
  outside.is_unplanned = true;
  auto counts = count_by_person(std::vector{held(1, an, false), outside}, {});
  EXPECT_EQ(counts[an], (PersonCount{.assigned = 1, .unplanned = 1, .unplanned_completed = 1}));
}

TEST(PersonCounts, LeaveOutWhatLiesWithTheUnitAsAWhole) {
  EXPECT_TRUE(count_by_person(std::vector{held(1, {}, false)}, {}).empty());
}

}  // namespace
}  // namespace tiendo::domain

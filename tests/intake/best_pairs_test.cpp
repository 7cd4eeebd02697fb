#include "intake/best_pairs.h"

#include <algorithm>
#include <numeric>
#include <random>

#include <gtest/gtest.h>

namespace tiendo::intake {
namespace {

double worth_of(const std::vector<std::optional<std::size_t>>& chosen, const std::vector<PossiblePair>& possible) {
  double worth = 0;
  for (const auto& pair : possible) worth += chosen[pair.left] == pair.right ? pair.worth : 0;
  return worth;
}

// Tries every way, so for few only.
double greatest_worth(std::size_t left, std::size_t lefts, const std::vector<PossiblePair>& possible, std::vector<bool>& taken) {
  if (left == lefts) return 0;
  double best = greatest_worth(left + 1, lefts, possible, taken);
  for (const auto& pair : possible) {
    if (pair.left != left || taken[pair.right]) continue;
    taken[pair.right] = true;
    best = std::max(best, pair.worth + greatest_worth(left + 1, lefts, possible, taken));
    taken[pair.right] = false;
  }
  return best;
}

TEST(BestPairs, GiveUpTheBestSinglePairWhereTwoGoodOnesAreWorthMore) {
  const auto chosen = best_pairs(2, 2, {{0, 0, 1.0}, {0, 1, 0.9}, {1, 0, 0.8}});
  EXPECT_EQ(chosen[0], 1u);
  EXPECT_EQ(chosen[1], 0u);
}

TEST(BestPairs, LeaveAloneWhatHasNobody) {
  const auto chosen = best_pairs(3, 1, {{0, 0, 0.5}, {2, 0, 0.6}});
  EXPECT_EQ(chosen[0], std::nullopt);
  EXPECT_EQ(chosen[1], std::nullopt);
  EXPECT_EQ(chosen[2], 0u);
}

TEST(BestPairs, AreWorthAsMuchAsTheBestOfAllWaysAndUseNobodyTwice) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const std::size_t lefts = 1 + random() % 6, rights = 1 + random() % 6;
    std::vector<PossiblePair> possible;
    for (std::size_t left = 0; left < lefts; ++left) {
      for (std::size_t right = 0; right < rights; ++right) {
        if (random() % 3) possible.push_back({left, right, 0.1 + static_cast<double>(random() % 100) / 100});
      }
    }
    const auto chosen = best_pairs(lefts, rights, possible);
    std::vector<bool> taken(rights), used(rights);
    ASSERT_NEAR(worth_of(chosen, possible), greatest_worth(0, lefts, possible, taken), 1e-9) << "round " << round;
    for (const auto& right : chosen) {
      if (!right) continue;
      ASSERT_FALSE(used[*right]);
      used[*right] = true;
    }
  }
}

}  // namespace
}  // namespace tiendo::intake

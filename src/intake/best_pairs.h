// Who goes with whom, so that the worth of all pairs together is greatest: a good pair never costs a better one elsewhere.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace tiendo::intake {

// A pair that is possible; worth > 0. What is in no pair stays alone.
struct PossiblePair {
  std::size_t left = 0, right = 0;
  double worth = 0;
};

// For each left one its right one, if any. Time grows with the possible pairs of rows that share them, not with left times right.
std::vector<std::optional<std::size_t>> best_pairs(std::size_t lefts, std::size_t rights, const std::vector<PossiblePair>& possible);

}  // namespace tiendo::intake

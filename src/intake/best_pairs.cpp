#include "intake/best_pairs.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <queue>

namespace tiendo::intake {
namespace {

// Whole numbers: prices are added and taken away again, and must come out even.
using Price = std::int64_t;
constexpr double fineness = 1e9;
constexpr Price far = std::numeric_limits<Price>::max();
constexpr std::size_t nobody = std::numeric_limits<std::size_t>::max();

// Shortest augmenting paths with potentials (Jonker and Volgenant), over the possible pairs alone. Staying alone is a pair as
// well: each left one has a place of its own at `rights_ + left`, at the price of the dearest pair.
class Pairing {
 public:
  Pairing(std::size_t lefts, std::size_t rights, const std::vector<PossiblePair>& possible)
      : rights_(rights),
        choices_(lefts),
        left_price_(lefts, 0),
        right_price_(rights + lefts, 0),
        taken_by_(rights + lefts, nobody),
        place_of_(lefts, nobody),
        distance_(rights + lefts, far),
        came_from_(rights + lefts, nobody) {
    Price most = 0;
    const auto price = [](double worth) { return static_cast<Price>(worth * fineness); };
    for (const auto& pair : possible) most = std::max(most, price(pair.worth));
    for (const auto& pair : possible) choices_[pair.left].push_back({pair.right, most - price(pair.worth)});
    for (std::size_t left = 0; left < lefts; ++left) choices_[left].push_back({rights + left, most});
  }

  void seat(std::size_t newcomer) {
    Heap heap;
    std::vector<std::size_t> touched;
    std::vector<std::size_t> settled;
    std::size_t left = newcomer, end = nobody;
    Price walked = 0;
    while (end == nobody) {
      for (const auto& choice : choices_[left]) {
        const Price distance = walked + choice.price - left_price_[left] - right_price_[choice.right];
        if (distance >= distance_[choice.right]) continue;
        if (distance_[choice.right] == far) touched.push_back(choice.right);
        distance_[choice.right] = distance;
        came_from_[choice.right] = left;
        heap.push({distance, choice.right});
      }
      const auto [distance, right] = heap.top();
      heap.pop();
      if (distance > distance_[right]) continue;
      walked = distance;
      if (taken_by_[right] == nobody) {
        end = right;
      } else {
        settled.push_back(right);
        left = taken_by_[right];
      }
    }
    left_price_[newcomer] += walked;
    for (const auto right : settled) {
      left_price_[taken_by_[right]] += walked - distance_[right];
      right_price_[right] -= walked - distance_[right];
    }
    move_along(newcomer, end);
    for (const auto right : touched) distance_[right] = far;
  }

  std::vector<std::optional<std::size_t>> pairs() const {
    std::vector<std::optional<std::size_t>> out(choices_.size());
    for (std::size_t right = 0; right < rights_; ++right) {
      if (taken_by_[right] != nobody) out[taken_by_[right]] = right;
    }
    return out;
  }

 private:
  struct Choice {
    std::size_t right;
    Price price;
  };
  using Reached = std::pair<Price, std::size_t>;
  using Heap = std::priority_queue<Reached, std::vector<Reached>, std::greater<>>;

  // Everybody on the way gives up a place for the next one.
  void move_along(std::size_t newcomer, std::size_t end) {
    for (std::size_t left = nobody, right = end; left != newcomer;) {
      left = came_from_[right];
      taken_by_[right] = left;
      std::swap(place_of_[left], right);
    }
  }

  std::size_t rights_;
  std::vector<std::vector<Choice>> choices_;
  std::vector<Price> left_price_, right_price_;
  std::vector<std::size_t> taken_by_, place_of_;
  std::vector<Price> distance_;
  std::vector<std::size_t> came_from_;
};

}  // namespace

std::vector<std::optional<std::size_t>> best_pairs(std::size_t lefts, std::size_t rights, const std::vector<PossiblePair>& possible) {
  Pairing pairing(lefts, rights, possible);
  for (std::size_t left = 0; left < lefts; ++left) pairing.seat(left);
  return pairing.pairs();
}

}  // namespace tiendo::intake

#include "intake/neighbours.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include "intake/value.h"

namespace tiendo::intake {
namespace {

constexpr double weight = 0.8, most_odds = 5;
constexpr double usual_growth = 0.4;  // how fast neighbours grow with the times that a run stands there, as logarithms
constexpr double never_varied = 0.9;  // the same for a run that has one neighbour only

// How often each run of words stands there, and beside how many different neighbours.
class Variety {
 public:
  void add(std::uint64_t run, std::uint64_t neighbour) { seen_.emplace_back(run, neighbour); }

  void count() {
    std::ranges::sort(seen_);
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      if (i == 0 || seen_[i].first != seen_[i - 1].first) runs_.push_back({seen_[i].first, 0, 0});
      ++runs_.back().times;
      runs_.back().neighbours += i == 0 || seen_[i] != seen_[i - 1];
    }
  }

  // None for a run that stands there once.
  std::optional<double> odds(std::uint64_t words) const {
    const auto run = std::ranges::lower_bound(runs_, words, {}, &Run::words);
    if (run->times < 2) return std::nullopt;
    return std::log(run->neighbours) - (run->neighbours < 2 ? never_varied : usual_growth) * std::log(run->times);
  }

 private:
  struct Run {
    std::uint64_t words = 0;
    double times = 0, neighbours = 0;
  };
  std::vector<std::pair<std::uint64_t, std::uint64_t>> seen_;
  std::vector<Run> runs_;
};

class Reader {
 public:
  Reader(const Lines& in, const std::vector<std::pair<int, int>>& spans) : in_(in) {
    std::uint64_t end_of_span = 0;
    for (const auto& [first, end] : spans) {
      for (int word = first; word < end; ++word) {
        const std::uint64_t before = word > first ? hash(word - 1) : ++end_of_span, next = word + 1 < end ? hash(word + 1) : ++end_of_span;
        after_one_.add(hash(word), next);
        before_one_.add(hash(word), before);
        if (word + 1 == end) continue;
        before_two_.add(two(word), before);
        after_two_.add(two(word), word + 2 < end ? hash(word + 2) : ++end_of_span);
      }
    }
    for (Variety* variety : {&after_one_, &after_two_, &before_one_, &before_two_}) variety->count();
  }

  double odds(int first, int end, int word) const {
    std::optional<double> ends, begins;
    if (word - 2 >= first) ends = after_two_.odds(two(word - 2));
    if (!ends) ends = after_one_.odds(hash(word - 1));
    if (word + 1 < end) begins = before_two_.odds(two(word));
    if (!begins) begins = before_one_.odds(hash(word));
    return std::clamp(weight * (ends.value_or(0) + begins.value_or(0)), -most_odds, most_odds);
  }

 private:
  std::uint64_t hash(int word) const { return in_.spelling(word).hash; }
  std::uint64_t two(int word) const { return hash(word) * value_base + hash(word + 1); }

  const Lines& in_;
  Variety after_one_, after_two_, before_one_, before_two_;
};

}  // namespace

std::vector<double> odds_of_neighbours(const Lines& in, const std::vector<std::pair<int, int>>& spans) {
  const Reader reader(in, spans);
  std::vector<double> out(in.words.size());
  for (const auto& [first, end] : spans) {
    for (int word = first + 1; word < end; ++word) out[static_cast<std::size_t>(word)] = reader.odds(first, end, word);
  }
  return out;
}

}  // namespace tiendo::intake

#include "domain/target.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "domain/quantity.h"

namespace tiendo::domain {
std::vector<Target> targets_of(std::string_view title) {
  std::vector<Target> targets;
  for (const Quantity& quantity : quantities(title)) {
    if (quantity.percent || quantity.unit.empty()) continue;
    auto known = std::ranges::find(targets, quantity.unit, &Target::unit);
    if (known == targets.end()) known = targets.insert(targets.end(), Target{.unit = quantity.unit, .most = 0});
    add(*known, {.least = quantity.least.value_or(quantity.most.value_or(0)), .most = quantity.most, .approximate = quantity.approximate});
  }
  std::erase_if(targets, [](const Target& target) { return target.least <= 0; });
  return targets;
}

void add(Target& sum, const Target& one) {
  sum.least += one.least;
  sum.most = sum.most && one.most ? std::optional(*sum.most + *one.most) : std::nullopt;
  sum.approximate |= one.approximate;
  sum.done += one.done;
}

void add(std::vector<Target>& targets, std::span<const Amount> amounts) {
  for (const Amount& amount : amounts) {
    const auto target = std::ranges::find(targets, amount.unit, &Target::unit);
    if (target == targets.end()) throw Error(ErrorCode::invalid, "target_unknown", {amount.unit});
    target->done += amount.amount;
    if (target->done < 0) throw Error(ErrorCode::invalid, "amount_below_zero", {amount.unit});
  }
}

std::optional<int> percent_done(std::span<const Target> targets) {
  if (targets.empty()) return std::nullopt;
  double shares = 0;
  for (const Target& target : targets) shares += std::clamp(target.done / target.least, 0.0, 1.0);
  return static_cast<int>(std::floor(100 * shares / static_cast<double>(targets.size())));
}

}  // namespace tiendo::domain

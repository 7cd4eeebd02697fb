#include "actions/unit_today.h"

namespace tiendo::actions {

domain::UnitId unit_today(const store::Names& names, domain::UnitId unit) {
  for (std::size_t steps = 0; steps < names.units.size(); ++steps) {
    const auto* found = names.find_unit(unit);
    if (!found || !found->successor) break;
    unit = *found->successor;
  }
  return unit;
}

void follow_units(const store::Names& names, std::vector<domain::UnitId>& units) {
  std::vector<domain::UnitId> followed;
  for (const auto unit : units)
    if (const auto today = unit_today(names, unit); std::ranges::find(followed, today) == followed.end()) followed.push_back(today);
  units = std::move(followed);
}

}  // namespace tiendo::actions

// A unit that has gone into another stands for that one (R33): whoever still names it, from a page left open or an import taken
// back, means its successor.
#pragma once

#include <algorithm>
#include <vector>

#include "store/store.h"

namespace tiendo::actions {

// Itself while it stands, or where nothing of that id is known.
domain::UnitId unit_today(const store::Names& names, domain::UnitId unit);

// Each once, in their order.
void follow_units(const store::Names& names, std::vector<domain::UnitId>& units);

}  // namespace tiendo::actions

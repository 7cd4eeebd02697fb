// Words that many others stand beside are whole; words that always follow one another belong together.
#pragma once

#include <utility>
#include <vector>

#include "intake/lines.h"

namespace tiendo::intake {

// By word: the logarithm of odds that a cell begins there, from how many different words stand beside its neighbours in the
// spans (the ends of a span count as different each time).
std::vector<double> odds_of_neighbours(const Lines& in, const std::vector<std::pair<int, int>>& spans);

}  // namespace tiendo::intake

// Ruling lines on a picture of a page.
#pragma once

#include <vector>

#include "formats/page_sight.h"
#include "formats/ruled_grid.h"
#include "formats/upright.h"

namespace tiendo::formats {

inline constexpr std::size_t most_drawn_rules = 5'000;
inline constexpr double slack_of_drawn_rules = 3;  // points: a sheet bends in the scanner

// Strokes that are long enough for a rule. Rows of heavy letters may look like one; they make no grid.
std::vector<Rule> find_drawn_rules(const UprightPage& page);

// Takes the rules of these grids off the page, so that no letter seems to touch one.
void erase_rules(UprightPage& page, const std::vector<RuledGrid>& grids);

}  // namespace tiendo::formats

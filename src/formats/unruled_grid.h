// A table without ruling lines: columns where no word of any of its lines stands, rows where the first column begins anew.
#pragma once

#include <optional>

#include "formats/ruled_grid.h"

namespace tiendo::formats {

// `lines`: from top to bottom, the words of each from left to right. None where fewer than three columns or rows stand apart:
// a letterhead and a block of signatures have two.
std::optional<RuledGrid> find_unruled_grid(const std::vector<std::vector<Word>>& lines);

}  // namespace tiendo::formats

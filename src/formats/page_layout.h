// One page as it was seen -> paragraphs and tables in reading order.
#pragma once

#include <variant>
#include <vector>

#include "formats/page_sight.h"
#include "formats/ruled_grid.h"

namespace tiendo::formats {

struct PageTable {
  Table table;
  std::vector<double> xs;
  bool is_open_above = false;
  bool is_recognised = false;  // a sheet lies in the scanner as it comes, and letters may be misread
};

struct PageLayout {
  double height = 0;
  std::vector<std::variant<Paragraph, PageTable>> blocks;  // from top to bottom
};

PageLayout lay_out(const PageSight& sight, int page);

}  // namespace tiendo::formats

// What each line of a text layer is: before the table, header, page furniture, heading, or part of a row.
#pragma once

#include <utility>
#include <vector>

#include "intake/header.h"
#include "intake/headings.h"
#include "intake/lines.h"

namespace tiendo::intake {

enum class LineKind { preamble, header, furniture, heading, row, tail };

struct Layout {
  std::vector<LineKind> kinds;   // by line
  std::vector<int> region;       // by line: which header it stands under; -1 before the first
  std::vector<Columns> headers;  // by region
  struct Title {
    int line = 0, end = 0;  // lines of the heading itself
    int under = 0;          // one past the lines that go with it
    Heading heading;
  };
  std::vector<Title> titles;

  std::pair<int, int> lines_of(int of_region) const;  // [first, end)
};

Layout layout_of(const Lines& in);

}  // namespace tiendo::intake

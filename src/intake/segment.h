// The words of each row -> its cells, as one segmentation: every row is cut into the columns in their order so that the sum of
// the evidence (blanks, line breaks, line widths, values and words that the columns repeat) is best over the document.
// docs/adr/0010-reading-is-one-segmentation.md says why.
#pragma once

#include <optional>
#include <vector>

#include "intake/header.h"
#include "intake/intake.h"
#include "intake/lines.h"

namespace tiendo::intake {

// Words [first, end) without interruption; a row broken by a page has several.
struct Span {
  int first = 0, end = 0;
};

struct RowWords {
  std::vector<Span> spans;
};

struct ReadCell {
  std::vector<int> words;
  double confidence = 1;
  std::vector<int> other;  // the next best reading
  bool has_other = false;
};

// One vector of cells a row, one cell a column.
std::vector<std::vector<ReadCell>> segment(const Lines& in, const Columns& columns, const std::vector<RowWords>& rows,
                                           const Register& known);

}  // namespace tiendo::intake

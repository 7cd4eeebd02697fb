// Which column holds what: the words of a header, as agencies write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/intake.h"
#include "intake/lines.h"

namespace tiendo::intake {

struct Column {
  std::string header;  // as written
  std::optional<domain::Field> field;
  bool is_number = false;   // a running number of any level
  bool is_unnamed = false;  // found in the rows, not in the header
};

using Columns = std::vector<Column>;

// The field that a header names, if any. `exact` tells a known spelling from a guess by a word in it.
struct HeaderMeaning {
  std::optional<domain::Field> field;
  bool is_number = false;
  bool exact = false;
};
HeaderMeaning meaning_of_header(std::string_view text);

// A second column of one meaning goes to `extra`, except that a finer number below a number stands for it.
void settle(Columns& columns);
// How many columns stand before the title, where the first one is a number: "TT", or "TT" and "Chi tiết".
std::size_t number_columns(const Columns& columns);
bool is_programme(const Columns& columns);
bool same(const Columns& a, const Columns& b);

// The header that begins at line `at`, over one or more lines.
struct FoundHeader {
  Columns columns;
  int end = 0;  // one past its last line
};
std::optional<FoundHeader> header_at(const Lines& in, int at);

}  // namespace tiendo::intake

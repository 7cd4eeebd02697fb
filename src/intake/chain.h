// Where rows begin: the chain of rising numbers at the heads of lines, or at the ends of rows.
#pragma once

#include <vector>

#include "intake/lines.h"

namespace tiendo::intake {

struct RowStart {
  int line = 0;
  int value = 0;
};

// A plain number that may head a row: "12", "12.", "03"; -1 where the word is none.
int ordinal(std::string_view word);

// The likeliest chain among the lines (ascending). `fresh[i]`: a heading stands right before lines[i], so that numbers may restart.
std::vector<RowStart> chain_of_rows(const Lines& in, const std::vector<int>& lines, const std::vector<bool>& fresh);

// How far the chain rises by one.
int steps(const std::vector<RowStart>& chain);

// Lines that end with 1, 2, 3, … without a gap, in that order; the value ends the row.
std::vector<RowStart> chain_of_ends(const Lines& in, const std::vector<int>& lines);

}  // namespace tiendo::intake

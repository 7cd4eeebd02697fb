// How one unit is spelled through a document: learnt from the document and the register, with no agency's names built in.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "intake/intake.h"

namespace tiendo::intake {

struct UnitSpelling {
  std::string text;
  int count = 0;             // 0: only the register has it
  std::size_t row = 0;       // of the first cell that spells it so
  bool in_proposal = false;  // `row` counts proposals
  std::string field;
};

struct UnitDoubt {
  enum class Kind {
    several_spellings,  // case, marks, "Phòng" left out, initials
    typing_error,       // one letter off; the first spelling is the suspect
    maybe_same,         // one name is part of the other; the first is the rarer
  } kind = Kind::several_spellings;
  std::vector<UnitSpelling> spellings;  // the rarest first
};

std::vector<UnitDoubt> doubtful_units(const Intake& intake, const Register& known);

// Two entries of a register that may be one, by their places in it; each pair once, with the strongest reason.
struct LikelySame {
  std::size_t a = 0, b = 0;
  UnitDoubt::Kind kind = UnitDoubt::Kind::several_spellings;
};

// Each entry with all its spellings. Nothing where there are more than 2,000 spellings.
std::vector<LikelySame> likely_same_units(const std::vector<std::vector<std::string>>& spellings);
// One letter off, or the end of the other's name ("Thu Hà" of "Trần Thị Thu Hà").
std::vector<LikelySame> likely_same_people(const std::vector<std::vector<std::string>>& spellings);

}  // namespace tiendo::intake

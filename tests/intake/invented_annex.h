// Annexes of agencies that do not exist, written the way text layers and pastes write them, with what every cell holds.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace tiendo::intake {

// How the table became text.
enum class Writing {
  drawn,        // cell after cell in the order of a page; what stands at one height shares a line
  spaced,       // the same, with an empty line after every line
  cell_a_line,  // a paste of one cell a line
};

struct Manner {
  Writing writing = Writing::drawn;
  bool no_break_blanks = false;  // within cells
  int rows = 60;
};

struct InventedAnnex {
  std::string name;  // what was drawn by lot, for the messages
  std::string text;
  std::vector<std::string> headers;
  struct Row {
    std::vector<std::string> cells;  // by header
    std::optional<int> month;
  };
  std::vector<Row> rows;
};

// The same seed gives the same annex everywhere.
InventedAnnex invent_annex(unsigned seed, const Manner& manner);

}  // namespace tiendo::intake

// A document is imperfect: what is wrong, where, said by a sentence of text/*.json.
#pragma once

#include <string>
#include <vector>

namespace tiendo::domain {

enum class Severity { info, warning, error };

// Which row and field a problem speaks of. `row` counts the drafts of an intake from 0; -1 for the whole document.
struct ProblemPlace {
  enum class Kind { document, section, task, proposal } kind = Kind::document;
  int row = -1;
  std::string field;    // name of a field ("lead") or of an extra column; empty for the whole row
  std::string section;  // id of the section
  std::string label;    // what a reader would say: "Quý III, số 12"
};

struct Problem {
  std::string key;  // sentence "problem.<key>"
  Severity severity = Severity::warning;
  ProblemPlace where;
  std::vector<std::string> arguments;
};

const char* name_of(Severity severity);

}  // namespace tiendo::domain

// Two lists of the same programme's tasks, an older and a newer one: which row of the one is which of the other, and what
// changed, cell by cell. Pure; the importing of a newer file and the comparison of versions both ask it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "domain/programme.h"

namespace tiendo::intake {

// `field` is the task's own word for it: "title", "section", "quarter", "month", "extra.<header>".
struct CellChange {
  std::string field, before, after;
  bool operator==(const CellChange&) const = default;
};

struct TaskPair {
  std::size_t before = 0, after = 0;  // rows of the two lists
  double likeness = 1;                // of the titles, 0..1
  std::vector<CellChange> changes;
  bool is_reordered = false;  // stands elsewhere among the tasks of its month
};

struct TaskMatches {
  std::vector<TaskPair> pairs;       // in the newer list's order
  std::vector<std::size_t> added;    // rows of the newer list
  std::vector<std::size_t> missing;  // rows of the older list
};

// What a column says that the newer list fills in no row: nothing (a file of fewer columns), or that each cell is empty now.
enum class EmptyColumn { says_nothing, says_empty };

// By identity where both carry a TaskId, then by the words of the title, then by likeness; month, lead and printed number only
// tip the scales (R03). Sections must bear the same names on both sides.
TaskMatches match_tasks(const std::vector<domain::Task>& before, const std::vector<domain::Task>& after, EmptyColumn empty_column);

// What kind of change it is: where the task stands, its printed number, or what it says.
bool is_place(std::string_view field);
bool is_number(std::string_view field);
bool is_moved(const TaskPair& pair);
bool is_renumbered(const TaskPair& pair);
bool is_rewritten(const TaskPair& pair);

}  // namespace tiendo::intake

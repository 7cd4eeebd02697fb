// What a clerk does to an open intake: set or accept a cell, merge, split, remove or insert a row, rename a column.
#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "store/store.h"

namespace tiendo::actions {

enum class RowKind { task, proposal };

// `field` is the name of a field, "extra.<header>", "section", "quarter" or "month".
struct SetCell {
  RowKind kind;
  int row;
  std::string field, text;
};
struct AcceptCell {
  RowKind kind;
  int row;
  std::string field;
};
struct MergeRow {
  RowKind kind;
  int row;
};  // joins the row above it, cell by cell
struct SplitRow {
  RowKind kind;
  int row;
  std::map<std::string, std::pair<std::string, std::string>> cells;
};
struct RemoveRow {
  RowKind kind;
  int row;
};
struct InsertRow {
  RowKind kind;
  int row;
  std::map<std::string, std::string> cells;
};  // stands at `row` afterwards
struct NameColumn {
  int column;
  std::optional<domain::Field> field;
};  // none: goes to `extra`
// What the import is for: a newer file of a programme that is kept; none: a programme of its own.
struct ChooseProgramme {
  std::optional<domain::ProgrammeId> programme;
  bool takes_numbers = true;
};
// Whether a merge takes what a row says: one field, "place", or intake::whole_row.
struct TakeCell {
  int row;
  std::string field;
  bool is_taken;
};
// A task that the newer file no longer has: it stays unless it is dropped here.
struct DropTask {
  domain::TaskId task;
  bool is_dropped;
};
using Correction =
    std::variant<SetCell, AcceptCell, MergeRow, SplitRow, RemoveRow, InsertRow, NameColumn, ChooseProgramme, TakeCell, DropTask>;

// All of them or none. Throws conflict "stale_version", "intake_not_open"; invalid "bad_correction"; not_found "programme_not_found".
store::IntakeRecord correct_intake(store::Store& store, const domain::Actor& actor, domain::IntakeId intake, int version,
                                   const std::vector<Correction>& corrections, Instant now);

}  // namespace tiendo::actions

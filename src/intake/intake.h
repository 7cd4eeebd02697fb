// What was read from a document, before anything is stored: drafts of tasks and proposals, with doubts and problems.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "domain/problem.h"
#include "domain/programme.h"
#include "formats/paper.h"

namespace tiendo::intake {

// Cells below this are marked doubtful and are shown to the clerk first.
inline constexpr double sure = 0.8;

struct CellDraft {
  std::string text;       // lines joined by one space, blanks collapsed, nothing else changed
  double confidence = 1;  // 0..1
  std::string other;      // the next best reading, where there is one
  std::vector<formats::Place> places;
};

struct RowDraft {
  std::string section;
  std::optional<int> quarter, month;
  std::array<CellDraft, domain::field_count> cells;
  std::vector<std::pair<std::string, CellDraft>> extra;  // by header, in the order of the columns

  CellDraft& operator[](domain::Field field) { return cells[static_cast<std::size_t>(field)]; }
  const CellDraft& operator[](domain::Field field) const { return cells[static_cast<std::size_t>(field)]; }
};

struct TaskDraft : RowDraft {
  std::string group;  // group row or unit heading above it, as written
  // Where the document carries our own: a programme that we exported as JSON.
  std::optional<domain::TaskId> id;
  std::optional<domain::Period> due_period;
  std::set<std::string> left;  // what a merge leaves as it is: fields, "place", or whole_row
};
inline constexpr std::string_view whole_row = "*";

// A unit's answer to a consulted list: numbers are those of the version that it was sent (R03).
struct ProposalDraft : RowDraft {
  int order = 0;           // its own running number
  std::string group_note;  // "Tháng 7 Phòng … có 3 nhiệm vụ …"
};

struct ColumnDraft {
  std::string header;                  // as written; two levels joined by " / "
  std::optional<domain::Field> field;  // none: goes to `extra`
  bool asks = false;                   // nobody knows the header: the clerk is asked what the column is
};

// A stretch of the source that is no cell: heading, repeated page furniture, or what could not be placed.
struct Stretch {
  std::string text;
  formats::Place place;
};

// The clerk's choice to merge into a programme that is kept already, instead of making a new one.
struct MergeChoice {
  domain::ProgrammeId programme;
  bool takes_numbers = true;         // the newer file's printed numbers
  std::set<domain::TaskId> dropped;  // of the tasks that the file no longer has; the others stay
};

struct Intake {
  std::string source_name, source_kind, sha256;
  std::string title;
  std::optional<int> year;  // where the document states it apart from its words
  domain::Attachment attachment;
  std::vector<ColumnDraft> columns;
  std::vector<domain::Section> sections;
  std::vector<TaskDraft> tasks;
  std::vector<ProposalDraft> proposals;
  std::vector<domain::Problem> problems;
  std::vector<Stretch> headings, furniture, unplaced;
  std::vector<formats::Notice> notices;  // what the reader of the file had to say: tracked changes, hidden rows, an old encoding
  std::optional<MergeChoice> merge;
};

// Names that the agency already knows; a document is read with and without them.
struct Register {
  std::vector<std::string> units;  // official names, abbreviations and aliases
  std::vector<std::string> leaders;
};

// Paper -> drafts. Never throws on an imperfect document; where there is no table of tasks throws what
// intake/what_was_found.h says, and invalid
// "secret_document" where the document is marked MẬT, TỐI MẬT or TUYỆT MẬT (R60).
Intake read_programme(const formats::Paper& paper, const Register& known = {});

}  // namespace tiendo::intake

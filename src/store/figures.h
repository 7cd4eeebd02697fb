// Numbers and the tasks behind them: one condition gives both, so that every number opens its rows.
#pragma once

#include <map>

#include "domain/tally.h"
#include "store/store.h"

namespace tiendo::store {

enum class Grouping { programme, unit, leader, label, month, executor, kind };

const char* name_of(Grouping grouping);
std::optional<Grouping> find_grouping(std::string_view name);

// Which tasks are counted. Stopped and refused work is in no figure.
struct Figure {
  Grouping by = Grouping::programme;
  std::optional<std::string> member;     // id of the unit, leader or account, the label, the month, the kind; none: each member for itself
  std::optional<ProgrammeId> programme;  // none: all that are not planned for a time to come
  std::optional<Period> due;             // by the last day of the deadline; leaves out tasks without one
};

// One row for each member and day due, from the counts that are kept. As of the last commit, also inside a Writer.
std::vector<TallyRow> due_counts(const Reader& reader, AgencyId agency, const Figure& figure);

// What the rows of due_counts come to for each member when `closed` is the last day that has passed.
std::map<std::string, Tally> tallies_by_member(const Reader& reader, AgencyId agency, const Figure& figure, Date closed);

// The same as it stood at a past instant, by programme or unit; the history knows no other grouping, member or day.
std::map<std::string, Tally> tallies_as_of(const Reader& reader, AgencyId agency, const Figure& figure, Instant at, Date closed);

struct Trend {
  std::map<std::string, Tally> months;  // by the month in which tasks fall due: "2025-07"
  std::vector<domain::AgeBand> ageing;  // of what is overdue
};

// Of tasks with a deadline.
Trend trend(const Reader& reader, AgencyId agency, const Figure& figure, Date closed);

struct TasksBehind {
  std::vector<TaskId> tasks;  // by the day due
  std::int64_t total = 0;
  std::string next;  // empty on the last page
};

// `closed`: the last day that has passed. `after`: `next` of the page before. Throws invalid "bad_cursor".
TasksBehind tasks_behind(const Reader& reader, AgencyId agency, const Figure& figure, Part part, Date closed, int limit,
                         const std::string& after);

}  // namespace tiendo::store

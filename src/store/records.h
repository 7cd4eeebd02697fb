// What the store gives and takes beside the values of the domain.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/agency.h"
#include "domain/calendar.h"
#include "domain/extension.h"
#include "domain/work.h"

namespace tiendo::store {

using namespace domain;

enum class TaskOrder { position, due, number, title };
enum class UnitRole { lead, any };

struct TaskFilter {
  std::optional<ProgrammeId> programme;
  std::optional<int> quarter, month;
  std::optional<UnitId> unit;
  UnitRole unit_role = UnitRole::any;
  std::optional<PersonId> leader;
  std::optional<std::string> label;
  std::string words;                          // searched as typed; empty for no search
  std::optional<Date> due_before, due_after;  // last day of the deadline: < before, > after
  TaskOrder order = TaskOrder::position;      // words: exact marks first, then this
  int limit = 50;
  std::string cursor;  // `next` of the page before
};

inline constexpr int most_tasks_a_page = 500;

// What a page of a list says beside its rows.
struct PageEnd {
  std::string next;  // empty on the last page
  std::int64_t total = 0;
};

struct TaskPage : PageEnd {
  std::vector<Task> tasks;
};

struct NamedCount {
  std::string key;  // id of the unit or leader, number of the month, the label
  std::string name;
  std::int64_t tasks = 0;
};

enum class CountBy { unit, month, leader, label, status };

// Where a task came from: the import, and JSON of each cell's places in the source.
struct TaskSource {
  std::optional<IntakeId> intake;
  std::string places;  // JSON object, "{}" where nothing is known
};

// A task with the work on it.
struct TaskAtWork {
  Task task;
  Work work;
};

// Without a programme: of all that are not planned for a time to come.
struct WorkFilter {
  std::optional<ProgrammeId> programme;
  std::optional<WorkState> state;
  std::optional<UserId> executor;
  std::optional<UnitId> lead_unit;
  std::optional<PersonId> leader;
  bool open_only = false;
  int limit = 500;  // -1: all
};

// How many tasks of a unit, leader, label, month or programme fall due on a day: open, completed on time, completed late.
struct TallyRow {
  std::string member;  // id of the unit or leader, the label, the month; empty for the programme
  std::optional<Date> due_on;
  std::int64_t open = 0, on_time = 0, late = 0;
};

// Where the work on a task stood at an instant that has passed.
struct WorkAsOf {
  TaskId task;
  std::vector<UnitId> lead_units;
  WorkState state = WorkState::assigned;
  std::optional<Date> due_on;
  bool is_late = false;
};

enum class IntakeState { open, confirmed, withdrawn };
const char* name_of(IntakeState state);

struct IntakeSummary {
  IntakeId id;
  IntakeState state = IntakeState::open;
  int version = 1;
  Instant created_at{};
  UserId created_by;
  std::string source_name, sha256;
  std::optional<ProgrammeId> programme;
  int tasks = 0, proposals = 0, doubts = 0, problems = 0;
};

struct IntakeRecord : IntakeSummary {
  std::string draft;  // JSON (intake/intake_json.h)
};

// By search_key of the header; none: a column of its own.
using ColumnWords = std::map<std::string, std::optional<Field>>;

struct Event {
  std::int64_t sequence = 0, id = 0;
  Instant at{};
  std::optional<UserId> actor;
  std::string actor_name, kind, entity;
  std::int64_t entity_id = 0;
  std::string before, after;  // JSON; empty where there is none
  std::string previous_hash, hash;
};

// The working calendar of an agency over all years.
struct Calendar {
  WeeklyRest weekly_rest;
  std::vector<CalendarDay> days;  // in order; of those that nobody confirmed: proposals that were set aside
  int version = 1;
};

struct Session {
  AgencyId agency;
  UserId user;
  std::string token_hash, csrf;
  Instant created_at{}, last_seen_at{}, expires_at{};
};

struct Credentials {
  User user;
  std::string password_hash;
};

}  // namespace tiendo::store

// Where the work on a task stands, and who may move it on (R21, R23-R25). The state is stored; whether it is early or late
// is worked out from dates (domain/timing.h) and stored nowhere.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/agency.h"
#include "domain/target.h"

namespace tiendo::domain {

enum class WorkState {
  assigned,               // đã giao: nobody has taken it on yet
  not_started,            // chưa thực hiện
  in_progress,            // đang thực hiện
  signing,                // trình ký
  awaiting_confirmation,  // chờ xác nhận
  completed,              // hoàn thành
  sent_back,              // trả lại, thực hiện lại: counts as not completed
  refused,                // từ chối: back with whoever assigned it, not counted against the receiver
  paused,                 // tạm hoãn
  stopped,                // dừng
};

// What a person is to the task at the moment of the move. One person may be several.
enum class Doer {
  executor,   // the lead unit's people, or whom it gave the task to
  assigner,   // the office, the directing leader, for a share of a task the head of the lead unit
  confirmer,  // whoever confirms results: never the executor
};

enum class WorkMove { take_on, refuse, assign_anew, begin, send_for_signature, report, confirm, send_back, pause, resume, stop };

struct WorkRule {
  WorkMove move;
  WorkState from, to;
  Doer by;
  bool needs_reason;
};

// Every move there is; what does not stand here is refused.
std::span<const WorkRule> work_rules();

const WorkRule* find_work_rule(WorkState from, WorkMove move);

// Throws conflict "work_move_not_possible" with the state and the move, invalid "reason_missing" where a reason is asked for.
const WorkRule& work_rule(WorkState from, WorkMove move, std::string_view reason);

// Work that somebody still has to do: neither completed nor stopped.
bool is_open(WorkState state);

// The work on one task. What a task's text says is the task's; this is what happened since.
struct Work {
  TaskId task;
  AgencyId agency;
  ProgrammeId programme;
  WorkState state = WorkState::assigned;
  std::optional<Date> due_on;        // the day it falls due now, by the agency's reading of deadlines
  std::optional<Date> first_due_on;  // the day it fell due before any extension: never overwritten
  std::optional<Period> extended_to;
  std::optional<Date> completed_on;
  std::optional<Instant> confirmed_at;
  int percent = 0;
  int sent_back = 0, extensions = 0;
  std::optional<UserId> executor;     // the person it was given to inside the unit
  std::optional<UserId> reported_by;  // may not confirm
  std::optional<Instant> heard_at;    // when somebody last said how it stands
  int version = 1;
};

// Something that was said or done about a task, in the order of time.
struct WorkEntry {
  enum class Kind { move, progress, no_news, assignment, extension };
  std::int64_t id = 0;
  TaskId task;
  Instant at{};
  Actor by;
  Kind kind = Kind::progress;
  std::optional<WorkMove> move;
  WorkState state = WorkState::assigned;  // after it
  std::string words, difficulties, requests;
  std::optional<int> percent;
  std::vector<Amount> done = {};  // kept apart (store/amounts.h)
};

// What proves a result: an issued document, a file, or both (R23).
struct Evidence {
  std::int64_t id = 0;
  TaskId task;
  std::string kind, number, symbol, issuer;
  std::optional<Date> issued_on;
  std::string words;
  std::string file_sha256, file_name;  // empty where there is no file
  std::int64_t file_bytes = 0;
  Instant added_at{};
  UserId added_by;
};

// Completed work is late when its day is after the day it fell due; without a deadline it never is.
bool is_late(const Work& work);
bool is_first_late(const Work& work);  // against the deadline before any extension

const char* name_of(WorkEntry::Kind kind);
const char* name_of(WorkState state);  // "awaiting_confirmation"
const char* name_of(WorkMove move);
std::optional<WorkState> find_work_state(std::string_view name);
std::optional<WorkMove> find_work_move(std::string_view name);
std::optional<WorkEntry::Kind> find_entry_kind(std::string_view name);

}  // namespace tiendo::domain

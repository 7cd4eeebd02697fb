// Where the work on a task stands, and who may move it on (R21, R23-R25). The state is stored; whether it is early or late
// is worked out from dates (domain/timing.h) and stored nowhere.
#pragma once

#include <optional>
#include <span>
#include <string_view>

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

const char* name_of(WorkState state);  // "awaiting_confirmation"
const char* name_of(WorkMove move);
std::optional<WorkState> find_work_state(std::string_view name);
std::optional<WorkMove> find_work_move(std::string_view name);

}  // namespace tiendo::domain

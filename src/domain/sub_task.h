// The parts that a task is split into, each with its share (R28; NĐ 335/2025/NĐ-CP, Điều 18.1.c): the task is reported once all of them
// are closed or waived.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/work.h"

namespace tiendo::domain {

struct SubTaskEntity;
using SubTaskId = Id<SubTaskEntity>;

enum class SubTaskState {
  open,      // đang làm
  reported,  // đã báo cáo
  closed,    // đã xong
  waived,    // miễn: not needed any more
};

enum class SubTaskMove { report, close, send_back, waive, reopen };

enum class SubTaskDoer {
  executor,  // the person it was given to, else the people of its unit; the head of the unit always
  splitter,  // the office, who directs the task, the head of a unit that leads it
};

struct SubTaskRule {
  SubTaskMove move;
  SubTaskState from, to;
  SubTaskDoer by;
  bool needs_words;
  bool by_another;  // than the one who reported it
};

// Every move there is; what does not stand here is refused.
std::span<const SubTaskRule> sub_task_rules();
const SubTaskRule* find_sub_task_rule(SubTaskState from, SubTaskMove move);
// Throws conflict "sub_task_move_not_possible" with the state and the move, invalid "reason_missing".
const SubTaskRule& sub_task_rule(SubTaskState from, SubTaskMove move, std::string_view words = {});

struct SubTask {
  SubTaskId id;
  TaskId task;
  std::string words;
  UnitId unit;
  std::optional<UserId> executor;
  int share = 0;               // per cent of the task, 1..100
  std::optional<Date> due_on;  // none: as the task
  SubTaskState state = SubTaskState::open;
  std::string said;  // with the last move
  std::optional<UserId> reported_by;
  std::string reported_name;
  std::optional<Instant> moved_at;
  bool operator==(const SubTask&) const = default;
};

inline constexpr std::size_t most_sub_tasks = 50, longest_sub_task = 1000;

// Nothing, or shares of 1..100 that come to 100, words everywhere, no day after the task's own. Throws invalid "sub_task_shares" with
// what they come to, "sub_task_after_task", "bad_field".
void check_split(std::span<const SubTask> parts, std::optional<Date> task_due_on);

bool is_settled(const SubTask& part);  // closed or waived
std::size_t count_unsettled(std::span<const SubTask> parts);

// What the closed parts come to; waived ones are taken out of the whole. None where there are no parts, or all were waived.
std::optional<int> percent_of(std::span<const SubTask> parts);

// The day it is due: never after the task itself, whatever moved the task's day afterwards.
std::optional<Date> due_day(const SubTask& part, std::optional<Date> task_due_on);

const char* name_of(SubTaskState state);
const char* name_of(SubTaskMove move);
std::optional<SubTaskState> find_sub_task_state(std::string_view name);
std::optional<SubTaskMove> find_sub_task_move(std::string_view name);

}  // namespace tiendo::domain

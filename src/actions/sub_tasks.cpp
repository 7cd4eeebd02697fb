#include "actions/sub_tasks.h"

#include <algorithm>
#include <map>

#include "actions/standing.h"
#include "actions/unit_today.h"
#include "actions/work_entry.h"
#include "base/error.h"
#include "base/sentences.h"
#include "base/text.h"
#include "store/sub_tasks.h"

namespace tiendo::actions {
namespace {

using domain::Role;
using domain::SubTask;
using domain::SubTaskDoer;
using domain::SubTaskMove;
using domain::SubTaskState;
using domain::Task;
using domain::User;
using domain::Work;

// What a change of parts is made to.
struct Split {
  Task task;
  Work work;
  std::vector<SubTask> parts;
};

Split split_of(const store::Reader& reader, const domain::Actor& actor, domain::TaskId id, int version) {
  Split split{reader.task(actor.agency, id), reader.work(actor.agency, id), store::sub_tasks(reader, actor.agency, id)};
  if (split.work.version != version) throw Error(ErrorCode::conflict, "stale_version");
  if (!domain::is_open(split.work.state) || split.work.state == domain::WorkState::refused)
    throw Error(ErrorCode::conflict, "work_is_over");
  return split;
}

bool is_doer(const store::Reader& reader, const domain::Actor& actor, const Split& split, const SubTask& part, SubTaskDoer doer,
             Date today) {
  if (doer == SubTaskDoer::splitter) return may_split(reader, actor, split.task, split.work, today);
  return is_ones_own(reader, actor, part);
}

bool is_begun(const std::vector<SubTask>& parts) {
  return std::ranges::any_of(parts, [](const SubTask& part) { return part.state != SubTaskState::open; });
}

// What was said is part of the history of the task; once a part was moved its percentage follows.
Work saved(store::Writer& writer, const domain::Actor& actor, Split split, bool is_moved, std::string said, Instant now) {
  const auto percent = is_moved ? domain::percent_of(split.parts) : std::nullopt;
  const bool is_waiting = split.work.state == domain::WorkState::assigned || split.work.state == domain::WorkState::not_started;
  if (is_moved && is_waiting) split.work.state = domain::WorkState::in_progress;
  split.work.percent = percent.value_or(split.work.percent);
  split.work.heard_at = now;
  store::save(writer, actor.agency, split.task.id, split.parts);
  writer.save(split.work, now);
  write_entry(writer, {.task = split.task.id,
                       .at = now,
                       .by = actor,
                       .kind = domain::WorkEntry::Kind::progress,
                       .state = split.work.state,
                       .words = std::move(said),
                       .percent = percent});
  writer.commit();
  ++split.work.version;
  return split.work;
}

void expect_executor_of(const store::Reader& reader, const domain::Actor& actor, const SubTask& part) {
  if (!part.executor) return;
  const auto user = reader.find_user(actor.agency, *part.executor);
  const bool may = user && !user->disabled_at && (user->role == Role::unit_head || user->role == Role::officer) && user->unit == part.unit;
  if (!may) throw Error(ErrorCode::invalid, "executor_of_other_unit");
}

// As it was but for its share.
SubTask kept(const SubTask& before, const SubTask& wanted) {
  SubTask part = before;
  part.share = wanted.share;
  return part;
}

// Each part as it is wanted, on top of what is known of it.
std::vector<SubTask> merged(const std::vector<SubTask>& before, std::vector<SubTask> wanted, domain::TaskId task, Instant now) {
  std::map<domain::SubTaskId, SubTask> known;
  for (const auto& part : before) known.emplace(part.id, part);
  for (auto& part : wanted) {
    part.task = task;
    if (!part.id) {
      part.id = domain::SubTaskId::make(now);
      continue;
    }
    const auto found = known.find(part.id);
    if (found == known.end()) throw Error(ErrorCode::not_found, "sub_task_not_found");
    if (found->second.state != SubTaskState::open) part = kept(found->second, part);
    known.erase(found);
  }
  for (const auto& [id, part] : known)
    if (part.state != SubTaskState::open) throw Error(ErrorCode::conflict, "sub_task_not_open", {part.words});
  return wanted;
}

const char* said_of(SubTaskMove move) {
  switch (move) {
    case SubTaskMove::report:
      return "Báo cáo xong phần: ";
    case SubTaskMove::close:
      return "Xác nhận xong phần: ";
    case SubTaskMove::send_back:
      return "Trả lại phần: ";
    case SubTaskMove::waive:
      return "Miễn phần: ";
    case SubTaskMove::reopen:
      break;
  }
  return "Mở lại phần: ";
}

}  // namespace

bool may_split(const store::Reader& reader, const domain::Actor& actor, const Task& task, const Work& work, Date today) {
  if (!domain::is_open(work.state)) return false;
  if (standing(reader, actor, task, work, today).is_assigner) return true;
  const auto user = reader.find_user(actor.agency, actor.user);
  return user && user->role == Role::unit_head && user->unit && std::ranges::count(task.lead_units, *user->unit) > 0;
}

bool is_ones_own(const store::Reader& reader, const domain::Actor& actor, const SubTask& part) {
  const auto user = reader.find_user(actor.agency, actor.user);
  if (!user) return !actor.user;  // the operator at the machine
  if (user->role == Role::office || part.executor == user->id) return true;
  if (user->role != Role::unit_head && user->role != Role::officer) return false;
  const bool is_of_unit = user->unit && *user->unit == unit_today(*reader.names(actor.agency), part.unit);
  return is_of_unit && (user->role == Role::unit_head || !part.executor);
}

std::vector<SubTaskMove> moves_for(const store::Reader& reader, const domain::Actor& actor, const Task& task, const Work& work,
                                   const SubTask& part, Date today) {
  std::vector<SubTaskMove> moves;
  if (!domain::is_open(work.state)) return moves;
  const Split split{task, work, {}};
  for (const auto& rule : domain::sub_task_rules()) {
    const bool is_own_report = rule.by_another && part.reported_by == actor.user;
    if (rule.from == part.state && !is_own_report && is_doer(reader, actor, split, part, rule.by, today)) moves.push_back(rule.move);
  }
  return moves;
}

Work split_task(store::Store& store, const domain::Actor& actor, domain::TaskId id, int version, std::vector<SubTask> parts, Instant now) {
  auto writer = store.begin();
  Split split = split_of(writer, actor, id, version);
  if (!may_split(writer, actor, split.task, split.work, local_date(now))) throw Error(ErrorCode::forbidden, "not_yours_to_do");
  const auto names = writer.names(actor.agency);
  for (auto& part : parts) {
    part.words = collapse_blanks(nfc(part.words));
    part.unit = unit_today(*names, part.unit);
    if (!names->find_unit(part.unit)) throw Error(ErrorCode::not_found, "unit_not_found");
    expect_executor_of(writer, actor, part);
  }
  split.parts = merged(split.parts, std::move(parts), id, now);
  domain::check_split(split.parts, split.work.due_on);
  std::string said = split.parts.empty() ? "Không chia phần nữa." : "Chia thành " + std::to_string(split.parts.size()) + " phần.";
  const bool was_begun = is_begun(split.parts);
  return saved(writer, actor, std::move(split), was_begun, std::move(said), now);
}

Work move_sub_task(store::Store& store, const domain::Actor& actor, domain::TaskId id, int version, domain::SubTaskId wanted,
                   SubTaskMove move, std::string_view words, Instant now) {
  auto writer = store.begin();
  Split split = split_of(writer, actor, id, version);
  const auto part = std::ranges::find(split.parts, wanted, &SubTask::id);
  if (part == split.parts.end()) throw Error(ErrorCode::not_found, "sub_task_not_found");
  const auto& rule = domain::sub_task_rule(part->state, move, words);
  if (!is_doer(writer, actor, split, *part, rule.by, local_date(now))) throw Error(ErrorCode::forbidden, "not_yours_to_do");
  if (rule.by_another && part->reported_by == actor.user) throw Error(ErrorCode::forbidden, "own_report");
  if (code_points(words) > domain::longest_sub_task) throw Error(ErrorCode::invalid, "bad_field", {"words"});
  part->state = rule.to;
  part->said = collapse_blanks(nfc(words));
  part->moved_at = now;
  if (move == SubTaskMove::report) {
    part->reported_by = actor.user;
    part->reported_name = actor.name;
  }
  std::string said = said_of(move) + part->words + "." + (part->said.empty() ? "" : " " + part->said);
  return saved(writer, actor, std::move(split), true, std::move(said), now);
}

void expect_settled(const store::Reader& reader, domain::AgencyId agency, domain::TaskId task) {
  const auto open = domain::count_unsettled(store::sub_tasks(reader, agency, task));
  if (open > 0) throw Error(ErrorCode::conflict, "sub_tasks_open", {std::to_string(open)});
}

int hand_over_sub_tasks(store::Writer& writer, const domain::Actor& actor, domain::UserId from, domain::UserId to, Instant now) {
  const auto receiver = writer.find_user(actor.agency, to);
  std::map<domain::TaskId, int> by_task;
  for (const auto& part : store::unsettled_sub_tasks(writer, actor.agency))
    if (part.executor == from) ++by_task[part.task];
  int handed = 0;
  for (const auto& [task, count] : by_task) {
    auto parts = store::sub_tasks(writer, actor.agency, task);
    const Split split{writer.task(actor.agency, task), writer.work(actor.agency, task), {}};
    for (auto& part : parts) {
      if (part.executor != from || domain::is_settled(part)) continue;
      const bool may = is_ones_own(writer, actor, part) || may_split(writer, actor, split.task, split.work, local_date(now));
      if (!may) throw Error(ErrorCode::forbidden, "not_yours_to_do");
      part.executor = to;
      expect_executor_of(writer, actor, part);
    }
    store::save(writer, actor.agency, task, parts);
    write_entry(writer, {.task = task,
                         .at = now,
                         .by = actor,
                         .kind = domain::WorkEntry::Kind::assignment,
                         .state = split.work.state,
                         .words = "Bàn giao " + std::to_string(count) + " phần việc cho " +
                                  (receiver->full_name.empty() ? receiver->name : receiver->full_name)});
    handed += count;
  }
  return handed;
}

std::multimap<domain::TaskId, SubTask> open_parts(const store::Reader& reader, domain::AgencyId agency) {
  std::multimap<domain::TaskId, SubTask> parts;
  for (auto& part : store::unsettled_sub_tasks(reader, agency))
    if (part.state == domain::SubTaskState::open) parts.emplace(part.task, std::move(part));
  return parts;
}

store::TaskAtWork as_task(const store::TaskAtWork& whole, const SubTask& part) {
  store::TaskAtWork at = whole;
  at.task.title = sentence(Language::vi, "digest.part", {part.words, whole.task.title});
  at.task.lead_units = {part.unit};
  // A part rests while its task does.
  if (whole.work.state != domain::WorkState::paused && whole.work.state != domain::WorkState::refused)
    at.work.state = domain::WorkState::in_progress;
  at.work.executor = part.executor;
  at.work.due_on = domain::due_day(part, whole.work.due_on);
  at.work.heard_at = part.moved_at;
  return at;
}

}  // namespace tiendo::actions

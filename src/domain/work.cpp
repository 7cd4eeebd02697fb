#include "domain/work.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"

namespace tiendo::domain {
namespace {

using enum WorkState;
using enum WorkMove;
using enum Doer;

constexpr bool reason = true;
constexpr bool plain = false;

constexpr auto rules = std::to_array<WorkRule>({
    {take_on, assigned, not_started, executor, plain},
    {refuse, assigned, refused, executor, reason},
    {refuse, not_started, refused, executor, reason},
    {assign_anew, refused, assigned, assigner, plain},

    {begin, assigned, in_progress, executor, plain},
    {begin, not_started, in_progress, executor, plain},
    {begin, sent_back, in_progress, executor, plain},
    {begin, signing, in_progress, executor, plain},  // the draft came back from the signer's desk
    {send_for_signature, in_progress, signing, executor, plain},
    {send_for_signature, sent_back, signing, executor, plain},

    {report, assigned, awaiting_confirmation, executor, plain},
    {report, not_started, awaiting_confirmation, executor, plain},
    {report, in_progress, awaiting_confirmation, executor, plain},
    {report, signing, awaiting_confirmation, executor, plain},
    {report, sent_back, awaiting_confirmation, executor, plain},
    {confirm, awaiting_confirmation, completed, confirmer, plain},
    {send_back, awaiting_confirmation, sent_back, confirmer, reason},
    {send_back, completed, sent_back, confirmer, reason},

    {pause, assigned, paused, assigner, reason},
    {pause, not_started, paused, assigner, reason},
    {pause, in_progress, paused, assigner, reason},
    {pause, signing, paused, assigner, reason},
    {pause, sent_back, paused, assigner, reason},
    {resume, paused, in_progress, assigner, plain},

    {stop, assigned, stopped, assigner, reason},
    {stop, not_started, stopped, assigner, reason},
    {stop, in_progress, stopped, assigner, reason},
    {stop, signing, stopped, assigner, reason},
    {stop, sent_back, stopped, assigner, reason},
    {stop, refused, stopped, assigner, reason},
    {stop, paused, stopped, assigner, reason},
});

constexpr std::array state_names{"assigned",  "not_started", "in_progress", "signing", "awaiting_confirmation",
                                 "completed", "sent_back",   "refused",     "paused",  "stopped"};
constexpr std::array move_names{"take_on",   "refuse", "assign_anew", "begin", "send_for_signature", "report", "confirm",
                                "send_back", "pause",  "resume",      "stop"};

constexpr std::array kind_names{"move", "progress", "no_news", "assignment", "extension"};

template <class Value, std::size_t size>
std::optional<Value> find_named(const std::array<const char*, size>& names, std::string_view name) {
  const auto found = std::ranges::find(names, name, [](const char* known) { return std::string_view(known); });
  if (found == names.end()) return std::nullopt;
  return static_cast<Value>(found - names.begin());
}

}  // namespace

std::span<const WorkRule> work_rules() {
  return rules;
}

const WorkRule* find_work_rule(WorkState from, WorkMove move) {
  const auto found = std::ranges::find_if(rules, [&](const WorkRule& rule) { return rule.from == from && rule.move == move; });
  return found == rules.end() ? nullptr : &*found;
}

const WorkRule& work_rule(WorkState from, WorkMove move, std::string_view why) {
  const WorkRule* found = find_work_rule(from, move);
  if (!found) throw Error(ErrorCode::conflict, "work_move_not_possible", {name_of(from), name_of(move)});
  if (found->needs_reason && collapse_blanks(why).empty()) throw Error(ErrorCode::invalid, "reason_missing");
  return *found;
}

bool is_late(const Work& work) {
  return work.completed_on && work.due_on && *work.completed_on > *work.due_on;
}

bool is_first_late(const Work& work) {
  return work.completed_on && work.first_due_on && *work.completed_on > *work.first_due_on;
}

const char* name_of(WorkEntry::Kind kind) {
  return kind_names[static_cast<std::size_t>(kind)];
}

std::optional<WorkEntry::Kind> find_entry_kind(std::string_view name) {
  return find_named<WorkEntry::Kind>(kind_names, name);
}

bool is_open(WorkState state) {
  return state != completed && state != stopped;
}

const char* name_of(WorkState state) {
  return state_names[static_cast<std::size_t>(state)];
}

const char* name_of(WorkMove move) {
  return move_names[static_cast<std::size_t>(move)];
}

std::optional<WorkState> find_work_state(std::string_view name) {
  return find_named<WorkState>(state_names, name);
}

std::optional<WorkMove> find_work_move(std::string_view name) {
  return find_named<WorkMove>(move_names, name);
}

}  // namespace tiendo::domain

#include "domain/sub_task.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "base/error.h"
#include "base/text.h"

namespace tiendo::domain {
namespace {

using enum SubTaskState;
using enum SubTaskMove;
using enum SubTaskDoer;

constexpr bool words = true, plain = false, another = true, anyone = false;

constexpr auto rules = std::to_array<SubTaskRule>({
    {report, open, reported, executor, plain, anyone},
    {close, reported, closed, splitter, plain, another},
    {send_back, reported, open, splitter, words, anyone},
    {waive, open, waived, splitter, words, anyone},
    {waive, reported, waived, splitter, words, anyone},
    {reopen, closed, open, splitter, words, anyone},
    {reopen, waived, open, splitter, plain, anyone},
});

constexpr std::array state_names{"open", "reported", "closed", "waived"};
constexpr std::array move_names{"report", "close", "send_back", "waive", "reopen"};
constexpr int whole = 100;

template <class Value, std::size_t size>
std::optional<Value> find_named(const std::array<const char*, size>& names, std::string_view name) {
  const auto found = std::ranges::find(names, name, [](const char* known) { return std::string_view(known); });
  if (found == names.end()) return std::nullopt;
  return static_cast<Value>(found - names.begin());
}

int sum_of(std::span<const SubTask> parts, SubTaskState state) {
  return std::accumulate(parts.begin(), parts.end(), 0,
                         [&](int sum, const SubTask& part) { return part.state == state ? sum + part.share : sum; });
}

}  // namespace

std::span<const SubTaskRule> sub_task_rules() {
  return rules;
}

const SubTaskRule* find_sub_task_rule(SubTaskState from, SubTaskMove move) {
  const auto found = std::ranges::find_if(rules, [&](const auto& rule) { return rule.from == from && rule.move == move; });
  return found == rules.end() ? nullptr : &*found;
}

const SubTaskRule& sub_task_rule(SubTaskState from, SubTaskMove move, std::string_view said) {
  const auto* found = find_sub_task_rule(from, move);
  if (!found) throw Error(ErrorCode::conflict, "sub_task_move_not_possible", {name_of(from), name_of(move)});
  if (found->needs_words && collapse_blanks(said).empty()) throw Error(ErrorCode::invalid, "reason_missing");
  return *found;
}

void check_split(std::span<const SubTask> parts, std::optional<Date> task_due_on) {
  if (parts.empty()) return;
  if (parts.size() > most_sub_tasks) throw Error(ErrorCode::invalid, "bad_field", {"items"});
  int sum = 0;
  for (const SubTask& part : parts) {
    if (part.words.empty() || code_points(part.words) > longest_sub_task) throw Error(ErrorCode::invalid, "bad_field", {"words"});
    if (part.share < 1 || part.share > whole) throw Error(ErrorCode::invalid, "bad_field", {"share"});
    if (part.due_on && task_due_on && *part.due_on > *task_due_on)
      throw Error(ErrorCode::invalid, "sub_task_after_task", {part.words, vietnamese(*task_due_on)});
    sum += part.share;
  }
  if (sum != whole) throw Error(ErrorCode::invalid, "sub_task_shares", {std::to_string(sum)});
}

bool is_settled(const SubTask& part) {
  return part.state == closed || part.state == waived;
}

std::size_t count_unsettled(std::span<const SubTask> parts) {
  return static_cast<std::size_t>(std::ranges::count_if(parts, [](const SubTask& part) { return !is_settled(part); }));
}

std::optional<int> percent_of(std::span<const SubTask> parts) {
  const int needed =
      std::accumulate(parts.begin(), parts.end(), 0, [](int sum, const SubTask& part) { return sum + part.share; }) - sum_of(parts, waived);
  if (needed <= 0) return std::nullopt;
  return static_cast<int>(std::lround(100.0 * sum_of(parts, closed) / needed));
}

std::optional<Date> due_day(const SubTask& part, std::optional<Date> task_due_on) {
  if (!part.due_on || !task_due_on) return part.due_on ? part.due_on : task_due_on;
  return std::min(*part.due_on, *task_due_on);
}

const char* name_of(SubTaskState state) {
  return state_names[static_cast<std::size_t>(state)];
}

const char* name_of(SubTaskMove move) {
  return move_names[static_cast<std::size_t>(move)];
}

std::optional<SubTaskState> find_sub_task_state(std::string_view name) {
  return find_named<SubTaskState>(state_names, name);
}

std::optional<SubTaskMove> find_sub_task_move(std::string_view name) {
  return find_named<SubTaskMove>(move_names, name);
}

}  // namespace tiendo::domain

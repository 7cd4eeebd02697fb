#include "domain/kept_report.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"

namespace tiendo::domain {
namespace {

using enum ReportState;
using enum ReportMove;
using enum ReportDoer;

constexpr bool reason = true, plain = false, another = true, anyone = false;

constexpr auto rules = std::to_array<ReportMoveRule>({
    {edit, draft, draft, writer, plain, anyone},
    {submit, draft, submitted, sender, plain, anyone},
    {take_back, submitted, draft, sender, plain, anyone},
    {send_back, submitted, draft, approver, reason, another},
    {approve, submitted, approved, approver, plain, another},
    {send_back, approved, draft, approver, reason, anyone},
    {lock, approved, locked, keeper, plain, anyone},
    {unlock, locked, draft, keeper, reason, anyone},
});

constexpr std::array state_names{"draft", "submitted", "approved", "locked"};
constexpr std::array move_names{"edit", "submit", "take_back", "send_back", "approve", "lock", "unlock"};

void expect_short(const std::string& text, const char* field) {
  if (code_points(text) > longest_report_words) throw Error(ErrorCode::invalid, "bad_field", {field});
}

}  // namespace

std::span<const ReportMoveRule> report_move_rules() {
  return rules;
}

const ReportMoveRule* find_report_move_rule(ReportState from, ReportMove move) {
  const auto found = std::ranges::find_if(rules, [&](const auto& rule) { return rule.from == from && rule.move == move; });
  return found == rules.end() ? nullptr : &*found;
}

const ReportMoveRule& report_move_rule(ReportState from, ReportMove move, std::string_view why) {
  const auto* found = find_report_move_rule(from, move);
  if (!found) throw Error(ErrorCode::conflict, "report_move_not_possible", {name_of(from), name_of(move)});
  if (found->needs_reason && collapse_blanks(why).empty()) throw Error(ErrorCode::invalid, "reason_missing");
  return *found;
}

void check(const ReportWords& words) {
  expect_short(words.assessment, "assessment");
  expect_short(words.difficulties, "difficulties");
  expect_short(words.requests, "requests");
  expect_short(words.plans, "plans");
}

const char* name_of(ReportState state) {
  return state_names[static_cast<std::size_t>(state)];
}

const char* name_of(ReportMove move) {
  return move_names[static_cast<std::size_t>(move)];
}

std::optional<ReportState> find_report_state(std::string_view name) {
  const auto found = std::ranges::find(state_names, name, [](const char* known) { return std::string_view(known); });
  if (found == state_names.end()) return std::nullopt;
  return static_cast<ReportState>(found - state_names.begin());
}

}  // namespace tiendo::domain

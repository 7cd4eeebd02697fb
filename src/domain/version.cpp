#include "domain/version.h"

#include <algorithm>
#include <array>

#include "base/error.h"

namespace tiendo::domain {
namespace {

using enum Stage;
using enum StageMove;
using enum Right;

constexpr bool words = true, no_words = false, decision = true, no_decision = false, keeps = true, keeps_nothing = false;

constexpr auto rules = std::to_array<StageRule>({
    {send, draft, consulted, edit_programmes, no_words, no_decision, keeps},
    {send, consulted, consulted, edit_programmes, no_words, no_decision, keeps},
    {withdraw, consulted, draft, edit_programmes, words, no_decision, keeps_nothing},

    {submit, draft, submitted, edit_programmes, no_words, no_decision, keeps},
    {submit, consulted, submitted, edit_programmes, no_words, no_decision, keeps},
    {withdraw, submitted, draft, edit_programmes, words, no_decision, keeps_nothing},
    {send_back, submitted, draft, decide, words, no_decision, keeps_nothing},
    {approve, submitted, approved, decide, no_words, no_decision, keeps_nothing},
    {send_back, approved, draft, decide, words, no_decision, keeps_nothing},

    {issue, approved, issued, edit_programmes, no_words, decision, keeps},
    {record_issue, draft, issued, edit_programmes, no_words, decision, keeps},
    {amend, issued, amended, edit_programmes, words, decision, keeps},
    {amend, amended, amended, edit_programmes, words, decision, keeps},
});

constexpr std::array stage_names{"draft", "consulted", "submitted", "approved", "issued", "amended"};
constexpr std::array move_names{"send", "withdraw", "submit", "send_back", "approve", "issue", "record_issue", "amend"};

template <class Value, std::size_t size>
std::optional<Value> find_named(const std::array<const char*, size>& names, std::string_view name) {
  const auto found = std::ranges::find(names, name, [](const char* known) { return std::string_view(known); });
  if (found == names.end()) return std::nullopt;
  return static_cast<Value>(found - names.begin());
}

}  // namespace

std::span<const StageRule> stage_rules() {
  return rules;
}

const StageRule* find_stage_rule(Stage from, StageMove move) {
  const auto found = std::ranges::find_if(rules, [&](const StageRule& rule) { return rule.from == from && rule.move == move; });
  return found == rules.end() ? nullptr : &*found;
}

const StageRule& stage_rule(Stage from, StageMove move) {
  if (const auto* rule = find_stage_rule(from, move)) return *rule;
  throw Error(ErrorCode::conflict, "stage_move_not_possible", {name_of(from), name_of(move)});
}

bool is_being_drafted(Stage stage) {
  return stage == draft || stage == consulted;
}

bool is_in_force(Stage stage) {
  return stage == issued || stage == amended;
}

const char* name_of(Stage stage) {
  return stage_names[static_cast<std::size_t>(stage)];
}

const char* name_of(StageMove move) {
  return move_names[static_cast<std::size_t>(move)];
}

std::optional<Stage> find_stage(std::string_view name) {
  return find_named<Stage>(stage_names, name);
}

std::optional<StageMove> find_stage_move(std::string_view name) {
  return find_named<StageMove>(move_names, name);
}

}  // namespace tiendo::domain

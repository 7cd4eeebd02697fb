#include "domain/letter.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"

namespace tiendo::domain {
namespace {

using enum LetterState;
using enum LetterMove;
using enum LetterDoer;

constexpr bool reason = true, plain = false;

constexpr auto rules = std::to_array<LetterRule>({
    {edit, drafted, drafted, office, plain},
    {issue, drafted, issued, office, plain},
    {withdraw, drafted, withdrawn, office, plain},
    {answer, issued, answered, unit, plain},
    {answer, answered, answered, unit, plain},  // the unit adds to what it said
    {ask_again, answered, issued, office, reason},
    {withdraw, issued, withdrawn, office, reason},
});

constexpr std::array kind_names{"urging", "explanation"};
constexpr std::array state_names{"drafted", "issued", "answered", "withdrawn"};
constexpr std::array move_names{"edit", "issue", "answer", "ask_again", "withdraw"};

template <class Value, std::size_t size>
std::optional<Value> find_named(const std::array<const char*, size>& names, std::string_view name) {
  const auto found = std::ranges::find(names, name, [](const char* known) { return std::string_view(known); });
  if (found == names.end()) return std::nullopt;
  return static_cast<Value>(found - names.begin());
}

void expect_at_most(const std::string& text, std::size_t most, const char* field) {
  if (code_points(text) > most) throw Error(ErrorCode::invalid, "bad_field", {field});
}

void expect_written(const std::string& text, std::size_t most, const char* field) {
  if (text.empty()) throw Error(ErrorCode::invalid, "bad_field", {field});
  expect_at_most(text, most, field);
}

}  // namespace

std::span<const LetterRule> letter_rules() {
  return rules;
}

const LetterRule* find_letter_rule(LetterState from, LetterMove move) {
  const auto found = std::ranges::find_if(rules, [&](const LetterRule& rule) { return rule.from == from && rule.move == move; });
  return found == rules.end() ? nullptr : &*found;
}

const LetterRule& letter_rule(LetterState from, LetterMove move, std::string_view why) {
  const LetterRule* found = find_letter_rule(from, move);
  if (!found) throw Error(ErrorCode::conflict, "letter_move_not_possible", {name_of(from), name_of(move)});
  if (found->needs_reason && collapse_blanks(why).empty()) throw Error(ErrorCode::invalid, "reason_missing");
  return *found;
}

void check(const LetterForm& form) {
  expect_at_most(form.superior, longest_letter_name, "superior");
  expect_written(form.issuer, longest_letter_name, "issuer");
  expect_written(form.place, longest_letter_name, "place");
  expect_at_most(form.symbol, longest_letter_symbol, "symbol");
  expect_written(form.subject, longest_letter_subject, "subject");
  expect_written(form.basis, longest_letter_words, "basis");
  expect_at_most(form.words, longest_letter_words, "words");
  expect_at_most(form.capacity, longest_letter_capacity, "capacity");
  expect_at_most(form.signer, longest_letter_signer, "signer");
  expect_at_most(form.recipients, longest_letter_recipients, "recipients");
  const bool is_allowed = form.answer_days >= fewest_letter_days && form.answer_days <= most_letter_days;
  if (!is_allowed) throw Error(ErrorCode::invalid, "bad_field", {"answer_days"});
}

bool is_overdue(const Letter& letter, Date today) {
  return letter.state == issued && letter.answer_due && *letter.answer_due < today;
}

bool was_answered_late(const Letter& letter) {
  return letter.state == answered && letter.answer_due && letter.answered_on && *letter.answered_on > *letter.answer_due;
}

std::string printed_number(std::string_view number) {
  return number.size() == 1 && number[0] >= '1' && number[0] <= '9' ? "0" + std::string(number) : std::string(number);
}

LetterHead letter_head_of(std::string_view agency_name) {
  const std::string name(agency_name);
  if (name.starts_with("Sở "))
    for (const std::string_view level : {" tỉnh ", " thành phố "}) {
      const auto at = name.rfind(level);
      if (at == std::string::npos) continue;
      return {"UBND" + name.substr(at), name.substr(0, at), name.substr(at + level.size())};
    }
  return {"", name, ""};
}

const char* name_of(LetterKind kind) {
  return kind_names[static_cast<std::size_t>(kind)];
}

const char* name_of(LetterState state) {
  return state_names[static_cast<std::size_t>(state)];
}

const char* name_of(LetterMove move) {
  return move_names[static_cast<std::size_t>(move)];
}

std::optional<LetterKind> find_letter_kind(std::string_view name) {
  return find_named<LetterKind>(kind_names, name);
}

std::optional<LetterState> find_letter_state(std::string_view name) {
  return find_named<LetterState>(state_names, name);
}

}  // namespace tiendo::domain

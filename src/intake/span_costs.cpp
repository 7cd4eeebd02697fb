#include "intake/span_costs.h"

#include <algorithm>
#include <cmath>

#include "intake/value.h"

namespace tiendo::intake {
namespace {

constexpr std::size_t most_cuts = 400;  // in one span; more are thinned to the line breaks
constexpr int most_value_words = 40;    // longer cells do not repeat
constexpr double odd_bracket = 3.5, odd_quotes = 3.0, bare_kind = 6.0, odd_end = 2.5;

}  // namespace

SpanCosts::SpanCosts(const Lines& in, const Model& model, Span span, bool goes_on, const Model::Own& own)
    : in_(in), model_(model), span_(span), goes_on_(goes_on), own_(own) {
  find_cuts();
  add_up();
  find_known_values();
}

void SpanCosts::find_cuts() {
  at_.push_back(span_.first);
  for (int word = span_.first + 1; word < span_.end; ++word) {
    if (model_.may_cut(word)) at_.push_back(word);
  }
  if (at_.size() > most_cuts) {
    std::erase_if(at_, [&](int word) { return word != span_.first && in_.words[static_cast<std::size_t>(word)].gap < Gap::line; });
    if (at_.size() > most_cuts) at_.resize(most_cuts);
  }
  at_.push_back(span_.end);
}

void SpanCosts::add_up() {
  const auto n = static_cast<std::size_t>(span_.end - span_.first);
  keep_.resize(n + 1);
  place_.resize(n + 1);
  brackets_.resize(n + 1);
  quotes_.resize(n + 1);
  value_.resize(n + 1);
  power_.assign(n + 1, 1);
  word_.resize(columns() * (n + 1));
  break_.resize(columns() * (n + 1));
  for (std::size_t i = 0; i < n; ++i) {
    const int word = span_.first + static_cast<int>(i);
    const Spelling& spelling = in_.spelling(word);
    const bool new_line = i > 0 && in_.words[static_cast<std::size_t>(word)].line != in_.words[static_cast<std::size_t>(word) - 1].line;
    if (i > 0) keep_[i] = keep_[i - 1] + model_.keep(word);
    const double before = i == 0 || new_line ? 0 : place_[i] + blank_width;
    place_[i + 1] = before + spelling.width;
    brackets_[i + 1] = brackets_[i] + spelling.brackets;
    quotes_[i + 1] = static_cast<char>(quotes_[i] ^ (spelling.odd_quotes ? 1 : 0));
    value_[i + 1] = value_[i] * value_base + spelling.hash;
    power_[i + 1] = power_[i] * value_base;
    for (std::size_t column = 0; column < columns(); ++column) {
      const auto row = column * (n + 1);
      word_[row + i + 1] = word_[row + i] + model_.word(column, word);
      break_[row + i + 1] = break_[row + i];
      if (new_line) break_[row + i + 1] += model_.breaks(column, place_[i], word) + model_.fits(column, place_[i]);
    }
  }
}

void SpanCosts::find_known_values() {
  known_.resize(cuts() * cuts());
  for (std::size_t from = 0; from < cuts(); ++from) {
    for (std::size_t to = from + 1; to < cuts() && at_[to] - at_[from] <= most_value_words; ++to)
      known_[from * cuts() + to] = model_.find_value(value(from, to));
  }
}

std::uint64_t SpanCosts::value(std::size_t from, std::size_t to) const {
  const auto first = index(at_[from]), end = index(at_[to]);
  return value_[end] - value_[first] * power_[end - first];
}

// What the line breaks inside a cell say, given how wide the column is.
double SpanCosts::lines(std::size_t column, int first, int end) const {
  const auto row = column * (static_cast<std::size_t>(span_.end - span_.first) + 1);
  const int line = in_.words[static_cast<std::size_t>(first)].line;
  const double start = place_[index(first) + 1] - in_.spelling(first).width;
  if (in_.words[static_cast<std::size_t>(end) - 1].line == line) return model_.fits(column, place_[index(end)] - start);
  const int next = std::min(in_.lines[static_cast<std::size_t>(line)].end, end);
  const double part = place_[index(next)] - start;
  const double inner = break_[row + index(end)] - break_[row + index(next) + 1];
  return model_.breaks(column, part, next) + model_.fits(column, part) + inner + model_.fits(column, place_[index(end)]);
}

double SpanCosts::cell(std::size_t column, std::size_t from, std::size_t to) const {
  if (from == to) return goes_on_ ? 0.1 : model_.empty(column);
  const int first = at_[from], end = at_[to];
  const auto row = column * (static_cast<std::size_t>(span_.end - span_.first) + 1);
  double out = goes_on_ ? 0.5 : model_.filled(column);
  if (from > 0) out += model_.cut(first);
  out += kept(first, end) + lines(column, first, end);
  const auto a = index(first), b = index(end);
  if (brackets_[a] != brackets_[b]) out += odd_bracket;
  if (quotes_[a] != quotes_[b]) out += odd_quotes;
  if (model_.is_bare_kind(first, end)) out += bare_kind;
  if (in_.spelling(end - 1).ends_list) out += odd_end;
  double read = word_[row + b] - word_[row + a] + model_.length(column, end - first);
  if (column > 0 && !(goes_on_ && from == 0)) read += model_.begins(column, first);
  if (const Model::Known known = known_[from * cuts() + to]) read = std::min(read, model_.known(column, known, end - first, own_));
  return out + read;
}

}  // namespace tiendo::intake

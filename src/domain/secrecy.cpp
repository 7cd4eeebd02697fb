#include "domain/secrecy.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "domain/tokens.h"

namespace tiendo::domain {
namespace {

const WordSet secret{"mật"}, top{"tối"}, absolute{"tuyệt"}, degree{"độ"};

struct Mark {
  std::string text;
  std::size_t length = 0;  // in tokens
  bool in_capitals = false;
};

std::optional<Mark> mark_at(const std::vector<Token>& in, std::size_t at) {
  if (at >= in.size()) return std::nullopt;
  if (secret.has(in[at])) return Mark{"MẬT", 1, in[at].is_capitals};
  const bool two = at + 1 < in.size() && secret.has(in[at + 1]) && !in[at + 1].after_break;
  const bool in_capitals = two && in[at].is_capitals && in[at + 1].is_capitals;
  if (two && top.has(in[at])) return Mark{"TỐI MẬT", 2, in_capitals};
  if (two && absolute.has(in[at])) return Mark{"TUYỆT MẬT", 2, in_capitals};
  return std::nullopt;
}

bool opens_bracket(const Token& token) {
  return token.is("(") || token.is("[");
}
bool closes_bracket(const Token& token) {
  return token.is(")") || token.is("]");
}

// Text readers keep a stamp beside the letterhead on one line, parted by many blanks or tabs.
bool wide_gap(std::string_view text, std::size_t from, std::size_t to) {
  const auto gap = text.substr(from, to - from);
  return gap.find('\t') != gap.npos || gap.find('\n') != gap.npos || code_points(gap) >= 3;
}

bool stands_alone(std::string_view text, const std::vector<Token>& in, std::size_t first, std::size_t end) {
  const auto is_frame = [](const Token& token) { return token.kind == Token::Kind::mark && !token.is(",") && !token.is(":"); };
  while (first > 0 && is_frame(in[first - 1]) && !in[first].after_break) --first;
  while (end < in.size() && is_frame(in[end]) && !in[end].after_break) ++end;
  const bool before = first == 0 || wide_gap(text, in[first - 1].place.to, in[first].place.from);
  const bool after = end == in.size() || wide_gap(text, in[end - 1].place.to, in[end].place.from);
  return before && after;
}

bool in_brackets(const std::vector<Token>& in, std::size_t first, std::size_t end) {
  return first > 0 && end < in.size() && opens_bracket(in[first - 1]) && closes_bracket(in[end]);
}

// "Độ mật: Tối mật", "Mức độ mật: MẬT", but not "Độ mật: theo quy định".
bool after_label(const std::vector<Token>& in, std::size_t first, std::size_t end) {
  const bool label = first >= 3 && in[first - 1].is(":") && secret.has(in[first - 2]) && degree.has(in[first - 3]);
  return label && (end == in.size() || in[end].after_break || !in[end].is_word());
}

std::optional<std::string> find_mark(std::string_view text) {
  const auto in = tokens(text);
  for (std::size_t at = 0; at < in.size(); ++at) {
    const auto mark = mark_at(in, at);
    if (!mark) continue;
    const auto end = at + mark->length;
    if ((mark->in_capitals && stands_alone(text, in, at, end)) || in_brackets(in, at, end) || after_label(in, at, end)) {
      return mark->text;
    }
    at = end - 1;
  }
  return std::nullopt;
}

}  // namespace

// Only lines with the word are looked at, each with the line before (its label) and after.
std::optional<std::string> find_secret_mark(std::string_view text) {
  const auto line_before = [&](std::size_t at) { return at == 0 ? text.npos : text.rfind('\n', at - 1); };
  for (std::size_t at = 0; at < text.size();) {
    const auto hit = std::min(text.find("ẬT", at), text.find("ật", at));
    if (hit == text.npos) return std::nullopt;
    const auto start = line_before(hit);
    const auto first = start == text.npos ? 0 : line_before(start) == text.npos ? 0 : line_before(start) + 1;
    const auto end = std::min(text.find('\n', hit), text.size());
    const auto last = std::min(text.find('\n', end + 1), text.size());
    if (const auto mark = find_mark(text.substr(first, last - first))) return mark;
    at = end;
  }
  return std::nullopt;
}

}  // namespace tiendo::domain

#include "intake/headings.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "domain/tokens.h"

namespace tiendo::intake {
namespace {

using Tokens = std::vector<domain::Token>;

const domain::WordSet month_word{"tháng"}, quarter_word{"quý", "quí"}, year_word{"năm"}, task_word{"nhiệm"}, work_word{"việc", "vụ"};

int number(const Tokens& in, std::size_t at) {
  return at < in.size() && in[at].is_number() ? domain::whole(in[at].text) : -1;
}

// "/2025", "năm 2025", "-2025" may follow; returns the place after it.
std::size_t after_year(const Tokens& in, std::size_t at) {
  std::size_t next = at;
  if (next < in.size() && (in[next].is("/") || in[next].is("-") || year_word.has(in[next]))) ++next;
  return next > at && number(in, next) > 1900 ? next + 1 : at;
}

std::optional<int> quarter_at(const Tokens& in, std::size_t at) {
  if (at + 1 >= in.size() || !quarter_word.has(in[at])) return std::nullopt;
  const int value = in[at + 1].is_number() ? domain::whole(in[at + 1].text) : domain::roman(in[at + 1].text);
  return value >= 1 && value <= 4 ? std::optional(value) : std::nullopt;
}

std::optional<int> month_at(const Tokens& in, std::size_t at) {
  if (at + 1 >= in.size() || !month_word.has(in[at])) return std::nullopt;
  const int value = number(in, at + 1);
  return value >= 1 && value <= 12 ? std::optional(value) : std::nullopt;
}

// "(96 nhiệm vụ)" at the end.
std::optional<int> declared(const Tokens& in, std::size_t& cut) {
  for (std::size_t at = 0; at + 1 < in.size(); ++at) {
    const int value = number(in, at);
    if (value < 0 || !(task_word.has(in[at + 1]) || work_word.has(in[at + 1]))) continue;
    const bool in_bracket = at > 0 && (in[at - 1].is("(") || in[at - 1].is(":"));
    if (!in_bracket) continue;
    cut = in[at - 1].place.from;
    return value;
  }
  return std::nullopt;
}

std::string without_marks(std::string text) {
  std::erase(text, '*');
  return collapse_blanks(text);
}

bool begins_lower(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  const std::string_view letter = text.substr(0, end);
  return upper(letter) != letter;
}

struct Id {
  std::string text;
  std::size_t end = 0;  // bytes
};

// "I", "II.", "A.", "B)", "Phần I" is none: the id must be followed by words.
std::optional<Id> find_id(std::string_view text) {
  const auto blank = text.find(' ');
  std::string_view first = text.substr(0, blank);
  std::size_t end = first.size();
  const auto dot = first.find_first_of(".)/");
  const bool pointed = dot != first.npos;
  if (pointed && dot + 1 < first.size()) {
    if (value_of_roman(first.substr(0, dot)) == 0) return std::nullopt;
    end = dot + 1;
  }
  const std::string_view id = first.substr(0, std::min(dot, first.size()));
  const bool roman = value_of_roman(id) > 0;
  const bool letter = id.size() == 1 && id[0] >= 'A' && id[0] <= 'H' && pointed;
  if (!roman && !letter) return std::nullopt;
  while (end < text.size() && (text[end] == ' ' || text[end] == '.' || text[end] == '-')) ++end;
  if (end >= text.size() || begins_lower(text.substr(end))) return std::nullopt;
  return Id{std::string(id), end};
}

// Most lines are no headings: told by their first word, before anything is taken apart.
bool may_name_a_period(std::string_view text) {
  const std::string first = search_key(text.substr(0, text.find(' ')));
  return first.starts_with("thang") || first.starts_with("qu");
}

}  // namespace

int value_of_roman(std::string_view text) {
  if (text.empty() || text.size() > 6) return 0;
  if (text.find_first_not_of("IVXL") != text.npos) return 0;
  return domain::roman(text);
}

std::optional<int> month_that_begins(std::string_view text) {
  const auto in = domain::tokens(text);
  const auto month = month_at(in, 0);
  if (!month || (in.size() > 2 && (in[2].is(",") || in[2].is("-")))) return std::nullopt;
  return month;
}

std::optional<Heading> find_heading(std::string_view raw) {
  const std::string text = without_marks(std::string(raw));
  if (text.empty() || text.size() > 600) return std::nullopt;
  Heading out;
  const auto id = find_id(text);
  if (!id && !may_name_a_period(text)) return std::nullopt;
  std::string rest = id ? text.substr(id->end) : text;
  std::size_t cut = rest.size();
  out.declared_tasks = declared(domain::tokens(rest), cut);
  rest = collapse_blanks(rest.substr(0, cut));
  if (rest.empty()) return std::nullopt;
  const auto in = domain::tokens(rest);
  out.text = rest;
  out.quarter = quarter_at(in, 0);
  out.month = month_at(in, 0);
  const auto ends_at = [&](std::size_t at) {
    at = after_year(in, at);
    return at == in.size() || (at + 1 == in.size() && (in[at].is(":") || in[at].is(".")));
  };
  if (out.month && !ends_at(2)) out.month.reset();
  if (out.quarter && !ends_at(2)) out.quarter.reset();
  if (out.month) out.quarter = (*out.month - 1) / 3 + 1;
  if (id) out.id = id->text;
  if (id)
    out.kind = Heading::Kind::section;
  else if (out.month)
    out.kind = Heading::Kind::month;
  else if (out.quarter)
    out.kind = Heading::Kind::quarter;
  else
    return std::nullopt;
  return out;
}

}  // namespace tiendo::intake

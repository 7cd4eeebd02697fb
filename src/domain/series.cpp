#include "domain/series.h"

#include "base/hash.h"
#include "domain/tokens.h"
#include "domain/written_date.h"

namespace tiendo::domain {
namespace {

constexpr std::size_t key_digits = 15;  // hexadecimal: fits a number of 64 bits, above zero

const WordSet varying{"tháng", "quý", "quí", "số", "đợt", "lần", "kỳ", "khóa", "phiên", "tuần", "thứ"};
// "khoảng 1.200", "ít nhất 02": how a quantity is meant varies with it.
const PhraseSet about{"khoảng", "ít nhất", "tối thiểu", "không dưới", "tối đa", "trên", "gần"};
const WordSet year_word{"năm"}, and_word{"và"};

bool is_figure(const Token& token) {
  return token.is_number() || (token.is_capitals && roman(token.text) > 0) || token.is("I") || token.is("V");
}

// "năm 2026": the year of a plan, not of an issue ("số 04/2025") or of a month.
bool is_plan_year(const std::vector<Token>& in, std::size_t at) {
  return at > 0 && year_word.has(in[at - 1]) && in[at].is_number() && is_year(whole(in[at].text));
}

// How many words say here how the figure after them is meant.
std::size_t words_about_figure(const std::vector<Token>& in, std::size_t at) {
  const std::size_t length = about.length_at(in, at);
  return length > 0 && at + length < in.size() && in[at + length].is_number() ? length : 0;
}

}  // namespace

TitleWords series_words(std::string_view title) {
  const auto in = tokens(title);
  TitleWords out;
  for (std::size_t at = 0; at < in.size(); ++at) {
    const auto& token = in[at];
    if (const auto skipped = words_about_figure(in, at)) {
      at += skipped - 1;
      continue;
    }
    const bool before_figure = at + 1 < in.size() && is_figure(in[at + 1]);
    const bool between_figures = at > 0 && before_figure && is_figure(in[at - 1]);
    if (is_plan_year(in, at))
      out.push_back(plain_number(token.text));
    else if (is_figure(token) || token.kind == Token::Kind::mark)
      continue;
    else if ((varying.has(token) && before_figure) || (and_word.has(token) && between_figures))
      continue;
    else
      out.push_back(folded(token));
  }
  return out;
}

std::int64_t series_key(std::string_view title) {
  std::string words;
  for (const auto& word : series_words(title)) words += word + ' ';
  return std::stoll(sha256(words).substr(0, key_digits), nullptr, 16) + 1;
}

std::string plain_number(std::string_view text) {
  auto out = std::to_string(value_of(text));
  out.erase(out.find_last_not_of('0') + 1);
  if (!out.empty() && out.back() == '.') out.pop_back();
  return out;
}

}  // namespace tiendo::domain

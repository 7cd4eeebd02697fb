#include "domain/written_date.h"

namespace tiendo::domain {
namespace {

const WordSet month_word{"tháng"}, year_word{"năm"};

bool is_short(const Token& token) {
  return token.is_number() && token.text.size() <= 2 && whole(token.text) > 0;
}

bool joined(const std::vector<Token>& in, std::size_t at) {
  return !in[at].after_blank;
}

// "21.5.2024" is one number token.
std::optional<WrittenDate> dotted(const Token& token) {
  const auto text = token.text;
  const auto first = text.find('.'), second = text.find('.', first + 1);
  if (first == text.npos || second == text.npos || text.size() - second != 5) return std::nullopt;
  const int day = whole(text.substr(0, first)), month = whole(text.substr(first + 1, second - first - 1)),
            year = whole(text.substr(second + 1));
  if (day < 1 || day > 99 || month < 1 || month > 99 || !is_year(year)) return std::nullopt;
  return WrittenDate{day, month, year, 1};
}

std::optional<WrittenDate> in_words(const std::vector<Token>& in, std::size_t at) {
  if (at + 2 >= in.size() || !month_word.has(in[at + 1]) || !is_short(in[at + 2])) return std::nullopt;
  WrittenDate date{whole(in[at].text), whole(in[at + 2].text), 0, 3};
  if (at + 4 < in.size() && year_word.has(in[at + 3]) && is_year(whole(in[at + 4].text))) {
    date.year = whole(in[at + 4].text);
    date.length = 5;
  }
  return date;
}

std::optional<WrittenDate> in_figures(const std::vector<Token>& in, std::size_t at) {
  if (at + 2 >= in.size()) return std::nullopt;
  const auto& mark = in[at + 1];
  if ((!mark.is("/") && !is_dash(mark)) || !is_short(in[at + 2]) || !joined(in, at + 1)) return std::nullopt;
  WrittenDate date{whole(in[at].text), whole(in[at + 2].text), 0, 3};
  // A line broken inside a date leaves a blank after the mark: "16-6- 2022".
  const bool more = at + 4 < in.size() && in[at + 3].text == mark.text && joined(in, at + 3) && in[at + 4].is_number();
  if (more && is_year(whole(in[at + 4].text))) {
    date.year = whole(in[at + 4].text);
    date.length = 5;
  } else if (more || is_dash(mark) || !joined(in, at + 2)) {
    return std::nullopt;  // "1/2/3" and "11-12" are no dates
  }
  return date;
}

}  // namespace

std::optional<Date> WrittenDate::date(int default_year) const {
  const Date out{std::chrono::year{year ? year : default_year}, std::chrono::month{static_cast<unsigned>(month)},
                 std::chrono::day{static_cast<unsigned>(day)}};
  if ((year == 0 && default_year == 0) || !out.ok()) return std::nullopt;
  return out;
}

std::optional<WrittenDate> date_at(const std::vector<Token>& in, std::size_t at) {
  if (at >= in.size() || !in[at].is_number()) return std::nullopt;
  if (const auto date = dotted(in[at])) return date;
  if (!is_short(in[at])) return std::nullopt;
  const auto date = in_words(in, at);
  return date ? date : in_figures(in, at);
}

std::vector<int> numbers_in(const Token& token) {
  std::vector<int> out;
  if (!token.is_number()) return out;
  for (std::size_t at = 0; at <= token.text.size();) {
    const auto end = std::min(token.text.find_first_of(".,", at), token.text.size());
    out.push_back(whole(token.text.substr(at, end - at)));
    if (out.back() < 0) return {};
    at = end + 1;
  }
  return out;
}

bool is_year(int number) {
  return number >= 1900 && number <= 2200;
}

bool is_dash(const Token& token) {
  return token.is("-") || token.is("–") || token.is("—");
}

}  // namespace tiendo::domain

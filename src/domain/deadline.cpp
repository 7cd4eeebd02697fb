#include "domain/deadline.h"

#include <algorithm>

#include "base/text.h"
#include "domain/written_date.h"

namespace tiendo::domain {
namespace {

using std::chrono::last;

const PhraseSet standing_words{"thường xuyên", "hằng tháng", "hàng tháng", "hằng năm",  "hàng năm",  "hằng quý",
                               "hàng quý",     "hằng tuần",  "hàng tuần",  "hằng ngày", "hàng ngày", "định kỳ",
                               "hằng quí",     "hàng quí",   "liên tục",   "định kì",   "trở đi"};
const PhraseSet before_words{"trước", "trước ngày", "chậm nhất", "muộn nhất"};
const PhraseSet whole_year_words{"cả năm", "trong năm", "cuối năm", "hết năm"};
const WordSet month_word{"tháng", "thg"}, quarter_word{"quý", "quí"}, year_word{"năm"}, day_word{"ngày"}, after_word{"sau"},
    joining{"và", "đến", "tới"}, first_part{"đầu"}, last_part{"cuối"}, era_word{"đoạn", "kỳ"};

struct Reader {
  const std::vector<Token>& in;
  int default_year;

  bool has(std::size_t at, const WordSet& set) const { return at < in.size() && set.has(in[at]); }
  bool mark(std::size_t at, std::string_view text) const { return at < in.size() && in[at].is(text); }
  int number(std::size_t at) const { return at < in.size() && in[at].is_number() ? whole(in[at].text) : -1; }
  std::size_t find(const PhraseSet& phrases) const {
    for (std::size_t at = 0; at < in.size(); ++at) {
      if (phrases.length_at(in, at)) return at;
    }
    return in.size();
  }
};

// The year that the text names somewhere, for parts that name none: "Quý III/2025 (trước 20/9)".
int year_named(const std::vector<Token>& in, int otherwise) {
  for (const auto& token : in) {
    if (token.is_number() && token.text.size() == 4 && is_year(whole(token.text))) return whole(token.text);
  }
  return otherwise;
}

Deadline over(Deadline::Kind kind, Period period) {
  Deadline out;
  out.kind = kind;
  out.period = period;
  return out;
}

std::optional<Deadline> standing(const Reader& text) {
  if (text.find(standing_words) == text.in.size()) return std::nullopt;
  Deadline out;
  out.kind = Deadline::Kind::standing;
  return out;
}

// "6 tháng cuối năm 2025", "9 tháng đầu năm".
std::optional<Deadline> part_of_year(const Reader& text) {
  for (std::size_t at = 0; at + 3 < text.in.size(); ++at) {
    const int months = text.number(at);
    if (months < 1 || months > 12 || !text.has(at + 1, month_word) || !text.has(at + 3, year_word)) continue;
    const std::chrono::year year{text.default_year};
    const auto count = static_cast<unsigned>(months);
    if (text.has(at + 2, first_part))
      return over(Deadline::Kind::span, Period::span(year / 1 / 1, year / std::chrono::month{count} / last));
    if (text.has(at + 2, last_part))
      return over(Deadline::Kind::span, Period::span(year / std::chrono::month{13 - count} / 1, year / 12 / 31));
  }
  return std::nullopt;
}

std::optional<Deadline> by_dates(const Reader& text) {
  std::vector<WrittenDate> dates;
  std::size_t first = 0;
  for (std::size_t at = 0; at < text.in.size();) {
    const auto date = date_at(text.in, at);
    const bool follows_month = at > 0 && text.has(at - 1, month_word);  // "Tháng 8/2025" is no date
    if (!date || follows_month) {
      ++at;
      continue;
    }
    if (dates.empty()) first = at;
    dates.push_back(*date);
    at += date->length;
  }
  if (dates.empty() || (first > 0 && text.has(first - 1, after_word)) || (first > 1 && text.has(first - 2, after_word)))
    return std::nullopt;
  const auto from = dates.front().date(dates.back().year ? dates.back().year : text.default_year),
             to = dates.back().date(text.default_year);
  if (!from || !to || *to < *from) return std::nullopt;
  auto out = over(dates.size() == 1 ? Deadline::Kind::day : Deadline::Kind::span, Period::span(*from, *to));
  out.before = dates.size() == 1 && (before_words.length_before(text.in, first) > 0);
  return out;
}

struct Mention {
  int number = 0, year = 0;
};

// Numbers listed after "Tháng" or "Quý": "11-12/2026", "7, 8 và 9", "III, IV/2025". `value` reads one of them.
template <class Value>
std::vector<Mention> listed(const Reader& text, const WordSet& word, int most, Value value) {
  std::vector<Mention> out;
  for (std::size_t at = 0; at < text.in.size(); ++at) {
    if (!text.has(at, word)) continue;
    for (++at; at < text.in.size(); ++at) {
      const auto& token = text.in[at];
      const bool between = is_dash(token) || token.is(",") || token.is("+") || token.is("&") || token.is(";") || joining.has(token);
      if (between || word.has(token)) continue;
      const bool names_year = !out.empty() && (token.is("/") || is_dash(token) || year_word.has(token));
      if (names_year && is_year(text.number(at + 1))) {
        out.back().year = text.number(++at);
        continue;
      }
      if (!out.empty() && is_year(text.number(at))) {
        out.back().year = text.number(at);
        continue;
      }
      const auto numbers = value(token);
      if (numbers.empty() || std::ranges::any_of(numbers, [&](int number) { return number < 1 || number > most; })) break;
      for (const int number : numbers) out.push_back({number, 0});
    }
  }
  for (std::size_t i = out.size(); i-- > 0;) {
    if (out[i].year == 0) out[i].year = i + 1 < out.size() ? out[i + 1].year : text.default_year;
  }
  return out;
}

std::optional<Deadline> by_months(const Reader& text) {
  auto months = listed(text, month_word, 12, [](const Token& token) { return numbers_in(token); });
  for (const auto& token : text.in) {  // "T7/2025"
    const int month = token.is_word() && token.key.size() <= 3 && token.key[0] == 't' ? whole(token.key.substr(1)) : -1;
    if (month >= 1 && month <= 12) months.push_back({month, text.default_year});
  }
  if (months.empty() && text.in.size() == 3 && text.mark(1, "/") && text.number(0) >= 1 && text.number(0) <= 12 &&
      is_year(text.number(2))) {
    months.push_back({text.number(0), text.number(2)});  // "7/2025"
  }
  if (months.empty()) return std::nullopt;
  const auto from = Period::month(months.front().year, months.front().number), to = Period::month(months.back().year, months.back().number);
  if (to.last_day() < from.first_day()) return std::nullopt;
  return over(from == to ? Deadline::Kind::month : Deadline::Kind::span, Period::span(from.first_day(), to.last_day()));
}

std::optional<Deadline> by_quarters(const Reader& text) {
  const auto quarters = listed(text, quarter_word, 4, [](const Token& token) {
    const int number = roman(token.text);
    return number > 0 ? std::vector<int>{number} : numbers_in(token);
  });
  if (quarters.empty()) return std::nullopt;
  const auto from = Period::quarter(quarters.front().year, quarters.front().number),
             to = Period::quarter(quarters.back().year, quarters.back().number);
  if (to.last_day() < from.first_day()) return std::nullopt;
  return over(from == to ? Deadline::Kind::quarter : Deadline::Kind::span, Period::span(from.first_day(), to.last_day()));
}

std::optional<Deadline> by_years(const Reader& text) {
  for (std::size_t at = 0; at < text.in.size(); ++at) {
    const int year = text.number(at);
    if (!is_year(year)) continue;
    const bool said = at == 0 || text.has(at - 1, year_word) || text.has(at - 1, era_word);
    if (!said) continue;
    const bool range = at + 2 < text.in.size() && is_dash(text.in[at + 1]) && is_year(text.number(at + 2)) && text.number(at + 2) > year;
    if (range)
      return over(Deadline::Kind::span, Period::span(std::chrono::year{year} / 1 / 1, std::chrono::year{text.number(at + 2)} / 12 / 31));
    return over(Deadline::Kind::year, Period::year(year));
  }
  if (text.find(whole_year_words) < text.in.size()) return over(Deadline::Kind::year, Period::year(text.default_year));
  return std::nullopt;
}

std::optional<Deadline> by_days(const Reader& text) {
  for (std::size_t at = 0; at < text.in.size(); ++at) {
    const int days = text.number(at);
    if (days < 1 || days > 9999 || (text.in.size() > 1 && !text.has(at + 1, day_word)) || (text.in.size() == 1 && days > 999)) continue;
    Deadline out;
    out.kind = Deadline::Kind::days;
    out.days = days;
    return out;
  }
  return std::nullopt;
}

constexpr std::optional<Deadline> (*readings[])(const Reader&) = {standing,    part_of_year, by_dates, by_months,
                                                                  by_quarters, by_years,     by_days};

}  // namespace

const char* name_of(Deadline::Kind kind) {
  constexpr const char* names[] = {"day", "month", "quarter", "span", "year", "standing", "days"};
  return names[static_cast<int>(kind)];
}

std::optional<Deadline> parse_deadline(std::string_view text, int year) {
  const auto in = tokens(text);
  const Reader reader{in, year_named(in, year)};
  for (const auto& reading : readings) {
    if (auto deadline = reading(reader)) {
      deadline->as_written = trimmed(text);
      return deadline;
    }
  }
  return std::nullopt;
}

}  // namespace tiendo::domain

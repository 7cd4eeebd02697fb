#include "formats/number_format.h"

#include <chrono>
#include <cmath>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace tiendo::formats {
namespace {

constexpr std::pair<int, std::string_view> built_in[] = {{1, "0"},
                                                         {2, "0.00"},
                                                         {3, "#,##0"},
                                                         {4, "#,##0.00"},
                                                         {9, "0%"},
                                                         {10, "0.00%"},
                                                         {14, "dd/mm/yyyy"},
                                                         {15, "dd/mm/yyyy"},
                                                         {16, "dd/mm"},
                                                         {17, "mm/yyyy"},
                                                         {18, "h:mm AM/PM"},
                                                         {19, "h:mm:ss AM/PM"},
                                                         {20, "h:mm"},
                                                         {21, "h:mm:ss"},
                                                         {22, "dd/mm/yyyy h:mm"},
                                                         {37, "#,##0;-#,##0"},
                                                         {38, "#,##0;-#,##0"},
                                                         {39, "#,##0.00;-#,##0.00"},
                                                         {40, "#,##0.00;-#,##0.00"},
                                                         {41, "#,##0"},
                                                         {42, "#,##0"},
                                                         {43, "#,##0.00"},
                                                         {44, "#,##0.00"},
                                                         {45, "mm:ss"},
                                                         {46, "[h]:mm:ss"},
                                                         {47, "mm:ss"},
                                                         {49, "@"}};

// One piece of a format: a run of the same letter, a quoted text, a bracket, or a single sign.
struct Token {
  enum class Kind { letters, text, bracket, sign } kind;
  std::string text;
};

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
}

bool is_date_letter(char letter) {
  return std::string_view("ymdhs").find(lower(letter)) != std::string_view::npos;
}

bool is_elapsed(const std::string& bracket) {
  return !bracket.empty() && bracket.find_first_not_of("hHmMsS") == std::string::npos;
}

// [$₫-42A] shows ₫; colours, conditions and languages show nothing.
std::string currency(const std::string& bracket) {
  return bracket.starts_with('$') ? bracket.substr(1, bracket.find('-') - 1) : std::string();
}

std::vector<Token> tokens(std::string_view format) {
  std::vector<Token> out;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char letter = format[i];
    if (letter == '"' || letter == '[') {
      const auto end = std::min(format.find(letter == '"' ? '"' : ']', i + 1), format.size());
      out.push_back({letter == '"' ? Token::Kind::text : Token::Kind::bracket, std::string(format.substr(i + 1, end - i - 1))});
      i = end;
    } else if (letter == '\\' && i + 1 < format.size()) {
      std::size_t length = 1;  // a whole code point
      while (i + 1 + length < format.size() && (static_cast<unsigned char>(format[i + 1 + length]) & 0xC0) == 0x80) ++length;
      out.push_back({Token::Kind::text, std::string(format.substr(i + 1, length))});
      i += length;
    } else if (letter == '_' || letter == '*') {
      ++i;  // room for a letter; filling: not text
    } else if (is_date_letter(letter)) {
      std::size_t end = i;
      while (end < format.size() && lower(format[end]) == lower(letter)) ++end;
      out.push_back({Token::Kind::letters, std::string(end - i, lower(letter))});
      i = end - 1;
    } else if ((format.substr(i, 5) == "AM/PM") || format.substr(i, 3) == "A/P") {
      out.push_back({Token::Kind::letters, "a"});
      i += format.substr(i, 5) == "AM/PM" ? 4 : 2;
    } else {
      out.push_back({Token::Kind::sign, std::string(1, letter)});
    }
  }
  return out;
}

std::vector<std::string> sections(std::string_view format) {
  std::vector<std::string> out(1);
  bool quoted = false, bracketed = false;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char letter = format[i];
    if (letter == '"') quoted = !quoted;
    if (!quoted && letter == '[') bracketed = true;
    if (!quoted && letter == ']') bracketed = false;
    if (letter == '\\' && !quoted && i + 1 < format.size()) {
      out.back() += letter;
      out.back() += format[++i];
    } else if (letter == ';' && !quoted && !bracketed) {
      out.emplace_back();
    } else {
      out.back() += letter;
    }
  }
  return out;
}

std::string general(double value) {
  auto text = fmt::format("{:.15g}", value);
  return text == "-0" ? "0" : text;
}

bool is_date(const std::vector<Token>& parts) {
  for (const auto& part : parts)
    if (part.kind == Token::Kind::letters || (part.kind == Token::Kind::bracket && is_elapsed(part.text))) return true;
  return false;
}

struct Moment {
  int year, month, day, weekday, hour, minute, second;
  long long seconds;  // elapsed
};

Moment moment_of(double serial, bool since_1904) {
  using namespace std::chrono;
  auto total = static_cast<long long>(std::llround(serial * 86'400));
  if (since_1904) total += 1462LL * 86'400;
  const auto day = total / 86'400;
  const auto rest = static_cast<int>(total % 86'400);
  // Excel counts a 29 February 1900 that never was.
  const sys_days date = sys_days{year{1899} / 12 / 30} + days{day < 60 ? day + 1 : day};
  const year_month_day calendar{date};
  return {static_cast<int>(calendar.year()),
          static_cast<int>(static_cast<unsigned>(calendar.month())),
          static_cast<int>(static_cast<unsigned>(calendar.day())),
          static_cast<int>(weekday{date}.c_encoding()),
          rest / 3600,
          rest / 60 % 60,
          rest % 60,
          total};
}

std::string weekday_name(int weekday, bool whole) {
  constexpr const char* names[] = {"Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"};
  if (whole) return names[weekday];
  return weekday == 0 ? "CN" : fmt::format("T{}", weekday + 1);
}

// "m" is minutes beside hours or seconds, else the month.
bool is_minute(const std::vector<Token>& parts, std::size_t at) {
  for (std::size_t i = at; i-- > 0;) {
    if (parts[i].kind == Token::Kind::letters) {
      if (parts[i].text[0] == 'h') return true;
      break;
    }
    if (parts[i].kind == Token::Kind::bracket && is_elapsed(parts[i].text)) return true;
  }
  for (std::size_t i = at + 1; i < parts.size(); ++i)
    if (parts[i].kind == Token::Kind::letters) return parts[i].text[0] == 's';
  return false;
}

std::string date_part(const Token& part, const Moment& moment, bool minute, bool half_day) {
  const auto& text = part.text;
  const auto two = [&](int value) { return fmt::format("{:0{}}", value, text.size() > 1 ? 2 : 1); };
  switch (text[0]) {
    case 'y':
      return text.size() > 2 ? fmt::format("{:04}", moment.year) : fmt::format("{:02}", moment.year % 100);
    case 'm':
      if (minute) return two(moment.minute);
      if (text.size() > 2) return fmt::format("{} {}", text.size() == 3 ? "Thg" : "Tháng", moment.month);
      return two(moment.month);
    case 'd':
      return text.size() > 2 ? weekday_name(moment.weekday, text.size() > 3) : two(moment.day);
    case 'h':
      return two(half_day ? (moment.hour + 11) % 12 + 1 : moment.hour);
    case 's':
      return two(moment.second);
    default:
      return moment.hour < 12 ? "SA" : "CH";
  }
}

std::string shown_date(double value, const std::vector<Token>& parts, bool since_1904) {
  constexpr double last_day = 2'958'466;  // 31/12/9999
  if (value < 0 || value >= last_day) return general(value);
  const auto moment = moment_of(value, since_1904);
  bool half_day = false;
  for (const auto& part : parts) half_day |= part.kind == Token::Kind::letters && part.text == "a";
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto& part = parts[i];
    if (part.kind == Token::Kind::text)
      out += part.text;
    else if (part.kind == Token::Kind::letters)
      out += date_part(part, moment, is_minute(parts, i), half_day);
    else if (part.kind == Token::Kind::sign)
      out += part.text == "@" ? "" : part.text;
    else if (is_elapsed(part.text)) {
      const auto unit = lower(part.text[0]);
      out += std::to_string(unit == 'h' ? moment.seconds / 3600 : unit == 'm' ? moment.seconds / 60 : moment.seconds);
    }
  }
  return out;
}

std::string grouped(std::string digits) {
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), ".");
  return digits;
}

// The digits of a format such as #,##0.00 and what stands before and after them.
struct Digits {
  std::string before, after;
  int whole = 0, decimals = 0, optional_decimals = 0;
  bool grouped = false, percent = false, other = false;
  int thousands = 0;
};

Digits digits_of(const std::vector<Token>& parts) {
  Digits out;
  bool seen = false, decimal = false, pending_comma = false;
  for (const auto& part : parts) {
    const char sign = part.kind == Token::Kind::sign ? part.text[0] : '\0';
    if (sign == '0' || sign == '#' || sign == '?') {
      seen = true;
      out.grouped |= pending_comma;
      pending_comma = false;
      if (decimal)
        ++(sign == '0' ? out.decimals : out.optional_decimals);
      else if (sign == '0')
        ++out.whole;
    } else if (sign == '.' && seen && !decimal) {
      decimal = true;
    } else if (sign == '.' && !seen) {
      seen = decimal = true;
    } else if (sign == ',' && seen) {
      if (pending_comma) ++out.thousands;
      pending_comma = true;
    } else if (sign == 'E' || sign == 'e' || (sign == '/' && seen)) {
      out.other = true;
    } else {
      out.percent |= sign == '%';
      const auto text = part.kind == Token::Kind::bracket ? currency(part.text) : part.text;
      (seen ? out.after : out.before) += text;
    }
  }
  if (pending_comma) ++out.thousands;
  out.other |= !seen;
  return out;
}

std::string shown_digits(double value, const std::vector<Token>& parts) {
  const auto digits = digits_of(parts);
  if (digits.percent) value *= 100;
  value /= std::pow(1000, digits.thousands);
  const int most = digits.decimals + digits.optional_decimals;
  auto text = fmt::format("{:.{}f}", std::fabs(value), std::min(most, 30));
  const auto point = text.find('.');
  std::string whole = text.substr(0, point), decimals = point == std::string::npos ? "" : text.substr(point + 1);
  while (static_cast<int>(decimals.size()) > digits.decimals && decimals.ends_with('0')) decimals.pop_back();
  if (whole == "0" && digits.whole == 0 && !decimals.empty()) whole.clear();
  if (static_cast<int>(whole.size()) < digits.whole)
    whole.insert(0, std::string(static_cast<std::size_t>(digits.whole) - whole.size(), '0'));
  if (digits.grouped) whole = grouped(whole);
  const bool zero = (whole + decimals).find_first_not_of("0.") == std::string::npos;
  return (value < 0 && !zero ? "-" : "") + digits.before + whole + (decimals.empty() ? "" : "," + decimals) + digits.after;
}

}  // namespace

std::string_view built_in_format(int id) {
  for (const auto& [known, format] : built_in)
    if (known == id) return format;
  const bool east_asian_date = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return east_asian_date ? "dd/mm/yyyy" : "General";
}

std::string shown_number(double value, std::string_view format, bool since_1904) {
  if (!std::isfinite(value)) return {};
  constexpr std::size_t longest_format = 255;  // Excel's own limit
  if (format.empty() || format == "@" || format.size() > longest_format || std::fabs(value) >= 1e15) return general(value);
  const auto all = sections(format);
  std::size_t chosen = 0;
  if (value < 0 && all.size() > 1) chosen = 1;
  if (value == 0 && all.size() > 2) chosen = 2;
  if (chosen == 1) value = -value;  // the section writes its own sign
  const auto parts = tokens(all[chosen]);
  if (all[chosen].find("General") != std::string::npos || all[chosen].find("GENERAL") != std::string::npos) return general(value);
  if (is_date(parts)) return shown_date(value, parts, since_1904);
  if (digits_of(parts).other) {
    const bool only_text = all[chosen].find_first_of("0#?@") == std::string::npos;
    if (!only_text) return general(value);
    std::string out;
    for (const auto& part : parts) out += part.kind == Token::Kind::bracket ? "" : part.text;
    return out;
  }
  return shown_digits(value, parts);
}

}  // namespace tiendo::formats

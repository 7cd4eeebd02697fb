#include "domain/tokens.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"

namespace tiendo::domain {
namespace {

struct Letter {
  char32_t point = 0;
  std::size_t bytes = 1;
};

// Text is UTF-8 from the door inwards; a stray byte counts as a mark of its own.
Letter letter_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
  if (bytes == 1) return {lead < 0x80 ? char32_t{lead} : char32_t{0xFFFD}, 1};
  if (at + bytes > text.size()) return {0xFFFD, 1};
  char32_t point = lead & (0x7Fu >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    const auto next = static_cast<unsigned char>(text[at + i]);
    if ((next & 0xC0) != 0x80) return {0xFFFD, 1};
    point = point << 6 | (next & 0x3F);
  }
  return {point, bytes};
}

bool is_blank(char32_t point) {
  return point == ' ' || (point >= 9 && point <= 13) || point == 0xA0 || point == 0x85 || point == 0x200B || point == 0xFEFF ||
         point == 0x3000 || (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x2028 || point == 0x2029;
}

bool is_digit(char32_t point) {
  return point >= '0' && point <= '9';
}

bool is_letter(char32_t point) {
  if (point < 0x80) return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || point == '_';
  if (point < 0xC0) return point == 0xAA || point == 0xB5 || point == 0xBA || point == 0xB2 || point == 0xB3;  // m², m³
  return point != 0xD7 && point != 0xF7 && !(point >= 0x2000 && point < 0x2C00) && !(point >= 0x3000 && point < 0x3040) &&
         point != 0xFFFD && !(point >= 0xE000 && point < 0xF900);
}

bool is_upper(char32_t point) {
  if (point < 0x80) return point >= 'A' && point <= 'Z';
  if (point >= 0xC0 && point <= 0xDE) return point != 0xD7;
  if (point == 0x1A0 || point == 0x1AF) return true;            // Ơ Ư
  if (point >= 0x100 && point <= 0x137) return point % 2 == 0;  // Ă Đ
  if (point >= 0x139 && point <= 0x148) return point % 2 == 1;
  if (point >= 0x14A && point <= 0x177) return point % 2 == 0;  // Ũ
  return point >= 0x1EA0 && point <= 0x1EF9 && point % 2 == 0;
}

std::size_t end_of_number(std::string_view text, std::size_t at) {
  const auto digit = [&](std::size_t i) { return i < text.size() && is_digit(static_cast<unsigned char>(text[i])); };
  while (digit(at) || (at < text.size() && (text[at] == '.' || text[at] == ',') && digit(at + 1))) ++at;
  return at;
}

struct ByText {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

// The words of official texts are few: keyed once, then looked up.
template <std::string (*Key)(std::string_view)>
const std::string& known_key(std::string_view word) {
  thread_local std::unordered_map<std::string, std::string, ByText, std::equal_to<>> known;
  thread_local std::string long_key;
  constexpr std::size_t most_words = 20'000;  // hostile text may not grow the table for ever
  constexpr std::size_t longest = 32;
  if (word.size() > longest) return long_key = Key(word);
  if (known.size() > most_words) known.clear();
  if (const auto entry = known.find(word); entry != known.end()) return entry->second;
  return known.emplace(word, Key(word)).first->second;
}

Token word_at(std::string_view text, std::size_t at) {
  Token token;
  token.kind = Token::Kind::word;
  std::size_t end = at, letters = 0, capitals = 0;
  while (end < text.size()) {
    const Letter letter = letter_at(text, end);
    if (!is_letter(letter.point) && !(end > at && is_digit(letter.point))) break;  // "m2", "K8S" are words
    const bool mark = letter.point >= 0x300 && letter.point < 0x370;
    letters += !mark;
    capitals += is_upper(letter.point) || (end > at && is_digit(letter.point));
    end += letter.bytes;
  }
  token.starts_upper = is_upper(letter_at(text, at).point);
  token.is_capitals = letters >= 2 && capitals == letters;
  token.text = text.substr(at, end - at);
  token.key = known_key<marked_key>(token.text);
  return token;
}

Token token_at(std::string_view text, std::size_t at) {
  const Letter letter = letter_at(text, at);
  if (is_letter(letter.point)) return word_at(text, at);
  Token token;
  std::size_t end = at + letter.bytes;
  if (is_digit(letter.point)) {
    token.kind = Token::Kind::number;
    end = end_of_number(text, at);
  }
  token.text = text.substr(at, end - at);
  return token;
}

}  // namespace

std::vector<Token> tokens(std::string_view text) {
  std::vector<Token> out;
  bool blank = false, line_break = false;
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    if (is_blank(letter.point)) {
      blank = true;
      line_break |= letter.point == '\n';
      at += letter.bytes;
      continue;
    }
    Token token = token_at(text, at);
    token.place = {at, at + token.text.size()};
    token.after_blank = blank;
    token.after_break = line_break;
    blank = line_break = false;
    at = token.place.to;
    out.push_back(std::move(token));
  }
  return out;
}

std::string folded(const Token& word) {
  return known_key<search_key>(word.text);
}

WordSet::WordSet(std::initializer_list<std::string_view> words) {
  for (const auto word : words) keys_.insert(marked_key(word));
}

PhraseSet::PhraseSet(std::initializer_list<std::string_view> phrases) {
  for (const auto phrase : phrases) add(phrase);
}

PhraseSet::PhraseSet(const std::vector<std::string_view>& phrases) {
  for (const auto phrase : phrases) add(phrase);
}

void PhraseSet::add(std::string_view phrase) {
  auto& keys = phrases_.emplace_back();
  for (const auto& word : words(phrase)) keys.push_back(marked_key(word));
  by_first_[keys.front()].push_back(phrases_.size() - 1);
  by_last_[keys.back()].push_back(phrases_.size() - 1);
}

namespace {

bool spells(const std::vector<Token>& in, std::size_t from, const std::vector<std::string>& phrase) {
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (!in[from + i].is_word() || in[from + i].key != phrase[i]) return false;
  }
  return true;
}

}  // namespace

PhraseSet::Match PhraseSet::match_at(const std::vector<Token>& in, std::size_t at) const {
  Match best;
  if (at >= in.size() || !in[at].is_word()) return best;
  const auto known = by_first_.find(in[at].key);
  if (known == by_first_.end()) return best;
  for (const auto index : known->second) {
    const auto& phrase = phrases_[index];
    if (phrase.size() > best.length && at + phrase.size() <= in.size() && spells(in, at, phrase)) best = {index, phrase.size()};
  }
  return best;
}

PhraseSet::Match PhraseSet::match_before(const std::vector<Token>& in, std::size_t at) const {
  Match best;
  if (at == 0 || at > in.size() || !in[at - 1].is_word()) return best;
  const auto known = by_last_.find(in[at - 1].key);
  if (known == by_last_.end()) return best;
  for (const auto index : known->second) {
    const auto& phrase = phrases_[index];
    if (phrase.size() > best.length && phrase.size() <= at && spells(in, at - phrase.size(), phrase)) best = {index, phrase.size()};
  }
  return best;
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != text.npos;
}

double value_of(std::string_view number) {
  // A point before exactly three digits parts thousands; a comma parts decimals, and so does any other point.
  std::string plain;
  bool decimal = false;
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (number[i] >= '0' && number[i] <= '9') {
      plain += number[i];
      continue;
    }
    const auto next = number.find_first_of(".,", i + 1);
    const auto digits = (next == number.npos ? number.size() : next) - i - 1;
    if (number[i] == '.' && digits == 3 && !decimal) continue;
    if (decimal) break;
    decimal = true;
    plain += '.';
  }
  constexpr std::size_t most_digits = 18;
  if (plain.size() > most_digits) plain.resize(most_digits);
  double value = 0;
  std::from_chars(plain.data(), plain.data() + plain.size(), value);
  return value;
}

int whole(std::string_view text) {
  int value = -1;
  if (text.empty() || text.size() > 9) return -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() && value >= 0 ? value : -1;
}

int roman(std::string_view text) {
  if (text.empty() || text.size() > 7) return 0;
  const auto value = [](char letter) { return letter == 'I' ? 1 : letter == 'V' ? 5 : letter == 'X' ? 10 : 0; };
  int sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int here = value(text[i]);
    if (here == 0) return 0;
    sum += i + 1 < text.size() && here < value(text[i + 1]) ? -here : here;
  }
  return sum < 40 ? sum : 0;
}

}  // namespace tiendo::domain

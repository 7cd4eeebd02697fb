// Running text as words, numbers and marks, each with its place: what the readers of dates, quantities and citations walk over.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace tiendo::domain {

// First byte and one past the last one.
struct TextPlace {
  std::size_t from = 0, to = 0;
  bool operator==(const TextPlace&) const = default;
};

struct Token {
  enum class Kind { word, number, mark } kind = Kind::mark;
  std::string_view text;  // "50.000" is one number, "QĐ-TTg" a word, a mark and a word
  std::string key;        // marked_key of a word: case and tone placement folded, marks kept
  TextPlace place;
  bool after_blank = false;
  bool after_break = false;  // a line break stands before it
  bool starts_upper = false;
  bool is_capitals = false;  // a word of two letters or more, all capitals: "UBND", "CĐS"

  bool is(std::string_view mark) const { return text == mark; }
  bool is_word() const { return kind == Kind::word; }
  bool is_number() const { return kind == Kind::number; }
};

// The tokens look into `text`, which must outlive them.
std::vector<Token> tokens(std::string_view text);

// search_key of a word: blind to marks too.
std::string folded(const Token& word);

// A set of words, blind to case and tone placement, not to marks: "quý" is not "quy".
class WordSet {
 public:
  WordSet(std::initializer_list<std::string_view> words);
  bool has(const Token& token) const { return token.is_word() && keys_.contains(token.key); }

 private:
  std::unordered_set<std::string> keys_;
};

// Phrases of one word or several; where several fit, the longest counts. Looked up by their first or last word.
class PhraseSet {
 public:
  struct Match {
    std::size_t index = 0;   // which phrase, in the order given
    std::size_t length = 0;  // in tokens; 0 where none fits
  };

  PhraseSet(std::initializer_list<std::string_view> phrases);
  explicit PhraseSet(const std::vector<std::string_view>& phrases);

  Match match_at(const std::vector<Token>& in, std::size_t at) const;      // spelled from `at` on
  Match match_before(const std::vector<Token>& in, std::size_t at) const;  // spelled just before `at`
  std::size_t length_at(const std::vector<Token>& in, std::size_t at) const { return match_at(in, at).length; }
  std::size_t length_before(const std::vector<Token>& in, std::size_t at) const { return match_before(in, at).length; }

 private:
  void add(std::string_view phrase);

  std::vector<std::vector<std::string>> phrases_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_first_, by_last_;
};

// Most cells hold no figure: they need no reading for dates, numbers and quantities.
bool has_digit(std::string_view text);

// "02" is 2, "50.000" fifty thousand, "2,5" two and a half. The text must be a number token's.
double value_of(std::string_view number);
// A plain whole number without separators, of at most nine digits; -1 where it is none.
int whole(std::string_view text);
// I to XXXIX; 0 where it is none.
int roman(std::string_view text);

}  // namespace tiendo::domain

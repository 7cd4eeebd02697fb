// A text layer as words with the blanks between them: until the cells are decided, blanks are evidence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "formats/paper.h"

namespace tiendo::intake {

// What stands before a word. `glued` is a no-break space, `mixed` one beside a plain space.
enum class Gap : std::uint8_t { glued, mixed, space, wide, line, blank_line };
enum class Shape : std::uint8_t { upper, lower, digit, mark };

inline constexpr double blank_width = 0.55;

// What is known of a spelling, worked out once.
struct Spelling {
  std::string key;         // search_key
  std::uint64_t hash = 0;  // of marked_key: a learned value is blind to case and tone placement only
  Shape shape = Shape::mark;
  double width = 0;        // about, in letters: what a proportional face takes
  int brackets = 0;        // opened minus closed
  bool ends_open = false;  // a comma, hyphen or opening mark: a poor end of a cell
  bool ends_list = false;  // a comma or semicolon
  bool ends_stop = false;
  bool odd_quotes = false;
};

struct Word {
  std::string_view text;
  int spelling = 0;
  int line = 0;          // index into Lines::lines
  int from = 0, to = 0;  // code points within the line
  Gap gap = Gap::line;
};

struct Line {
  std::string_view text;
  const formats::Paragraph* paragraph = nullptr;
  formats::Place place;
  int first = 0, end = 0;  // words
  int blanks_before = 0;   // blank lines
  bool new_page = false;
};

// Looks into the paper, which must outlive it.
class Lines {
 public:
  std::vector<Line> lines;  // without the blank ones
  std::vector<Word> words;

  void add(const formats::Paragraph& paragraph);
  // The words [first, end) and their lines, counted from 0, as if there were no others.
  Lines part(int first, int end) const;
  // No-break spaces hold cells together: there are more of them than of others.
  bool blanks_are_glue() const { return glued_ > spaces_; }
  const Spelling& spelling(const Word& word) const { return spellings_[static_cast<std::size_t>(word.spelling)]; }
  const Spelling& spelling(int word) const { return spelling(words[static_cast<std::size_t>(word)]); }
  const std::string& key(int word) const { return spelling(word).key; }
  std::size_t spellings() const { return spellings_.size(); }
  // search_key of the words [first, end).
  std::string key(int first, int end) const;

 private:
  void add_line(std::string_view text, const formats::Paragraph& paragraph, int offset);
  int intern(std::string_view text);

  std::unordered_map<std::string_view, int> known_;
  std::vector<Spelling> spellings_;
  std::size_t glued_ = 0, spaces_ = 0;
  int blanks_ = 0;
  int page_ = -1;
  bool new_page_ = false;
};

// The words' lines joined by one space; a document symbol or date broken at a line is joined without (R02).
std::string joined(const Lines& in, const std::vector<int>& words);
std::vector<formats::Place> places(const Lines& in, const std::vector<int>& words);
// Two pieces of one cell, told apart by a line break.
std::string joined(std::string_view before, std::string_view after);

}  // namespace tiendo::intake

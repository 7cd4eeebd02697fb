// What a document teaches about its own columns: which blanks part cells, which words begin and end them, how wide the columns
// are, which values they repeat.
#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "intake/header.h"
#include "intake/lexicon.h"
#include "intake/lines.h"

namespace tiendo::intake {

inline constexpr double impossible = 1e9;

// Costs are negative logarithms of odds: 0 says nothing, more speaks against.
class Model {
 public:
  using Spans = std::vector<std::pair<int, int>>;  // words of the rows: others are never asked about

  Model(const Lines& in, const Spans& spans, const Columns& columns, const Register& register_of_names);

  std::size_t columns() const { return count_; }
  bool blanks_are_glue() const { return glue_; }

  // Whether a cell may begin at a word at all.
  bool may_cut(int word) const;
  // Cutting before such a word, or not cutting there.
  double cut(int word) const { return cut_[static_cast<std::size_t>(word)]; }
  double keep(int word) const { return keep_[static_cast<std::size_t>(word)]; }
  double begins(std::size_t column, int word) const { return begins_[column * in_.words.size() + static_cast<std::size_t>(word)]; }
  double word(std::size_t column, int word) const { return word_[column * spellings_ + spelling(word)]; }
  double length(std::size_t column, int words) const;
  // A cell, or the last name of its list, that only says what kind of body or person a name should follow for.
  bool is_bare_kind(int first, int end) const {
    return end - first == bare_kind_[static_cast<std::size_t>(first)] || ends_bare_[static_cast<std::size_t>(end) - 1];
  }
  double empty(std::size_t column) const { return empty_[column]; }
  double filled(std::size_t column) const { return filled_[column]; }
  // Breaking a line of this width before the next word; a line of this width at all.
  double breaks(std::size_t column, double width, int next_word) const;
  double fits(std::size_t column, double width) const;

  // A row does not confirm itself: what it taught is taken off again.
  struct Taught {
    std::size_t column = 0;
    std::uint64_t value = 0;
    double share = 0;
  };
  using Own = std::vector<Taught>;

  // A value that several rows or the register hold; 0 for none.
  using Known = std::uint32_t;
  Known find_value(std::uint64_t value) const;
  double known(std::size_t column, Known value, int words, const Own& own) const;

  struct Cell {
    std::size_t column = 0;
    int first = 0, end = 0;  // words
    double share = 1;        // of all readings of its row
    std::uint64_t value = 0;
    int row = 0;
  };
  // Learns anew from the readings of all rows; `empties`: how many cells of each column were empty.
  void learn(const std::vector<Cell>& cells, const std::vector<double>& empties);

 private:
  std::size_t spelling(int word) const { return static_cast<std::size_t>(in_.words[static_cast<std::size_t>(word)].spelling); }
  std::uint64_t two_words(int word) const;
  void note_prior_words(const Columns& columns);
  void note_bare_kinds();
  void note_register(const Register& register_of_names);
  // Cells begin with this word and the next one elsewhere.
  bool has_start(int word) const { return started_.contains(two_words(word)); }
  void weigh_gaps();
  template <class Visit>
  void each_cut(Visit&& visit) const;
  double kind_odds(const Word& word) const;
  double word_odds(std::size_t word) const;
  double gap_odds(std::size_t word) const;
  double shift_to_expected(const std::vector<double>& odds) const;
  void weigh_words();
  void weigh_lengths();
  void weigh_beginnings();
  double beginning(std::size_t column, int word) const;
  double prior(std::size_t column, int word) const;
  void learn_beginnings(const std::vector<Cell>& cells);
  void measure(const std::vector<Cell>& cells);
  void count_values(const std::vector<Cell>& cells);
  Known add_value(std::uint64_t value);
  double alike(std::size_t column, std::size_t other) const;

  const Lines& in_;
  const Spans& spans_;
  std::size_t count_ = 0, spellings_ = 0;
  bool glue_ = false, learned_ = false;
  std::vector<std::optional<domain::Field>> fields_;
  std::vector<char> names_units_;
  std::vector<double> usual_;  // by column: the share of its cells that begin with words of their kind; 0 for unknown
  bool has_remarks_ = false;
  std::vector<double> share_of_empty_;
  std::vector<double> cut_, keep_;
  std::vector<char> ends_bare_;                             // by word: it ends such a name after a comma
  std::vector<char> bare_kind_;                             // by word: how many words from there name a kind alone
  std::vector<double> parts_;                               // by word: what its neighbours say for a cut before it
  std::vector<double> word_, start_in_;                     // column x spelling
  std::vector<double> starts_, stops_, uses_, heads_line_;  // by spelling
  std::vector<Fields> prior_;                               // by word: what cells that begin there usually are
  std::vector<double> begins_;                              // column x word
  std::vector<double> empty_, filled_, rows_, width_;
  std::array<std::array<double, 2>, 24> gap_seen_{};  // kind x shape: kept, cut
  static constexpr std::size_t buckets = 10;
  std::vector<std::array<double, buckets>> lengths_, length_;  // how often seen, and what that costs
  std::unordered_map<std::uint64_t, Known> values_;
  std::vector<double> times_;                                    // value x column
  std::vector<std::pair<std::uint64_t, std::size_t>> register_;  // value, column
  std::unordered_set<std::uint64_t> started_;                    // by the first two words
};

double width_of(const Lines& in, int first, int end);

}  // namespace tiendo::intake

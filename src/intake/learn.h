// What a document teaches about its own columns: which blanks part cells, which words begin and end them, how wide the columns
// are, which values they repeat.
#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "intake/header.h"
#include "intake/lines.h"

namespace tiendo::intake {

inline constexpr double impossible = 1e9;

// Costs are negative logarithms of odds: 0 says nothing, more speaks against.
class Model {
 public:
  // `range` holds the words of the table's rows: others are never asked about.
  Model(const Lines& in, std::pair<int, int> range, const Columns& columns, const Register& known);

  std::size_t columns() const { return count_; }
  bool blanks_are_glue() const { return glue_; }

  // Cutting before a word, or not cutting there.
  double cut(int word) const { return cut_[static_cast<std::size_t>(word)]; }
  double keep(int word) const { return keep_[static_cast<std::size_t>(word)]; }
  double begins(std::size_t column, int word) const;
  double ends(int word) const;
  double word(std::size_t column, int word) const { return word_[column * spellings_ + spelling(word)]; }
  double length(std::size_t column, int words) const;
  double empty(std::size_t column) const { return empty_[column]; }
  double filled(std::size_t column) const { return filled_[column]; }
  // Breaking a line of this width before the next word; a line of this width at all.
  double breaks(std::size_t column, double width, int next_word) const;
  double fits(std::size_t column, double width) const;
  // How often a value stands in a column, besides `without` times; 0 where never.
  double seen(std::size_t column, std::uint64_t value) const;
  double filled_rows(std::size_t column) const { return rows_[column]; }
  // Cells begin with this word and the next one elsewhere.
  bool has_start(int word) const { return started_.contains(two_words(word)); }

  struct Cell {
    std::size_t column = 0;
    int first = 0, end = 0;  // words
    double weight = 1;
    std::uint64_t value = 0;
  };
  // Learns anew from the cells of a whole reading. `spans` are the words of the rows.
  void learn(const std::vector<Cell>& cells, const std::vector<std::pair<int, int>>& spans, const std::vector<std::size_t>& empties);

 private:
  std::pair<int, int> range_;
  std::size_t spelling(int word) const { return static_cast<std::size_t>(in_.words[static_cast<std::size_t>(word)].spelling); }
  std::uint64_t two_words(int word) const;
  void weigh_gaps();
  void weigh_words();
  void measure(const std::vector<Cell>& cells);

  const Lines& in_;
  std::size_t count_ = 0, spellings_ = 0;
  bool glue_ = false;
  std::vector<std::optional<domain::Field>> fields_;
  std::vector<char> names_units_, is_plain_;
  std::vector<double> share_of_empty_;
  std::vector<double> cut_, keep_;
  std::vector<double> word_, start_in_;                     // column x spelling
  std::vector<double> starts_, stops_, uses_, heads_line_;  // by spelling
  std::vector<double> prior_;                               // column x spelling: words that columns of this meaning begin with anywhere
  std::vector<double> empty_, filled_, rows_, width_;
  std::array<std::array<double, 2>, 24> gap_seen_{};  // kind x shape: kept, cut
  std::vector<std::array<double, 10>> lengths_;
  std::vector<std::unordered_map<std::uint64_t, double>> values_;
  std::vector<std::unordered_map<std::uint64_t, double>> register_;
  std::unordered_set<std::uint64_t> started_;  // by the first two words
  bool learned_ = false;
};

double width_of(const Lines& in, int first, int end);

}  // namespace tiendo::intake

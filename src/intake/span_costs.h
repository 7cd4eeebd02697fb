// What any cell of one span would cost: sums along the span make each a matter of subtractions.
#pragma once

#include <cstdint>
#include <vector>

#include "intake/learn.h"
#include "intake/segment.h"

namespace tiendo::intake {

class SpanCosts {
 public:
  // `goes_on`: the span continues a row that a page broke. `own`: what this row taught the model itself.
  SpanCosts(const Lines& in, const Model& model, Span span, bool goes_on, const Model::Own& own);

  std::size_t columns() const { return model_.columns(); }
  // The places where a cell may begin or end, the two ends among them.
  std::size_t cuts() const { return at_.size(); }
  int word_at(std::size_t cut) const { return at_[cut]; }
  std::uint64_t value(std::size_t from, std::size_t to) const;
  double cell(std::size_t column, std::size_t from, std::size_t to) const;

 private:
  void find_cuts();
  void add_up();
  void find_known_values();
  double kept(int first, int end) const { return keep_[index(end - 1)] - keep_[index(first)]; }
  double lines(std::size_t column, int first, int end) const;
  std::size_t index(int word) const { return static_cast<std::size_t>(word - span_.first); }

  const Lines& in_;
  const Model& model_;
  Span span_;
  bool goes_on_;
  const Model::Own& own_;
  std::vector<int> at_;
  std::vector<double> keep_;   // sum of keeping the gaps up to a word
  std::vector<double> word_;   // column x word sums
  std::vector<double> break_;  // column x word sums: whole lines
  std::vector<double> place_;  // width up to a word within its line
  std::vector<int> brackets_;
  std::vector<char> quotes_;
  std::vector<std::uint64_t> value_, power_;
  std::vector<Model::Known> known_;  // from x to: values that other rows hold
};

}  // namespace tiendo::intake

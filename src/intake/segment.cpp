#include "intake/segment.h"

#include <algorithm>
#include <cmath>

#include "intake/learn.h"
#include "intake/value.h"

namespace tiendo::intake {
namespace {

constexpr int rounds = 5;
constexpr std::size_t most_cuts = 400;  // in one span; more are thinned to the line breaks
constexpr double one_word = 2.0;        // what a word of a repeated value is worth
// Margin -> confidence: plain blanks say less than no-break ones, and are trusted less.
constexpr double temperature = 2.2, plain_temperature = 4.5;

// The sums of one span that make the cost of any cell a matter of subtractions.
class SpanCosts {
 public:
  SpanCosts(const Lines& in, const Model& model, Span span, bool goes_on);

  std::size_t cuts() const { return at_.size(); }
  int word_at(std::size_t cut) const { return at_[cut]; }
  std::uint64_t value(std::size_t from, std::size_t to) const;
  double cell(std::size_t column, std::size_t from, std::size_t to, std::uint64_t own) const;

 private:
  double kept(int first, int end) const { return keep_[index(end - 1)] - keep_[index(first)]; }
  double lines(std::size_t column, int first, int end) const;
  std::size_t index(int word) const { return static_cast<std::size_t>(word - span_.first); }

  const Lines& in_;
  const Model& model_;
  Span span_;
  bool goes_on_;
  std::vector<int> at_;
  std::vector<double> keep_;   // sum of keeping the gaps up to a word
  std::vector<double> word_;   // column x word sums
  std::vector<double> break_;  // column x word sums: whole lines
  std::vector<double> place_;  // width up to a word within its line
  std::vector<int> brackets_;
  std::vector<char> quotes_;
  std::vector<std::uint64_t> value_, power_;
};

bool may_cut(const Lines& in, const Model& model, int word) {
  const Word& next = in.words[static_cast<std::size_t>(word)];
  if (next.gap == Gap::line || next.gap == Gap::blank_line || next.gap == Gap::wide) return true;
  if (model.blanks_are_glue()) return next.gap == Gap::space || (next.gap == Gap::mixed && in.spelling(next).shape == Shape::upper);
  return in.spelling(next).shape != Shape::lower || model.has_start(word);
}

SpanCosts::SpanCosts(const Lines& in, const Model& model, Span span, bool goes_on)
    : in_(in), model_(model), span_(span), goes_on_(goes_on) {
  const auto n = static_cast<std::size_t>(span.end - span.first), columns = model.columns();
  at_.push_back(span.first);
  for (int word = span.first + 1; word < span.end; ++word) {
    if (may_cut(in, model, word)) at_.push_back(word);
  }
  if (at_.size() > most_cuts) {
    std::erase_if(at_, [&](int word) { return word != span.first && in.words[static_cast<std::size_t>(word)].gap < Gap::line; });
    if (at_.size() > most_cuts) at_.resize(most_cuts);
  }
  at_.push_back(span.end);
  keep_.resize(n + 1);
  place_.resize(n + 1);
  brackets_.resize(n + 1);
  quotes_.resize(n + 1);
  value_.resize(n + 1);
  power_.assign(n + 1, 1);
  word_.resize(columns * (n + 1));
  break_.resize(columns * (n + 1));
  for (std::size_t i = 0; i < n; ++i) {
    const int word = span.first + static_cast<int>(i);
    const Spelling& spelling = in.spelling(word);
    const bool new_line = i > 0 && in.words[static_cast<std::size_t>(word)].line != in.words[static_cast<std::size_t>(word) - 1].line;
    if (i > 0) keep_[i] = keep_[i - 1] + model.keep(word);
    const double before = i == 0 || new_line ? 0 : place_[i] + blank_width;
    place_[i + 1] = before + spelling.width;
    brackets_[i + 1] = brackets_[i] + spelling.brackets;
    quotes_[i + 1] = static_cast<char>(quotes_[i] ^ (spelling.odd_quotes ? 1 : 0));
    value_[i + 1] = value_[i] * value_base + spelling.hash;
    power_[i + 1] = power_[i] * value_base;
    for (std::size_t column = 0; column < columns; ++column) {
      const auto row = column * (n + 1);
      word_[row + i + 1] = word_[row + i] + model.word(column, word);
      break_[row + i + 1] = break_[row + i];
      if (new_line) break_[row + i + 1] += model.breaks(column, place_[i], word) + model.fits(column, place_[i]);
    }
  }
}

std::uint64_t SpanCosts::value(std::size_t from, std::size_t to) const {
  const auto first = index(at_[from]), end = index(at_[to]);
  return value_[end] - value_[first] * power_[end - first];
}

// What the line breaks inside a cell say, given how wide the column is.
double SpanCosts::lines(std::size_t column, int first, int end) const {
  const auto n = static_cast<std::size_t>(span_.end - span_.first);
  const auto row = column * (n + 1);
  const int line = in_.words[static_cast<std::size_t>(first)].line;
  const double start = place_[index(first) + 1] - in_.spelling(first).width;
  if (in_.words[static_cast<std::size_t>(end) - 1].line == line) return model_.fits(column, place_[index(end)] - start);
  int next = std::min(in_.lines[static_cast<std::size_t>(line)].end, end);
  const double part = place_[index(next)] - start;
  double out = model_.breaks(column, part, next) + model_.fits(column, part);
  out += break_[row + index(end)] - break_[row + index(next) + 1];
  return out + model_.fits(column, place_[index(end)]);
}

double SpanCosts::cell(std::size_t column, std::size_t from, std::size_t to, std::uint64_t own) const {
  if (from == to) return goes_on_ ? 0.1 : model_.empty(column);
  const int first = at_[from], end = at_[to];
  const auto row = column * (static_cast<std::size_t>(span_.end - span_.first) + 1);
  const int count = end - first;
  double out = goes_on_ ? 0.5 : model_.filled(column);
  if (from > 0) out += model_.cut(first);
  out += kept(first, end) + lines(column, first, end);
  const auto a = index(first), b = index(end);
  if (brackets_[a] != brackets_[b]) out += 3.5;
  if (quotes_[a] != quotes_[b]) out += 3.0;
  double read = word_[row + b] - word_[row + a] + model_.length(column, count);
  if (column > 0 && !(goes_on_ && from == 0)) read += model_.begins(column, first);
  if (count <= 40) {
    const auto written = value(from, to);
    const double times = model_.seen(column, written) - (own == written ? 1 : 0);
    if (times > 0.5) {
      const double rows = std::max(1.0, model_.filled_rows(column));
      read = std::min(read, -std::log(times / (rows + 1)) - one_word * count);
    }
  }
  return out + read;
}

struct Reading {
  std::vector<std::pair<std::size_t, std::size_t>> cells;  // cuts, by column
};

// Forward and, where asked, backward over one span.
class Search {
 public:
  Search(const SpanCosts& costs, std::size_t columns, const std::vector<std::uint64_t>& own)
      : costs_(costs), columns_(columns), cuts_(costs.cuts()), own_(own), ahead_((columns + 1) * cuts_, impossible) {
    ahead_[0] = 0;
    for (std::size_t column = 0; column < columns_; ++column) {
      for (std::size_t from = 0; from < cuts_; ++from) {
        const double before = at(ahead_, column, from);
        if (before >= impossible) continue;
        const std::size_t first = column + 1 == columns_ ? cuts_ - 1 : from;
        for (std::size_t to = first; to < cuts_; ++to) {
          double& best = at(ahead_, column + 1, to);
          best = std::min(best, before + costs_.cell(column, from, to, own_[column]));
        }
      }
    }
  }

  Reading best() const {
    Reading out;
    out.cells.resize(columns_);
    std::size_t to = cuts_ - 1;
    for (std::size_t column = columns_; column-- > 0;) {
      std::size_t chosen = 0;
      double least = impossible * 2;
      for (std::size_t from = 0; from <= to; ++from) {
        if (at(ahead_, column, from) >= impossible) continue;
        const double cost = at(ahead_, column, from) + costs_.cell(column, from, to, own_[column]);
        if (cost < least) {
          least = cost;
          chosen = from;
        }
      }
      out.cells[column] = {chosen, to};
      to = chosen;
    }
    return out;
  }

  // For each column the best reading that differs there, and by how much it is worse.
  struct Second {
    double margin = impossible;
    std::pair<std::size_t, std::size_t> cell;
  };
  std::vector<Second> seconds(const Reading& best) {
    std::vector<double> behind((columns_ + 1) * cuts_, impossible);
    at(behind, columns_, cuts_ - 1) = 0;
    std::vector<Second> out(columns_);
    const double least = at(ahead_, columns_, cuts_ - 1);
    for (std::size_t column = columns_; column-- > 0;) {
      for (std::size_t from = 0; from < cuts_; ++from) {
        for (std::size_t to = from; to < cuts_; ++to) {
          const double after = at(behind, column + 1, to);
          if (after >= impossible) continue;
          const double cost = costs_.cell(column, from, to, own_[column]) + after;
          double& kept = at(behind, column, from);
          kept = std::min(kept, cost);
          const auto& mine = best.cells[column];
          const bool differs = from == to ? mine.first != mine.second : std::pair(from, to) != mine;
          const double margin = at(ahead_, column, from) + cost - least;
          if (differs && margin < out[column].margin) out[column] = {margin, {from, to}};
        }
      }
    }
    return out;
  }

 private:
  double& at(std::vector<double>& table, std::size_t column, std::size_t cut) const { return table[column * cuts_ + cut]; }
  const double& at(const std::vector<double>& table, std::size_t column, std::size_t cut) const { return table[column * cuts_ + cut]; }

  const SpanCosts& costs_;
  std::size_t columns_, cuts_;
  const std::vector<std::uint64_t>& own_;
  std::vector<double> ahead_;
};

double confidence_of(double margin, double temperature_here) {
  return margin >= impossible ? 1 : 1 - 0.5 * std::exp(-std::max(0.0, margin) / temperature_here);
}

void append_words(std::vector<int>& out, const SpanCosts& costs, std::pair<std::size_t, std::size_t> cell) {
  for (int word = costs.word_at(cell.first); word < costs.word_at(cell.second); ++word) out.push_back(word);
}

}  // namespace

std::vector<std::vector<ReadCell>> segment(const Lines& in, const Columns& columns, const std::vector<RowWords>& rows,
                                           const Register& known) {
  const std::size_t count = columns.size();
  std::vector<std::vector<ReadCell>> out(rows.size(), std::vector<ReadCell>(count));
  if (count == 0) return out;
  std::vector<std::vector<std::uint64_t>> own(rows.size(), std::vector<std::uint64_t>(count));
  const std::vector<std::uint64_t> nothing(count);
  std::vector<std::pair<int, int>> spans;
  for (const auto& row : rows) {
    for (const Span& span : row.spans) spans.emplace_back(span.first, span.end);
  }
  std::pair<int, int> range{0, 0};
  if (!spans.empty()) range = {std::ranges::min(spans).first, std::ranges::max(spans, {}, &std::pair<int, int>::second).second};
  Model model(in, range, columns, known);
  const double few_rows = rows.size() < 20 ? 1.6 : 1;  // they teach little
  const double doubt = model.blanks_are_glue() ? temperature : plain_temperature * few_rows;
  for (int round = 0; round < rounds; ++round) {
    std::vector<Model::Cell> cells;
    std::vector<std::size_t> empties(count);
    bool moved = false;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (rows[row].spans.empty()) continue;
      const SpanCosts costs(in, model, rows[row].spans.front(), false);
      const Reading best = Search(costs, count, own[row]).best();
      for (std::size_t column = 0; column < count; ++column) {
        const auto [from, to] = best.cells[column];
        const auto written = from == to ? 0 : costs.value(from, to);
        moved = moved || own[row][column] != written;
        own[row][column] = written;
        if (from == to)
          ++empties[column];
        else
          cells.push_back({column, costs.word_at(from), costs.word_at(to), 1, written});
      }
    }
    if (!moved && round > 1) break;
    model.learn(cells, spans, empties);
  }
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t i = 0; i < rows[row].spans.size(); ++i) {
      const bool goes_on = i > 0;
      const SpanCosts costs(in, model, rows[row].spans[i], goes_on);
      Search search(costs, count, goes_on ? nothing : own[row]);
      const Reading best = search.best();
      const auto seconds = search.seconds(best);
      for (std::size_t column = 0; column < count; ++column) {
        ReadCell& cell = out[row][column];
        const auto& second = seconds[column];
        const double sure_of = confidence_of(second.margin, doubt);
        if (goes_on && best.cells[column].first == best.cells[column].second && sure_of >= cell.confidence) continue;
        append_words(cell.words, costs, best.cells[column]);
        if (sure_of < cell.confidence || i == 0) {
          cell.confidence = sure_of;
          cell.other.clear();
          cell.has_other = second.margin < impossible;
          if (cell.has_other) append_words(cell.other, costs, second.cell);
        }
      }
    }
  }
  return out;
}

}  // namespace tiendo::intake

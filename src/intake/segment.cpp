#include "intake/segment.h"

#include <algorithm>
#include <cmath>

#include "intake/learn.h"
#include "intake/span_costs.h"

namespace tiendo::intake {
namespace {

constexpr int rounds = 6;
constexpr double heat_of_learning = 0.7;  // softer readings agree on nothing, harder ones lock their first guess in
constexpr double faint = 0.02;            // shares of a reading below this teach nothing
constexpr double hopeless = 10;           // nats behind the best, by degree of heat
// How far the odds are believed: plain blanks say less than no-break ones, few rows teach little.
constexpr double heat_of_glue = 2.2, heat_of_plain = 3.0, heat_of_few = 2;

using Cut = std::pair<std::size_t, std::size_t>;

bool is_empty(const Cut& cut) {
  return cut.first == cut.second;
}

// All readings of one span: the best one, the share of each cell among them, and the best ones that differ.
class Search {
 public:
  explicit Search(const SpanCosts& costs) : columns_(costs.columns()), cuts_(costs.cuts()), edges_(columns_ * cuts_ * cuts_, impossible) {
    walk_ahead(costs);
    find_best();
  }

  const std::vector<Cut>& best() const { return best_; }

  // Cells with their shares of all readings, by column.
  struct Share {
    std::size_t column = 0;
    Cut cut;
    double share = 0;
  };
  std::vector<Share> shares(double heat) const {
    std::vector<double> ahead((columns_ + 1) * cuts_), behind = ahead;
    ahead[0] = behind[columns_ * cuts_ + cuts_ - 1] = 1;
    const auto each = [&](std::size_t column, auto&& visit) {
      for (std::size_t from = 0; from < cuts_; ++from) {
        for (std::size_t to = from; to < cuts_; ++to) {
          if (const double worse = edge(column, from, to); worse < hopeless * heat) visit(from, to, std::exp(-worse / heat));
        }
      }
    };
    for (std::size_t column = 0; column < columns_; ++column)
      each(column, [&](std::size_t from, std::size_t to, double odds) { ahead[node(column + 1, to)] += ahead[node(column, from)] * odds; });
    for (std::size_t column = columns_; column-- > 0;)
      each(column,
           [&](std::size_t from, std::size_t to, double odds) { behind[node(column, from)] += behind[node(column + 1, to)] * odds; });
    std::vector<Share> out;
    for (std::size_t column = 0; column < columns_; ++column) {
      each(column, [&](std::size_t from, std::size_t to, double odds) {
        const double share = ahead[node(column, from)] * odds * behind[node(column + 1, to)] / behind[0];
        if (share > faint) out.push_back({column, {from, to}, share});
      });
    }
    return out;
  }

  // For each column the best cell that differs there; none where there is no other.
  std::vector<std::optional<Cut>> seconds() const {
    std::vector<double> behind((columns_ + 1) * cuts_, impossible);
    behind[node(columns_, cuts_ - 1)] = 0;
    std::vector<std::optional<Cut>> out(columns_);
    for (std::size_t column = columns_; column-- > 0;) {
      double least = impossible;
      for (std::size_t from = 0; from < cuts_; ++from) {
        for (std::size_t to = from; to < cuts_; ++to) {
          const double worse = edge(column, from, to) + behind[node(column + 1, to)];
          behind[node(column, from)] = std::min(behind[node(column, from)], worse);
          const bool differs = from == to ? !is_empty(best_[column]) : Cut(from, to) != best_[column];
          if (!differs || worse >= least) continue;
          least = worse;
          out[column] = Cut(from, to);
        }
      }
    }
    return out;
  }

 private:
  std::size_t node(std::size_t column, std::size_t cut) const { return column * cuts_ + cut; }
  double& edge(std::size_t column, std::size_t from, std::size_t to) { return edges_[(column * cuts_ + from) * cuts_ + to]; }
  double edge(std::size_t column, std::size_t from, std::size_t to) const { return edges_[(column * cuts_ + from) * cuts_ + to]; }

  // Leaves in each edge how much worse it is than the best way to its end: the best reading has edges of cost 0.
  void walk_ahead(const SpanCosts& costs) {
    least_.assign((columns_ + 1) * cuts_, impossible);
    least_[0] = 0;
    for (std::size_t column = 0; column < columns_; ++column) {
      const bool last = column + 1 == columns_;
      for (std::size_t from = 0; from < cuts_; ++from) {
        const double before = least_[node(column, from)];
        if (before >= impossible) continue;
        for (std::size_t to = last ? cuts_ - 1 : from; to < cuts_; ++to) {
          const double cost = before + costs.cell(column, from, to);
          edge(column, from, to) = cost;
          least_[node(column + 1, to)] = std::min(least_[node(column + 1, to)], cost);
        }
      }
      for (std::size_t from = 0; from < cuts_; ++from) {
        for (std::size_t to = from; to < cuts_; ++to) {
          if (edge(column, from, to) < impossible) edge(column, from, to) -= least_[node(column + 1, to)];
        }
      }
    }
  }

  void find_best() {
    best_.resize(columns_);
    std::size_t to = cuts_ - 1;
    for (std::size_t column = columns_; column-- > 0;) {
      std::size_t from = 0;
      while (from < to && edge(column, from, to) > 0) ++from;
      best_[column] = {from, to};
      to = from;
    }
  }

  std::size_t columns_, cuts_;
  std::vector<double> edges_;  // column x from x to
  std::vector<double> least_;
  std::vector<Cut> best_;
};

void append_words(std::vector<int>& out, const SpanCosts& costs, const Cut& cut) {
  for (int word = costs.word_at(cut.first); word < costs.word_at(cut.second); ++word) out.push_back(word);
}

// How sure each cell of the best reading is; an empty cell is the same wherever it stands.
std::vector<double> shares_of_best(const Search& search, double heat) {
  std::vector<double> out(search.best().size());
  for (const auto& [column, cut, share] : search.shares(heat)) {
    const Cut& best = search.best()[column];
    if (cut == best || (is_empty(cut) && is_empty(best))) out[column] += share;
  }
  for (double& share : out) share = std::min(share, 1.0);  // sums of shares end a hair beyond
  return out;
}

class Reader {
 public:
  Reader(const Lines& in, const Columns& columns, const std::vector<RowWords>& rows, const Register& known)
      : in_(in), count_(columns.size()), rows_(rows), spans_(spans_of(rows)), model_(in, spans_, columns, known), own_(rows.size()) {}

  std::vector<std::vector<ReadCell>> read() {
    learn();
    std::vector<std::vector<ReadCell>> out;
    for (std::size_t row = 0; row < rows_.size(); ++row) out.push_back(cells_of(row));
    return out;
  }

 private:
  static std::vector<std::pair<int, int>> spans_of(const std::vector<RowWords>& rows) {
    std::vector<std::pair<int, int>> out;
    for (const auto& row : rows) {
      for (const Span& span : row.spans) out.emplace_back(span.first, span.end);
    }
    return out;
  }

  // Reads all rows again and again, each time knowing better what the columns hold.
  void learn() {
    std::vector<std::vector<Cut>> last(rows_.size());
    int unmoved = 0;
    for (int round = 0; round < rounds; ++round) {
      std::vector<Model::Cell> cells;
      std::vector<double> empties(count_);
      bool moved = false;
      for (std::size_t row = 0; row < rows_.size(); ++row) {
        if (rows_[row].spans.empty()) continue;
        const SpanCosts costs(in_, model_, rows_[row].spans.front(), false, own_[row]);
        const Search search(costs);
        moved = moved || search.best() != last[row];
        last[row] = search.best();
        own_[row].clear();
        for (const auto& [column, cut, share] : search.shares(heat_of_learning)) {
          if (is_empty(cut)) {
            empties[column] += share;
          } else {
            const auto value = costs.value(cut.first, cut.second);
            cells.push_back({column, costs.word_at(cut.first), costs.word_at(cut.second), share, value, static_cast<int>(row)});
            own_[row].push_back({column, value, share});
          }
        }
      }
      unmoved = moved ? 0 : unmoved + 1;
      if (unmoved > 1) break;
      model_.learn(cells, empties);
    }
  }

  std::vector<ReadCell> cells_of(std::size_t row) const {
    std::vector<ReadCell> out(count_);
    const auto& spans = rows_[row].spans;
    const Model::Own nothing;
    for (std::size_t i = 0; i < spans.size(); ++i) {
      const bool goes_on = i > 0;
      const SpanCosts costs(in_, model_, spans[i], goes_on, goes_on ? nothing : own_[row]);
      const Search search(costs);
      const auto seconds = search.seconds();
      const auto sure_of = shares_of_best(search, doubt());
      for (std::size_t column = 0; column < count_; ++column) {
        ReadCell& cell = out[column];
        const Cut& best = search.best()[column];
        if (goes_on && is_empty(best) && sure_of[column] >= cell.confidence) continue;
        append_words(cell.words, costs, best);
        if (goes_on && sure_of[column] >= cell.confidence) continue;
        cell.confidence = sure_of[column];
        cell.other.clear();
        cell.has_other = seconds[column].has_value();
        if (cell.has_other) append_words(cell.other, costs, *seconds[column]);
      }
    }
    return out;
  }

  double doubt() const {
    return model_.blanks_are_glue() ? heat_of_glue : heat_of_plain * (1 + heat_of_few / static_cast<double>(rows_.size()));
  }

  const Lines& in_;
  std::size_t count_;
  const std::vector<RowWords>& rows_;
  std::vector<std::pair<int, int>> spans_;
  Model model_;
  std::vector<Model::Own> own_;
};

}  // namespace

// The table by itself, so that a long document of many tables is read in the time of its length.
std::vector<std::vector<ReadCell>> segment(const Lines& in, const Columns& columns, const std::vector<RowWords>& rows,
                                           const Register& known) {
  int first = static_cast<int>(in.words.size()), end = 0;
  for (const auto& row : rows) {
    for (const Span& span : row.spans) first = std::min(first, span.first), end = std::max(end, span.end);
  }
  if (columns.empty() || first >= end) return std::vector<std::vector<ReadCell>>(rows.size(), std::vector<ReadCell>(columns.size()));
  const Lines table = in.part(first, end);
  auto moved = rows;
  for (auto& row : moved) {
    for (Span& span : row.spans) span.first -= first, span.end -= first;
  }
  auto out = Reader(table, columns, moved, known).read();
  for (auto& row : out) {
    for (ReadCell& cell : row) {
      for (int& word : cell.words) word += first;
      for (int& word : cell.other) word += first;
    }
  }
  return out;
}

}  // namespace tiendo::intake

#include "intake/chain.h"

#include <algorithm>

namespace tiendo::intake {
namespace {

constexpr int most_looked_back = 48;  // keeps the search linear in the length of the document

struct Candidate {
  int line = 0, value = 0;
  double worth = 0;
  bool fresh = false;
};

// How much a line looks like the head of a row.
double worth_of(const Lines& in, const Line& line, int value) {
  double out = line.blanks_before > 0 || line.new_page ? 1.0 : 0.6;
  if (line.end - line.first > 1) {
    switch (in.spelling(line.first + 1).shape) {
      case Shape::upper:
        break;
      case Shape::mark:
        out -= 0.2;
        break;
      case Shape::digit:
        out -= 0.5;
        break;
      case Shape::lower:
        out -= 0.9;
        break;
    }
  }
  if (value >= 1900 && value <= 2100) out -= 2;
  return out;
}

double step_worth(const Candidate& from, const Candidate& to) {
  const int step = to.value - from.value;
  if (step == 1) return 1.5;
  if (to.fresh && to.value == 1) return 1.0;
  if (to.value == 1) return -2.0;
  if (step == 0) return -2.0;
  if (step > 1 && step <= 6) return -1.0 - 0.2 * step;
  if (step > 6 && step < 400) return -4.0;
  return -6.0;
}

}  // namespace

int ordinal(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word.empty() || word.size() > 4) return -1;
  int value = 0;
  for (const char letter : word) {
    if (letter < '0' || letter > '9') return -1;
    value = value * 10 + (letter - '0');
  }
  return value > 0 ? value : -1;
}

std::vector<RowStart> chain_of_rows(const Lines& in, const std::vector<int>& lines, const std::vector<bool>& fresh) {
  std::vector<Candidate> found;
  bool after_heading = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    after_heading = after_heading || fresh[i];
    const Line& line = in.lines[static_cast<std::size_t>(lines[i])];
    const int value = ordinal(in.words[static_cast<std::size_t>(line.first)].text);
    if (value < 0) continue;
    found.push_back({lines[i], value, worth_of(in, line, value), after_heading});
    after_heading = false;
  }
  const auto n = found.size();
  std::vector<double> best(n);
  std::vector<int> before(n, -1);
  for (std::size_t i = 0; i < n; ++i) {
    // The first number of a table is most often 1.
    best[i] = found[i].worth - (found[i].value == 1 ? 0 : std::min(3.0, 0.5 + 0.1 * found[i].value));
    const std::size_t first = i > most_looked_back ? i - most_looked_back : 0;
    for (std::size_t j = first; j < i; ++j) {
      Candidate to = found[i];
      // A heading anywhere between lets the numbers restart.
      for (std::size_t k = j + 1; k < i && !to.fresh; ++k) to.fresh = found[k].fresh;
      const double value = best[j] + found[i].worth + step_worth(found[j], to);
      if (value <= best[i]) continue;
      best[i] = value;
      before[i] = static_cast<int>(j);
    }
  }
  std::vector<RowStart> out;
  if (n == 0) return out;
  int at = static_cast<int>(std::ranges::max_element(best) - best.begin());
  for (; at >= 0; at = before[static_cast<std::size_t>(at)])
    out.push_back({found[static_cast<std::size_t>(at)].line, found[static_cast<std::size_t>(at)].value});
  std::ranges::reverse(out);
  return out;
}

int steps(const std::vector<RowStart>& chain) {
  int out = 0;
  for (std::size_t i = 1; i < chain.size(); ++i) out += chain[i].value == chain[i - 1].value + 1;
  return out;
}

std::vector<RowStart> chain_of_ends(const Lines& in, const std::vector<int>& lines) {
  std::vector<RowStart> out;
  int wanted = 1;
  int last_start = -1;
  for (const int index : lines) {
    const Line& line = in.lines[static_cast<std::size_t>(index)];
    // A lone number right after a row's end heads the next row rather than ending an empty one.
    const bool heads_row = last_start < 0 && line.end - line.first == 1;
    if (ordinal(in.words[static_cast<std::size_t>(line.end - 1)].text) == wanted && !heads_row) {
      out.push_back({index, wanted++});
      last_start = -1;
    } else {
      last_start = index;
    }
  }
  return out;
}

}  // namespace tiendo::intake

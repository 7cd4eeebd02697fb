#include "formats/unruled_grid.h"

#include <algorithm>

namespace tiendo::formats {
namespace {

constexpr std::size_t fewest_columns = 3, fewest_lines = 3;
constexpr double least_gap = 0.4;   // between columns, in heights of a letter
constexpr double clear_gap = 1.0;   // between words that belong to two columns for sure
constexpr double row_space = 0.55;  // between rows, where rows stand apart
constexpr double line_space = 1.5;  // between two lines of one row, at most

struct Line {
  Box box;
  std::vector<Box> words;
  int runs = 1;  // pieces with a clear gap between them
};

Line line_of(const std::vector<Word>& words) {
  Line line{words.front().box, {}, 1};
  for (const auto& word : words) {
    if (!line.words.empty() && word.box.x0 - line.words.back().x1 > clear_gap * height_of(word.box)) ++line.runs;
    line.words.push_back(word.box);
    widen(line.box, word.box);
  }
  return line;
}

struct Gap {
  double from, to;
};

double height_of_letters(const std::vector<Line>& lines) {
  std::vector<double> heights;
  for (const auto& line : lines)
    for (const auto& word : line.words) heights.push_back(height_of(word));
  std::ranges::nth_element(heights, heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2));
  return heights[heights.size() / 2];
}

// Where no word stands in any line that has more than one piece.
std::vector<Gap> gaps_of(const std::vector<Line>& lines) {
  const double least = least_gap * height_of_letters(lines);
  std::vector<Gap> covered;
  for (const auto& line : lines)
    if (line.runs > 1)
      for (const auto& word : line.words) covered.push_back({word.x0, word.x1});
  std::ranges::sort(covered, {}, &Gap::from);
  std::vector<Gap> gaps;
  double reach = covered.empty() ? 0 : covered.front().to;
  for (const auto& piece : covered) {
    if (piece.from - reach > least) gaps.push_back({reach, piece.from});
    reach = std::max(reach, piece.to);
  }
  return gaps;
}

bool crosses(const Line& line, const std::vector<Gap>& gaps) {
  return std::ranges::any_of(gaps, [&](const Gap& gap) {
    return std::ranges::any_of(line.words, [&](const Box& word) { return word.x0 < gap.to && word.x1 > gap.from; });
  });
}

// What stands on a page as a table may: the lines from the first with columns to the last, and those that go on below it.
struct Body {
  std::vector<Line> lines;
  std::size_t sure = 0;  // lines up to the last with columns
};

Body body_of(const std::vector<std::vector<Word>>& all) {
  std::vector<Line> lines;
  for (const auto& words : all) lines.push_back(line_of(words));
  const auto has_columns = [](const Line& line) { return line.runs >= static_cast<int>(fewest_columns); };
  const auto first = std::ranges::find_if(lines, has_columns);
  const auto last = std::find_if(lines.rbegin(), lines.rend(), has_columns).base();
  if (first == lines.end() || std::count_if(first, last, has_columns) < static_cast<std::ptrdiff_t>(fewest_lines)) return {};
  return {{first, lines.end()}, static_cast<std::size_t>(last - first)};
}

// Lines that reach over a gap are text around the table at its edges, and a heading over all columns in its middle.
std::vector<Line> lines_of(const Body& body, const std::vector<Gap>& gaps) {
  std::vector<Line> lines(body.lines.begin(), body.lines.begin() + static_cast<std::ptrdiff_t>(body.sure));
  while (!lines.empty() && crosses(lines.back(), gaps)) lines.pop_back();
  while (!lines.empty() && crosses(lines.front(), gaps)) lines.erase(lines.begin());
  for (std::size_t at = body.sure; at < body.lines.size() && !lines.empty(); ++at) {
    const auto& next = body.lines[at];
    const bool goes_on = next.box.y0 - lines.back().box.y0 < line_space * height_of(next.words.front());
    if (!goes_on || crosses(next, gaps) || next.box.x0 < gaps.front().from) break;
    lines.push_back(next);
  }
  return lines;
}

struct Row {
  double from = 0, to = 0;
  bool is_heading = false;
};

// A row begins with a word in the first column where the row above has one already, with a heading, or after a clear space.
std::vector<Row> rows_of(const std::vector<Line>& lines, const std::vector<Gap>& gaps) {
  std::vector<Row> rows;
  bool has_first = false;
  for (const auto& line : lines) {
    const bool is_heading = crosses(line, gaps);
    const bool begins_left = !is_heading && line.box.x0 < gaps.front().from;
    const bool is_apart = !rows.empty() && line.box.y0 - rows.back().to > row_space * height_of(line.words.front());
    const bool is_new = rows.empty() || is_heading || rows.back().is_heading || is_apart || (begins_left && has_first);
    if (is_new) rows.push_back({line.box.y0, line.box.y1, is_heading});
    rows.back().to = std::max(rows.back().to, line.box.y1);
    has_first = (has_first && !is_new) || begins_left;
  }
  return rows;
}

std::vector<double> edges_of(const std::vector<Line>& lines, const std::vector<Gap>& gaps) {
  std::vector<double> xs{lines.front().box.x0};
  double right = lines.front().box.x1;
  for (const auto& line : lines) xs.front() = std::min(xs.front(), line.box.x0), right = std::max(right, line.box.x1);
  for (const auto& gap : gaps) xs.push_back(gap.to - 1);
  xs.front() -= 1;
  xs.push_back(right + 1);
  return xs;
}

}  // namespace

std::optional<RuledGrid> find_unruled_grid(const std::vector<std::vector<Word>>& all) {
  const auto body = body_of(all);
  if (body.sure == 0) return std::nullopt;
  const auto gaps = gaps_of({body.lines.begin(), body.lines.begin() + static_cast<std::ptrdiff_t>(body.sure)});
  if (gaps.size() + 1 < fewest_columns || gaps.size() + 1 > most_grid_columns) return std::nullopt;
  const auto lines = lines_of(body, gaps);
  if (lines.empty()) return std::nullopt;
  const auto rows = rows_of(lines, gaps);
  if (rows.size() < 2 || rows.size() > most_grid_rows) return std::nullopt;

  RuledGrid grid;
  grid.xs = edges_of(lines, gaps);
  grid.ys.push_back(rows.front().from - 1);
  for (std::size_t row = 1; row < rows.size(); ++row) grid.ys.push_back((rows[row - 1].to + rows[row].from) / 2);
  grid.ys.push_back(rows.back().to + 1);
  for (int row = 0; row < grid.rows(); ++row) {
    const auto at = static_cast<std::size_t>(row);
    const int columns = rows[at].is_heading ? 1 : grid.columns();
    for (int column = 0; column < columns; ++column) {
      const int span = rows[at].is_heading ? grid.columns() : 1;
      const auto left = static_cast<std::size_t>(column);
      grid.cells.push_back(
          {row, column, 1, span, {grid.xs[left], grid.ys[at], grid.xs[left + static_cast<std::size_t>(span)], grid.ys[at + 1]}});
    }
  }
  return grid;
}

}  // namespace tiendo::formats

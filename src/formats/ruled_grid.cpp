#include "formats/ruled_grid.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tiendo::formats {
namespace {

using Rules = std::vector<Rule>;

// Borders are drawn cell by cell, in pieces and twice: pieces in one line become one rule.
Rules joined(Rules rules, double slack) {
  std::sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.at < b.at; });
  Rules whole;
  for (std::size_t first = 0; first < rules.size();) {
    std::size_t last = first + 1;
    while (last < rules.size() && rules[last].at - rules[first].at <= slack) ++last;
    std::sort(rules.begin() + static_cast<std::ptrdiff_t>(first), rules.begin() + static_cast<std::ptrdiff_t>(last),
              [](const Rule& a, const Rule& b) { return a.from < b.from; });
    const std::size_t begin = whole.size();
    for (std::size_t i = first; i < last; ++i) {
      if (whole.size() > begin && rules[i].from - whole.back().to <= 2 * slack)
        whole.back().to = std::max(whole.back().to, rules[i].to);
      else
        whole.push_back(rules[i]);
    }
    first = last;
  }
  return whole;
}

bool touch(const Rule& horizontal, const Rule& vertical, double slack) {
  return vertical.at >= horizontal.from - slack && vertical.at <= horizontal.to + slack && horizontal.at >= vertical.from - slack &&
         horizontal.at <= vertical.to + slack;
}

// A rule of a table meets at least two rules across it, otherwise it underlines something.
void drop_lone(Rules& rules, const Rules& across, double slack) {
  std::erase_if(rules, [&](const Rule& rule) {
    int met = 0;
    for (const auto& other : across)
      if (rule.is_horizontal ? touch(rule, other, slack) : touch(other, rule, slack))
        if (++met == 2) return false;
    return true;
  });
}

struct Network {
  Rules horizontal, vertical;
};

std::vector<Network> networks(const Rules& horizontal, const Rules& vertical, double slack) {
  std::vector<std::size_t> root(horizontal.size() + vertical.size());
  std::iota(root.begin(), root.end(), 0u);
  const auto find = [&](std::size_t i) {
    while (root[i] != i) i = root[i] = root[root[i]];
    return i;
  };
  for (std::size_t h = 0; h < horizontal.size(); ++h)
    for (std::size_t v = 0; v < vertical.size(); ++v)
      if (touch(horizontal[h], vertical[v], slack)) root[find(h)] = find(horizontal.size() + v);
  std::vector<Network> found(root.size());
  for (std::size_t i = 0; i < root.size(); ++i) {
    auto& network = found[find(i)];
    if (i < horizontal.size())
      network.horizontal.push_back(horizontal[i]);
    else
      network.vertical.push_back(vertical[i - horizontal.size()]);
  }
  std::erase_if(found, [](const Network& n) { return n.horizontal.empty() || n.vertical.empty(); });
  return found;
}

std::vector<double> positions(const Rules& rules, double slack) {
  std::vector<double> all, edges;
  for (const auto& rule : rules) all.push_back(rule.at);
  std::sort(all.begin(), all.end());
  for (const double at : all)
    if (edges.empty() || at - edges.back() > 1.5 * slack) edges.push_back(at);
  return edges;
}

// Where most rules run on past the last one across them, the table is open on that side.
bool runs_past(const Rules& rules, double edge, bool at_end, double beyond) {
  std::size_t past = 0;
  for (const auto& rule : rules) past += at_end ? rule.to > edge + beyond : rule.from < edge - beyond;
  return past >= 2 && past * 2 >= rules.size();
}

double far_end(const Rules& rules, bool at_end) {
  double end = at_end ? rules[0].to : rules[0].from;
  for (const auto& rule : rules) end = at_end ? std::max(end, rule.to) : std::min(end, rule.from);
  return end;
}

bool covered(const Rules& rules, double at, double from, double to, double slack) {
  const double need = 0.6 * (to - from);
  double have = 0;
  for (const auto& rule : rules)
    if (std::abs(rule.at - at) <= 1.6 * slack) have += std::max(0.0, std::min(rule.to, to) - std::max(rule.from, from));
  return have >= need;
}

// Anchors grow to the right and down as far as no rule stops them.
std::vector<GridCell> merged_cells(const RuledGrid& grid, const Network& network, double slack) {
  const int rows = grid.rows(), columns = grid.columns();
  const auto at = [&](const std::vector<double>& v, int i) { return v[static_cast<std::size_t>(i)]; };
  const auto index = [&](int r, int c) {
    return static_cast<std::size_t>(r) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(c);
  };
  std::vector<char> right(static_cast<std::size_t>(rows * columns)), below(right), taken(right);
  for (int r = 0; r < rows; ++r)
    for (int c = 0; c < columns; ++c) {
      right[index(r, c)] = c + 1 == columns || covered(network.vertical, at(grid.xs, c + 1), at(grid.ys, r), at(grid.ys, r + 1), slack);
      below[index(r, c)] = r + 1 == rows || covered(network.horizontal, at(grid.ys, r + 1), at(grid.xs, c), at(grid.xs, c + 1), slack);
    }
  std::vector<GridCell> cells;
  for (int r = 0; r < rows; ++r)
    for (int c = 0; c < columns; ++c) {
      if (taken[index(r, c)]) continue;
      GridCell cell{r, c, 1, 1, {}};
      while (!right[index(r, c + cell.column_span - 1)] && !taken[index(r, c + cell.column_span)]) ++cell.column_span;
      const auto open_below = [&](int row) {
        for (int k = c; k < c + cell.column_span; ++k)
          if (below[index(row, k)] || taken[index(row + 1, k)]) return false;
        for (int k = c; k + 1 < c + cell.column_span; ++k)
          if (right[index(row + 1, k)]) return false;
        return true;
      };
      while (r + cell.row_span < rows && open_below(r + cell.row_span - 1)) ++cell.row_span;
      for (int i = r; i < r + cell.row_span; ++i)
        for (int k = c; k < c + cell.column_span; ++k) taken[index(i, k)] = 1;
      cell.box = {at(grid.xs, c), at(grid.ys, r), at(grid.xs, c + cell.column_span), at(grid.ys, r + cell.row_span)};
      cells.push_back(cell);
    }
  return cells;
}

RuledGrid grid_of(Network network, double slack) {
  RuledGrid grid;
  grid.xs = positions(network.vertical, slack);
  grid.ys = positions(network.horizontal, slack);
  const double beyond = 8;
  if (runs_past(network.horizontal, grid.xs.front(), false, beyond)) grid.xs.insert(grid.xs.begin(), far_end(network.horizontal, false));
  if (runs_past(network.horizontal, grid.xs.back(), true, beyond)) grid.xs.push_back(far_end(network.horizontal, true));
  if (runs_past(network.vertical, grid.ys.front(), false, beyond)) {
    grid.ys.insert(grid.ys.begin(), far_end(network.vertical, false));
    grid.is_open_above = true;
  }
  if (runs_past(network.vertical, grid.ys.back(), true, beyond)) {
    grid.ys.push_back(far_end(network.vertical, true));
    grid.is_open_below = true;
  }
  if (grid.xs.size() < 2 || grid.ys.size() < 2 || grid.columns() > most_grid_columns || grid.rows() > most_grid_rows) return grid;
  grid.cells = merged_cells(grid, network, slack);
  return grid;
}

}  // namespace

void widen(Box& box, const Box& by) {
  box = {std::min(box.x0, by.x0), std::min(box.y0, by.y0), std::max(box.x1, by.x1), std::max(box.y1, by.y1)};
}

std::vector<RuledGrid> find_grids(const std::vector<Rule>& rules, double slack) {
  Rules horizontal, vertical;
  for (const auto& rule : rules) (rule.is_horizontal ? horizontal : vertical).push_back(rule);
  horizontal = joined(std::move(horizontal), slack);
  vertical = joined(std::move(vertical), slack);
  std::erase_if(horizontal, [](const Rule& r) { return r.to - r.from < 6; });
  std::erase_if(vertical, [](const Rule& r) { return r.to - r.from < 6; });
  for (int round = 0; round < 2; ++round) {
    drop_lone(horizontal, vertical, slack);
    drop_lone(vertical, horizontal, slack);
  }
  std::vector<RuledGrid> grids;
  for (auto& network : networks(horizontal, vertical, slack)) {
    auto grid = grid_of(std::move(network), slack);
    if (grid.cells.size() >= 2) grids.push_back(std::move(grid));
  }
  std::sort(grids.begin(), grids.end(), [](const RuledGrid& a, const RuledGrid& b) { return a.ys.front() < b.ys.front(); });
  return grids;
}

}  // namespace tiendo::formats

#include "intake/match_tasks.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <unordered_map>

#include "base/text.h"
#include "intake/best_pairs.h"
#include "intake/title_key.h"

namespace tiendo::intake {
namespace {

using domain::Task;
using Rows = std::vector<std::size_t>;
using Tasks = std::vector<Task>;

constexpr char mark = '\x1f';  // between the parts of a key; no text holds it

constexpr std::pair<const char*, std::string Task::*> texts[] = {{"number", &Task::number},
                                                                 {"title", &Task::title},
                                                                 {"lead", &Task::lead},
                                                                 {"coordinating", &Task::coordinating},
                                                                 {"deliverable", &Task::deliverable},
                                                                 {"directing_leader", &Task::directing_leader},
                                                                 {"note", &Task::note},
                                                                 {"due", &Task::due}};

std::string written(const std::optional<int>& number) {
  return number ? std::to_string(*number) : "";
}

std::string place_key(const Task& task) {
  return task.section + mark + written(task.quarter) + mark + written(task.month);
}

std::string title_key(const Task& task) {
  std::string key;
  for (const auto& word : title_words(task.title)) key += word + ' ';
  return key.empty() ? search_key(task.title) : key;
}

std::string cells_key(const Task& task) {
  std::string key;
  for (const auto& [name, text] : texts) {
    if (!is_number(name)) key += task.*text + mark;
  }
  for (const auto& [header, text] : task.extra) {
    if (!text.empty()) key += header + mark + text + mark;
  }
  return key;
}

// Rows that are not yet in a pair, and the pairs so far.
struct Matching {
  Matching(const Tasks& older, const Tasks& newer) : before(older), after(newer), left(older.size()), added(newer.size()) {
    std::iota(left.begin(), left.end(), 0);
    std::iota(added.begin(), added.end(), 0);
  }

  // Pairs rows of one key in their order. Calling it with keys of less and less lets the surest pairs be made first, in one walk each.
  void pair_by(const std::function<std::string(const Task&)>& key) {
    if (left.empty() || added.empty()) return;
    std::unordered_map<std::string, std::pair<Rows, std::size_t>> waiting;
    for (const auto row : left) {
      if (auto found = key(before[row]); !found.empty()) waiting[std::move(found)].first.push_back(row);
    }
    std::vector<bool> is_paired(before.size());
    std::erase_if(added, [&](std::size_t row) {
      const auto found = waiting.find(key(after[row]));
      if (found == waiting.end()) return false;
      auto& [rows, next] = found->second;
      if (next == rows.size()) return false;
      is_paired[rows[next]] = true;
      pair(rows[next++], row, 1);
      return true;
    });
    std::erase_if(left, [&](std::size_t row) { return is_paired[row]; });
  }

  void pair(std::size_t old_row, std::size_t new_row, double likeness) {
    pairs.push_back({.before = old_row, .after = new_row, .likeness = likeness, .changes = {}});
  }

  const Tasks& before;
  const Tasks& after;
  Rows left, added;
  std::vector<TaskPair> pairs;
};

// A title taken apart once, for many comparisons.
struct Title {
  TitleWords words, series;  // words sorted
  std::string lead;
  std::set<std::string> symbols;
};

Title title_of(const Task& task) {
  Title title{title_words(task.title), series_words(task.title), search_key(task.lead), cited_symbols(task.title)};
  std::ranges::sort(title.words);
  return title;
}

std::vector<Title> titles_of(const Tasks& tasks, const Rows& rows) {
  std::vector<Title> titles;
  titles.reserve(rows.size());
  for (const auto row : rows) titles.push_back(title_of(tasks[row]));
  return titles;
}

// How alike two titles must be to be one task, and what else speaks for it.
constexpr double alike = 0.75;
constexpr double for_lead = 0.1, for_month = 0.1, for_number = 0.1, for_deliverable = 0.05, against_other_document = 0.25;

// Worth of the pair, or nothing where these are two tasks.
std::optional<PossiblePair> weigh(const Task& old_task, const Title& old_title, const Task& new_task, const Title& new_title) {
  const double likeness = similarity_of_sorted(old_title.words, new_title.words);
  const bool same_month = place_key(old_task) == place_key(new_task);
  // "Báo cáo tháng 7" in July and "Báo cáo tháng 8" in August are two of a series.
  const bool is_series = !old_title.series.empty() && old_title.series == new_title.series;
  if (is_series && !same_month) return std::nullopt;
  double hints = 0;
  if (old_title.lead == new_title.lead) hints += for_lead;
  if (same_month) hints += for_month;
  if (!old_task.number.empty() && old_task.number == new_task.number) hints += for_number;
  if (!old_task.deliverable.empty() && old_task.deliverable == new_task.deliverable) hints += for_deliverable;
  if (cite_other_documents(old_title.symbols, new_title.symbols)) hints -= against_other_document;
  if (likeness + hints < alike) return std::nullopt;
  return PossiblePair{0, 0, likeness + hints / 4};
}

// Finds for a title those that share its rarest words; the common ones ("báo cáo") say little and stand everywhere.
class TitleIndex {
 public:
  explicit TitleIndex(const std::vector<Title>& titles) : shared_(titles.size()) {
    for (std::size_t at = 0; at < titles.size(); ++at) {
      for (const auto& word : titles[at].words) {
        auto& rows = rows_[word];
        if (rows.empty() || rows.back() != at) rows.push_back(at);
      }
    }
  }

  // The likeliest few, as places in the list of titles.
  Rows likely(const Title& title) {
    std::vector<const Rows*> known;
    for (std::size_t at = 0; at < title.words.size(); ++at) {
      if (at > 0 && title.words[at] == title.words[at - 1]) continue;
      if (const auto found = rows_.find(title.words[at]); found != rows_.end()) known.push_back(&found->second);
    }
    std::ranges::sort(known, {}, [](const Rows* rows) { return rows->size(); });
    Rows met;
    std::size_t walked = 0;
    for (const Rows* rows : known) {
      if (walked > 0 && walked + rows->size() > most_walked) break;
      walked += rows->size();
      for (const auto row : *rows) {
        if (shared_[row]++ == 0) met.push_back(row);
      }
    }
    const auto end = met.begin() + static_cast<std::ptrdiff_t>(std::min(met.size(), most_likely));
    std::ranges::partial_sort(met, end, [&](auto a, auto b) { return shared_[a] != shared_[b] ? shared_[a] > shared_[b] : a < b; });
    for (const auto row : met) shared_[row] = 0;
    met.erase(end, met.end());
    return met;
  }

 private:
  static constexpr std::size_t most_walked = 8000, most_likely = 24;

  std::unordered_map<std::string, Rows> rows_;
  std::vector<std::size_t> shared_;
};

void pair_alike(Matching& matching) {
  if (matching.left.empty() || matching.added.empty()) return;
  const auto old_titles = titles_of(matching.before, matching.left), new_titles = titles_of(matching.after, matching.added);
  TitleIndex index(new_titles);
  std::vector<PossiblePair> possible;
  for (std::size_t old_at = 0; old_at < old_titles.size(); ++old_at) {
    for (const auto new_at : index.likely(old_titles[old_at])) {
      auto pair =
          weigh(matching.before[matching.left[old_at]], old_titles[old_at], matching.after[matching.added[new_at]], new_titles[new_at]);
      if (!pair) continue;
      pair->left = old_at;
      pair->right = new_at;
      possible.push_back(*pair);
    }
  }
  const auto chosen = best_pairs(old_titles.size(), new_titles.size(), possible);
  Rows left, added;
  std::vector<bool> is_paired(new_titles.size());
  for (std::size_t at = 0; at < chosen.size(); ++at) {
    if (!chosen[at]) {
      left.push_back(matching.left[at]);
      continue;
    }
    is_paired[*chosen[at]] = true;
    matching.pair(matching.left[at], matching.added[*chosen[at]],
                  similarity_of_sorted(old_titles[at].words, new_titles[*chosen[at]].words));
  }
  for (std::size_t at = 0; at < is_paired.size(); ++at) {
    if (!is_paired[at]) added.push_back(matching.added[at]);
  }
  matching.left = std::move(left);
  matching.added = std::move(added);
}

std::string id_key(const Task& task) {
  return task.id ? task.id.text() : "";
}

// Every cell of a task under its name.
std::map<std::string, std::string> cells_of(const Task& task) {
  std::map<std::string, std::string> cells{{"section", task.section}, {"quarter", written(task.quarter)}, {"month", written(task.month)}};
  for (const auto& [name, text] : texts) cells[name] = task.*text;
  for (const auto& [header, text] : task.extra) cells["extra." + header] = text;
  return cells;
}

std::vector<CellChange> changes_between(const Task& before, const Task& after, const std::function<bool(const std::string&)>& speaks) {
  std::vector<CellChange> changes;
  auto old_cells = cells_of(before);
  for (auto& [field, text] : cells_of(after)) {
    const auto was = old_cells.extract(field);
    const std::string old_text = was ? was.mapped() : "";
    if (old_text != text && speaks(field)) changes.push_back({field, old_text, text});
  }
  for (const auto& [field, text] : old_cells) {
    if (!text.empty() && speaks(field)) changes.push_back({field, text, ""});
  }
  return changes;
}

std::set<std::string> filled_columns(const Tasks& tasks) {
  std::set<std::string> filled;
  for (const auto& task : tasks) {
    for (auto& [field, text] : cells_of(task)) {
      if (!text.empty()) filled.insert(field);
    }
  }
  return filled;
}

// The fewest rows that must be lifted out so that the rest keep their order: all but a longest rising row of numbers.
std::vector<bool> lifted(const Rows& order) {
  std::vector<std::size_t> tails, from(order.size());
  constexpr auto none = static_cast<std::size_t>(-1);
  for (std::size_t at = 0; at < order.size(); ++at) {
    const auto place = std::ranges::lower_bound(tails, order[at], {}, [&](std::size_t tail) { return order[tail]; });
    from[at] = place == tails.begin() ? none : *(place - 1);
    if (place == tails.end()) {
      tails.push_back(at);
    } else {
      *place = at;
    }
  }
  std::vector<bool> out(order.size(), true);
  for (std::size_t at = tails.empty() ? none : tails.back(); at != none; at = from[at]) out[at] = false;
  return out;
}

void mark_reordered(std::vector<TaskPair>& pairs, const Tasks& after) {
  std::map<std::string, Rows> months;  // places in `pairs`
  for (std::size_t at = 0; at < pairs.size(); ++at) {
    if (!is_moved(pairs[at])) months[place_key(after[pairs[at].after])].push_back(at);
  }
  for (const auto& [month, members] : months) {
    Rows order;
    for (const auto member : members) order.push_back(pairs[member].before);
    const auto out_of_order = lifted(order);
    for (std::size_t at = 0; at < members.size(); ++at) pairs[members[at]].is_reordered = out_of_order[at];
  }
}

}  // namespace

TaskMatches match_tasks(const Tasks& before, const Tasks& after, EmptyColumn empty_column) {
  Matching matching(before, after);
  matching.pair_by(id_key);
  matching.pair_by([](const Task& task) { return cells_key(task) + place_key(task) + mark + task.number; });
  matching.pair_by([](const Task& task) { return cells_key(task) + place_key(task); });
  matching.pair_by([](const Task& task) { return title_key(task) + mark + search_key(task.lead) + mark + place_key(task); });
  matching.pair_by([](const Task& task) { return title_key(task) + mark + place_key(task); });
  matching.pair_by(cells_key);
  matching.pair_by([](const Task& task) { return title_key(task) + mark + search_key(task.lead); });
  matching.pair_by(title_key);
  pair_alike(matching);

  const auto filled = filled_columns(after);
  const auto speaks = [&](const std::string& field) { return empty_column == EmptyColumn::says_empty || filled.contains(field); };
  for (auto& pair : matching.pairs) pair.changes = changes_between(before[pair.before], after[pair.after], speaks);
  std::ranges::sort(matching.pairs, {}, &TaskPair::after);
  mark_reordered(matching.pairs, after);
  return {std::move(matching.pairs), std::move(matching.added), std::move(matching.left)};
}

bool is_place(std::string_view field) {
  return field == "section" || field == "quarter" || field == "month";
}

bool is_number(std::string_view field) {
  return field == "number";
}

bool is_moved(const TaskPair& pair) {
  return pair.is_reordered || std::ranges::any_of(pair.changes, [](const auto& change) { return is_place(change.field); });
}

bool is_renumbered(const TaskPair& pair) {
  return std::ranges::any_of(pair.changes, [](const auto& change) { return is_number(change.field); });
}

bool is_rewritten(const TaskPair& pair) {
  return std::ranges::any_of(pair.changes, [](const auto& change) { return !is_place(change.field) && !is_number(change.field); });
}

}  // namespace tiendo::intake

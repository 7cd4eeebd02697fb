// The same task twice, and activities that recur under new numbers (R14).
#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "base/text.h"
#include "domain/quantity.h"
#include "domain/tokens.h"
#include "intake/checks/desk.h"
#include "intake/title_key.h"

namespace tiendo::intake::checks {
namespace {

struct Entry {
  std::size_t row = 0;
  TitleWords full, series;
  std::string lead;
  bool lists_quantities = false;  // two or more: production and inspection plans
};

std::vector<Entry> entries(const Intake& intake) {
  std::vector<Entry> out;
  constexpr std::size_t fewest_words = 3;  // "Báo cáo" twice is no finding
  for (std::size_t row = 0; row < intake.tasks.size(); ++row) {
    const auto& title = intake.tasks[row][Field::title].text;
    Entry entry{row, title_words(title), series_words(title), search_key(intake.tasks[row][Field::lead].text),
                domain::quantities(title).size() > 1};
    if (entry.full.size() >= fewest_words && !entry.series.empty()) out.push_back(std::move(entry));
  }
  return out;
}

// Long lists of quantities that differ a little from month to month still name one activity; other titles must agree word for word.
bool same_activity(const Entry& a, const Entry& b) {
  if (a.series == b.series) return true;
  if (a.lead != b.lead || a.series.front() != b.series.front()) return false;
  constexpr double close = 0.75;
  if (a.lists_quantities && b.lists_quantities) return similarity(a.series, b.series) >= close;
  return same_with_initials(a.series, b.series);
}

std::size_t root(std::vector<std::size_t>& parents, std::size_t at) {
  while (parents[at] != at) at = parents[at] = parents[parents[at]];
  return at;
}

// Entries are compared within buckets of the same lead, or with the very same words: the work grows with the document.
std::vector<std::vector<Entry>> activities(std::vector<Entry> all) {
  std::vector<std::size_t> parents(all.size());
  std::iota(parents.begin(), parents.end(), std::size_t{0});
  std::map<TitleWords, std::size_t> by_words;
  std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> by_lead;  // lead and first word
  constexpr std::size_t most_compared = 200;                                        // leaders of groups within a bucket
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto [known, is_new] = by_words.emplace(all[i].series, i);
    parents[i] = known->second;
    if (!is_new) continue;
    auto& bucket = by_lead[{all[i].lead, all[i].series.front()}];
    for (const auto other : bucket) {
      if (same_activity(all[other], all[i])) parents[root(parents, i)] = root(parents, other);
    }
    if (bucket.size() < most_compared) bucket.push_back(i);
  }
  std::map<std::size_t, std::vector<Entry>> groups;
  for (std::size_t i = 0; i < all.size(); ++i) groups[root(parents, i)].push_back(std::move(all[i]));
  std::vector<std::vector<Entry>> out;
  for (auto& [first, group] : groups) {
    if (group.size() > 1) out.push_back(std::move(group));
  }
  return out;
}

std::string time_of(const TaskDraft& task) {
  return task.month ? std::to_string(*task.month) : task[Field::due].text;
}

// "(đợt 1)", "(Đợt 2)": one piece of work in instalments.
bool in_instalments(const Intake& intake, const std::vector<Entry>& group) {
  static const domain::WordSet instalment{"đợt"};
  return std::ranges::all_of(group, [&](const Entry& entry) {
    const auto in = domain::tokens(intake.tasks[entry.row][Field::title].text);
    for (std::size_t at = 0; at + 1 < in.size(); ++at) {
      if (instalment.has(in[at]) && in[at + 1].is_number()) return true;
    }
    return false;
  });
}

void say_series(const Desk& desk, const std::vector<Entry>& group, Problems& problems) {
  std::vector<std::string> times;
  std::string labels;
  bool by_month = true;
  for (const auto& entry : group) {
    const auto& task = desk.intake.tasks[entry.row];
    by_month &= task.month.has_value();
    times.push_back(time_of(task));
    labels += (labels.empty() ? "" : "; ") + task_label(desk.intake, entry.row);
  }
  const auto* key = in_instalments(desk.intake, group) ? "instalments" : by_month ? "series" : "series_by_due";
  problems.push_back(
      {key,
       Severity::info,
       task_place(desk.intake, group.front().row, "title"),
       {quoted(desk.intake.tasks[group.front().row][Field::title].text), listed(times), labels, std::to_string(group.size())}});
}

// Work given to several units at once stands in several rows with the same words: the leads differ.
void say_duplicates(const Desk& desk, const std::vector<Entry>& group, Problems& problems) {
  std::map<std::pair<TitleWords, std::string>, std::size_t> first;
  for (const auto& entry : group) {
    const auto [known, is_new] = first.emplace(std::pair{entry.full, entry.lead}, entry.row);
    if (is_new) continue;
    problems.push_back({"same_task_twice",
                        Severity::warning,
                        task_place(desk.intake, entry.row, "title"),
                        {quoted(desk.intake.tasks[entry.row][Field::title].text), task_label(desk.intake, known->second),
                         task_label(desk.intake, entry.row)}});
  }
}

}  // namespace

void check_repeats(const Desk& desk, Problems& problems) {
  for (const auto& group : activities(entries(desk.intake))) {
    std::set<std::string> times;
    std::set<TitleWords> texts;
    for (const auto& entry : group) {
      times.insert(time_of(desk.intake.tasks[entry.row]));
      texts.insert(entry.full);
    }
    constexpr std::size_t fewest_times = 3;  // the same words in three months are a routine, in two more likely a slip
    const bool is_series = times.size() == group.size() && (times.size() >= fewest_times || texts.size() == group.size());
    if (is_series)
      say_series(desk, group, problems);
    else
      say_duplicates(desk, group, problems);
  }
}

}  // namespace tiendo::intake::checks

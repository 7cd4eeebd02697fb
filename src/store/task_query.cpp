// Pages of tasks: by filter along one index, or by words along the index of words.
#include <algorithm>
#include <limits>

#include "base/error.h"
#include "store/database.h"
#include "store/kept.h"
#include "store/search.h"
#include "store/store.h"
#include "store/task_filter.h"
#include "store/task_rows.h"

namespace tiendo::store {
namespace {

struct Found {
  Task task;
  int stage = 0;
};

constexpr std::string_view found_words =
    "(select rowid as id, 0 as stage from task_words where task_words match ? and rowid between ? and ?"
    " union all select rowid, 1 from task_words where task_words match ? and rowid between ? and ?) w cross join tasks t on t.id = w.id";

// Where the ids of a filter's tasks lie: those of one programme came in together.
struct IdRange {
  std::int64_t first = 0, last = std::numeric_limits<std::int64_t>::max();
};

IdRange ids_within(Database& database, AgencyId agency, const TaskFilter& filter) {
  if (!filter.programme) return {};
  auto rows = database.query("select min(id), max(id) from tasks where agency_id = $1 and programme_id = $2", agency, filter.programme);
  return rows.next() ? IdRange{rows.number(0), rows.number(1)} : IdRange{};
}

std::string without_marked(const WordSearch& search) {
  return "(" + search.folded + ") NOT (" + search.marked + ")";
}

std::vector<Found> by_filter(Database& database, AgencyId agency, const TaskFilter& filter, const std::optional<Cursor>& cursor,
                             int limit) {
  Query query;
  query.add("select " TIENDO_TASK_COLUMNS ", 0 from tasks t");
  add_conditions(query, agency, filter);
  if (cursor) add_after(query.add(" and "), *cursor, filter.order);
  query.add(" order by ").add(order_by(filter.order)).add(" limit ?", {std::int64_t{limit}});
  std::vector<Found> found;
  auto rows = query.ask(database);
  while (rows.next()) found.push_back({task_from(rows, agency), 0});
  return found;
}

// Ids grow in the order of import and position: the index of words gives them so, and a page stops where it is full.
std::vector<Found> by_words(Database& database, AgencyId agency, const WordSearch& search, const std::optional<Cursor>& cursor, int limit) {
  constexpr std::string_view sql = "select " TIENDO_TASK_COLUMNS R"sql( from task_words w cross join tasks t on t.id = w.rowid
    where task_words match $1 and w.rowid > $2 and t.agency_id = $3 order by w.rowid limit $4)sql";
  std::vector<Found> found;
  for (int stage = cursor ? cursor->stage : 0; stage < 2 && found.size() < static_cast<std::size_t>(limit); ++stage) {
    const std::int64_t after = cursor && cursor->stage == stage ? cursor->id : 0;
    auto rows =
        database.query(sql, stage == 0 ? search.marked : without_marked(search), after, agency, limit - static_cast<int>(found.size()));
    while (rows.next()) found.push_back({task_from(rows, agency), stage});
  }
  return found;
}

std::vector<Found> by_words_and_filter(Database& database, AgencyId agency, const TaskFilter& filter, const WordSearch& search,
                                       const std::optional<Cursor>& cursor, int limit) {
  const IdRange ids = ids_within(database, agency, filter);
  Query query;
  query.add("select " TIENDO_TASK_COLUMNS ", w.stage from ")
      .add(found_words, {search.marked, ids.first, ids.last, without_marked(search), ids.first, ids.last});
  add_conditions(query, agency, filter);
  if (cursor) {
    query.add(" and (w.stage > ? or w.stage = ? and ", {std::int64_t{cursor->stage}, std::int64_t{cursor->stage}});
    add_after(query, *cursor, filter.order);
    query.add(")");
  }
  query.add(" order by w.stage, ").add(order_by(filter.order)).add(" limit ?", {std::int64_t{limit}});
  std::vector<Found> found;
  auto rows = query.ask(database);
  while (rows.next()) found.push_back({task_from(rows, agency), rows.small(task_columns)});
  return found;
}

bool by_words_alone(const TaskFilter& filter) {
  return !has_conditions(filter) && !filter.programme && filter.order == TaskOrder::position;
}

std::int64_t first_number(Rows rows) {
  return rows.next() ? rows.number(0) : 0;
}

std::int64_t count(Database& database, AgencyId agency, const TaskFilter& filter) {
  if (!filter.words.empty()) {
    const WordSearch search = word_search(agency, filter.words);
    if (search.folded.empty()) return 0;
    if (!has_conditions(filter) && !filter.programme) {
      return first_number(database.query("select count(*) from task_words where task_words match $1", search.folded));
    }
    const IdRange ids = ids_within(database, agency, filter);
    Query query;
    query.add("select count(*) from task_words w cross join tasks t on t.id = w.rowid");
    add_conditions(query, agency, filter);
    query.add(" and task_words match ? and w.rowid between ? and ?", {search.folded, ids.first, ids.last});
    return first_number(query.ask(database));
  }
  if (!has_conditions(filter)) {
    return filter.programme
               ? first_number(database.query("select tasks from programmes where agency_id = $1 and id = $2", agency, filter.programme))
               : first_number(database.query("select sum(tasks) from programmes where agency_id = $1", agency));
  }
  Query query;
  query.add("select count(*) from tasks t");
  add_conditions(query, agency, filter);
  return first_number(query.ask(database));
}

}  // namespace

TaskPage Reader::tasks(AgencyId agency, const TaskFilter& filter) const {
  const int limit = std::clamp(filter.limit, 1, most_tasks_a_page);
  const auto cursor = filter.cursor.empty() ? std::nullopt : std::optional(Cursor::parse(filter.cursor));
  TaskPage page;
  std::vector<Found> found;
  if (filter.words.empty()) {
    found = by_filter(database(), agency, filter, cursor, limit + 1);
  } else if (const WordSearch search = word_search(agency, filter.words); !search.folded.empty()) {
    found = by_words_alone(filter) ? by_words(database(), agency, search, cursor, limit + 1)
                                   : by_words_and_filter(database(), agency, filter, search, cursor, limit + 1);
  }
  if (found.size() > static_cast<std::size_t>(limit)) {
    found.pop_back();
    page.next = Cursor::after(found.back().task, filter.order, found.back().stage).text();
  }
  page.tasks.reserve(found.size());
  for (Found& each : found) page.tasks.push_back(std::move(each.task));
  page.total = total_of(agency, filter);
  return page;
}

std::int64_t Reader::total_of(AgencyId agency, const TaskFilter& filter) const {
  if (filter.words.empty() && !has_conditions(filter)) return count(database(), agency, filter);
  if (!lease_) return count(database(), agency, filter);  // a writer's changes are not yet everybody's
  const std::int64_t changes = changes_of(agency);
  const std::string key = key_of(agency, filter);
  auto& kept = *store_->kept_;
  {
    const std::lock_guard lock(kept.mutex);
    const auto known = kept.totals.find(key);
    if (known != kept.totals.end() && known->second.changes == changes) return known->second.value;
  }
  const std::int64_t total = count(database(), agency, filter);
  const std::lock_guard lock(kept.mutex);
  if (kept.totals.size() >= most_kept_totals) kept.totals.clear();
  kept.totals[key] = {changes, total};
  return total;
}

}  // namespace tiendo::store

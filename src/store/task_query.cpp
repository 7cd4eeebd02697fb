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

// Hands over the rows of one page, and notes where it ends.
class Page {
 public:
  Page(const TaskFilter& filter, const std::function<void(const TaskView&)>& visit)
      : filter_(filter), limit_(std::clamp(filter.limit, 1, most_tasks_a_page)), visit_(visit) {}

  int room() const { return limit_ + 1 - taken_; }  // one more tells that another page follows
  void take(const Rows& row, int stage) {
    if (++taken_ > limit_) {
      next_ = last_.text();
      return;
    }
    const auto view = view_of(row);
    visit_(view);
    if (taken_ == limit_) last_ = Cursor::after(view, filter_.order, stage);
  }
  std::string next() const { return next_; }

 private:
  const TaskFilter& filter_;
  int limit_, taken_ = 0;
  const std::function<void(const TaskView&)>& visit_;
  Cursor last_;
  std::string next_;
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

void by_filter(Page& page, Database& database, AgencyId agency, const TaskFilter& filter, const std::optional<Cursor>& cursor) {
  Query query;
  query.add("select " TIENDO_TASK_COLUMNS " from tasks t");
  add_conditions(query, agency, filter);
  if (cursor) add_after(query.add(" and "), *cursor, filter.order);
  query.add(" order by ").add(order_by(filter.order)).add(" limit ?", {std::int64_t{page.room()}});
  auto rows = query.ask(database);
  while (rows.next()) page.take(rows, 0);
}

// The index of words leads, and each id that it gives is looked at: the plus keeps SQLite from asking it once for every id of a unit.
constexpr std::string_view found_id = "+w.rowid";

// Ids grow in the order of import and position: the index of words gives them so, and a page stops where it is full.
void by_words(Page& page, Database& database, AgencyId agency, const TaskFilter& filter, const WordSearch& search,
              const std::optional<Cursor>& cursor) {
  for (int stage = cursor ? cursor->stage : 0; stage < 2 && page.room() > 0; ++stage) {
    const std::int64_t after = cursor && cursor->stage == stage ? cursor->id : 0;
    Query query;
    query.add("select " TIENDO_TASK_COLUMNS " from task_words w cross join tasks t on t.id = w.rowid");
    add_conditions(query, agency, filter, found_id);
    query.add(" and task_words match ? and w.rowid > ? order by w.rowid limit ?",
              {stage == 0 ? search.marked : without_marked(search), after, std::int64_t{page.room()}});
    auto rows = query.ask(database);
    while (rows.next()) page.take(rows, stage);
  }
}

void by_words_sorted(Page& page, Database& database, AgencyId agency, const TaskFilter& filter, const WordSearch& search,
                     const std::optional<Cursor>& cursor) {
  const IdRange ids = ids_within(database, agency, filter);
  Query query;
  query.add("select " TIENDO_TASK_COLUMNS ", w.stage from ")
      .add(found_words, {search.marked, ids.first, ids.last, without_marked(search), ids.first, ids.last});
  add_conditions(query, agency, filter, "+w.id");
  if (cursor) {
    query.add(" and (w.stage > ? or w.stage = ? and ", {std::int64_t{cursor->stage}, std::int64_t{cursor->stage}});
    add_after(query, *cursor, filter.order);
    query.add(")");
  }
  query.add(" order by w.stage, ").add(order_by(filter.order)).add(" limit ?", {std::int64_t{page.room()}});
  auto rows = query.ask(database);
  while (rows.next()) page.take(rows, rows.small(task_columns));
}

// The order of the words' own index. Within one programme rows may have been moved since, and are few enough to be sorted.
bool is_in_order_of_words(const TaskFilter& filter) {
  return !filter.programme && filter.order == TaskOrder::position;
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
    query.add("select count(*) from task_words w cross join tasks t indexed by tasks_by_facts on t.id = w.rowid");
    add_conditions(query, agency, filter, found_id);
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

PageEnd Reader::each_task(AgencyId agency, const TaskFilter& filter, const std::function<void(const TaskView&)>& visit) const {
  const auto cursor = filter.cursor.empty() ? std::nullopt : std::optional(Cursor::parse(filter.cursor));
  Page page(filter, visit);
  if (filter.words.empty()) {
    by_filter(page, database(), agency, filter, cursor);
  } else if (const WordSearch search = word_search(agency, filter.words); !search.folded.empty()) {
    is_in_order_of_words(filter) ? by_words(page, database(), agency, filter, search, cursor)
                                 : by_words_sorted(page, database(), agency, filter, search, cursor);
  }
  return {page.next(), total_of(agency, filter)};
}

TaskPage Reader::tasks(AgencyId agency, const TaskFilter& filter) const {
  TaskPage page;
  const auto end = each_task(agency, filter, [&](const TaskView& view) { page.tasks.push_back(task_from(view, agency)); });
  page.next = end.next;
  page.total = end.total;
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

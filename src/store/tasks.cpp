// One task: its row, its words in the index, its units, leaders and labels.
#include "base/error.h"
#include "base/text.h"
#include "store/amounts.h"
#include "store/groups.h"
#include "store/lists.h"
#include "store/search.h"
#include "store/store.h"
#include "store/task_rows.h"

namespace tiendo::store {
namespace {

constexpr std::size_t longest_title_key = 120;  // enough to order titles; equal ones follow their ids
constexpr std::string_view no_deadline = "9999-12-31";

std::optional<Period> period_from(std::string_view first, std::string_view last) {
  const auto from = find_date(first), to = find_date(last);
  return from && to ? std::optional(Period::span(*from, *to)) : std::nullopt;
}

std::optional<std::string> first_day(const Task& task) {
  return task.due_period ? std::optional(iso(task.due_period->first_day())) : std::nullopt;
}

std::optional<std::string> last_day(const Task& task) {
  return task.due_period ? std::optional(iso(task.due_period->last_day())) : std::nullopt;
}

void add_words(Database& database, const Task& task) {
  database.run("insert into task_words (rowid, words) values ($1, $2)", task.id, index_words(task));
}

// The index holds no text of its own: what is taken out must be said as it was put in.
void remove_words(Database& database, const Task& task) {
  database.run("insert into task_words (task_words, rowid, words) values ('delete', $1, $2)", task.id, index_words(task));
}

void add_units(Database& database, const Task& task, std::string_view role, const std::vector<UnitId>& units) {
  for (const UnitId unit : units) {
    database.run("insert or ignore into task_units (agency_id, unit_id, role, programme_id, task_id) values ($1, $2, $3, $4, $5)",
                 task.agency, unit, role, task.programme, task.id);
  }
}

void remove_units(Database& database, const Task& task, std::string_view role, const std::vector<UnitId>& units) {
  for (const UnitId unit : units) {
    database.run(R"sql(
      delete from task_units where agency_id = $1 and unit_id = $2 and role = $3 and programme_id = $4 and task_id = $5
    )sql",
                 task.agency, unit, role, task.programme, task.id);
  }
}

void add_meaning(Database& database, const Task& task) {
  add_units(database, task, "lead", task.lead_units);
  add_units(database, task, "coordinating", task.coordinating_units);
  add_groups_of(database, task);
  for (const PersonId leader : task.directing_leaders) {
    database.run("insert or ignore into task_leaders (agency_id, person_id, programme_id, task_id) values ($1, $2, $3, $4)", task.agency,
                 leader, task.programme, task.id);
  }
  for (const std::string& label : task.labels) {
    database.run("insert or ignore into task_labels (agency_id, label, programme_id, task_id) values ($1, $2, $3, $4)", task.agency, label,
                 task.programme, task.id);
  }
}

void remove_meaning(Database& database, const Task& task) {
  remove_units(database, task, "lead", task.lead_units);
  remove_units(database, task, "coordinating", task.coordinating_units);
  remove_groups_of(database, task);
  for (const PersonId leader : task.directing_leaders) {
    database.run("delete from task_leaders where agency_id = $1 and person_id = $2 and programme_id = $3 and task_id = $4", task.agency,
                 leader, task.programme, task.id);
  }
  for (const std::string& label : task.labels) {
    database.run("delete from task_labels where agency_id = $1 and label = $2 and programme_id = $3 and task_id = $4", task.agency, label,
                 task.programme, task.id);
  }
}

}  // namespace

std::string due_key(std::string_view last_day) {
  return std::string(last_day.empty() ? no_deadline : last_day);
}

std::string title_key(std::string_view title) {
  return sort_key(title).substr(0, longest_title_key);
}

TaskView view_of(const Rows& row) {
  TaskView view;
  row.read(0, view.id);
  row.read(1, view.programme);
  view.position = row.small(2);
  view.section = row.view(3);
  view.quarter = row.find_small(4);
  view.month = row.find_small(5);
  view.number = row.view(6);
  view.title = row.view(7);
  view.lead = row.view(8);
  view.coordinating = row.view(9);
  view.deliverable = row.view(10);
  view.directing_leader = row.view(11);
  view.note = row.view(12);
  view.due = row.view(13);
  view.extra = row.view(14);
  view.lead_units = {row.view(15)};
  view.coordinating_units = {row.view(16)};
  view.directing_leaders = {row.view(17)};
  view.labels = row.view(18);
  view.due_from = row.view(19);
  view.due_to = row.view(20);
  view.version = row.small(21);
  return view;
}

Task task_from(const TaskView& view, AgencyId agency) {
  Task task;
  task.id = view.id;
  task.agency = agency;
  task.programme = view.programme;
  task.position = view.position;
  task.section = view.section;
  task.quarter = view.quarter;
  task.month = view.month;
  task.number = view.number;
  task.title = view.title;
  task.lead = view.lead;
  task.coordinating = view.coordinating;
  task.deliverable = view.deliverable;
  task.directing_leader = view.directing_leader;
  task.note = view.note;
  task.due = view.due;
  task.extra = values_from(view.extra);
  task.lead_units = ids_from<UnitEntity>(view.lead_units.json);
  task.coordinating_units = ids_from<UnitEntity>(view.coordinating_units.json);
  task.directing_leaders = ids_from<PersonEntity>(view.directing_leaders.json);
  task.labels = words_from(view.labels);
  task.due_period = period_from(view.due_from, view.due_to);
  task.version = view.version;
  return task;
}

Task Reader::task(AgencyId agency, TaskId id) const {
  auto rows = database().query("select " TIENDO_TASK_COLUMNS " from tasks t where t.agency_id = $1 and t.id = $2", agency, id);
  if (!rows.next()) throw Error(ErrorCode::not_found, "task_not_found");
  return task_from(view_of(rows), agency);
}

std::vector<Task> Reader::tasks_of_intake(AgencyId agency, IntakeId intake) const {
  const auto programme = this->intake(agency, intake).programme;
  std::vector<Task> tasks;
  auto rows = database().query("select " TIENDO_TASK_COLUMNS R"sql( from tasks t
    where t.agency_id = $1 and t.programme_id = $2 and t.intake_id = $3 order by t.position, t.id)sql",
                               agency, programme, intake);
  while (rows.next()) tasks.push_back(task_from(view_of(rows), agency));
  return tasks;
}

TaskSource Reader::source_of(AgencyId agency, TaskId task) const {
  auto rows = database().query(R"sql(
    select t.intake_id, p.places from tasks t left join task_places p on p.agency_id = t.agency_id and p.task_id = t.id
    where t.agency_id = $1 and t.id = $2
  )sql",
                               agency, task);
  if (!rows.next()) throw Error(ErrorCode::not_found, "task_not_found");
  TaskSource source{{}, rows.find_text(1).value_or("{}")};
  if (!rows.is_null(0)) source.intake = IntakeId(rows.number(0));
  return source;
}

void Writer::add(const Task& task, std::optional<IntakeId> intake, std::string_view places) {
  database().run(R"sql(
    insert into tasks (agency_id, id, programme_id, intake_id, position, section, quarter, month, number, title, lead, coordinating,
      deliverable, directing_leader, note, due, extra, lead_units, coordinating_units, directing_leaders, labels, due_from, due_to,
      due_key, number_key, title_key, version)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27)
  )sql",
                 task.agency, task.id, task.programme, intake, task.position, task.section, task.quarter, task.month, task.number,
                 task.title, task.lead, task.coordinating, task.deliverable, task.directing_leader, task.note, task.due,
                 object_of(task.extra), list_of(task.lead_units), list_of(task.coordinating_units), list_of(task.directing_leaders),
                 list_of(task.labels), first_day(task), last_day(task), due_key(last_day(task).value_or("")), number_key(task.number),
                 Blob{title_key(task.title)}, task.version);
  if (!places.empty()) {
    database().run("insert into task_places (agency_id, task_id, places) values ($1, $2, $3)", task.agency, task.id, places);
  }
  add_words(database(), task);
  add_meaning(database(), task);
  keep_targets(*this, task);
  begin_work(task);
  database().run("update programmes set tasks = tasks + 1 where agency_id = $1 and id = $2", task.agency, task.programme);
}

void Writer::save(const Task& task, Instant now) {
  const Task before = this->task(task.agency, task.id);
  if (before.version != task.version) throw Error(ErrorCode::conflict, "stale_version");
  database().run(R"sql(
    update tasks set position = $3, section = $4, quarter = $5, month = $6, number = $7, title = $8, lead = $9, coordinating = $10,
      deliverable = $11, directing_leader = $12, note = $13, due = $14, extra = $15, lead_units = $16, coordinating_units = $17,
      directing_leaders = $18, labels = $19, due_from = $20, due_to = $21, due_key = $22, number_key = $23, title_key = $24,
      version = version + 1
    where agency_id = $1 and id = $2
  )sql",
                 task.agency, task.id, task.position, task.section, task.quarter, task.month, task.number, task.title, task.lead,
                 task.coordinating, task.deliverable, task.directing_leader, task.note, task.due, object_of(task.extra),
                 list_of(task.lead_units), list_of(task.coordinating_units), list_of(task.directing_leaders), list_of(task.labels),
                 first_day(task), last_day(task), due_key(last_day(task).value_or("")), number_key(task.number),
                 Blob{title_key(task.title)});
  remove_words(database(), before);
  add_words(database(), task);
  remove_meaning(database(), before);
  add_meaning(database(), task);
  if (before.title != task.title) keep_targets(*this, task);
  follow_task(before, task, now);
}

void Writer::remove_task(const Task& task, Instant now) {
  const Task kept = this->task(task.agency, task.id);
  if (kept.version != task.version) throw Error(ErrorCode::conflict, "stale_version");
  end_work(kept, now);
  remove_words(database(), kept);
  remove_meaning(database(), kept);
  forget_targets(*this, kept);
  database().run("delete from task_places where agency_id = $1 and task_id = $2", kept.agency, kept.id);
  database().run("delete from tasks where agency_id = $1 and id = $2", kept.agency, kept.id);
  database().run("update programmes set tasks = tasks - 1 where agency_id = $1 and id = $2", kept.agency, kept.programme);
}

void Writer::place(AgencyId agency, TaskId task, int position) {
  database().run("update tasks set position = $3 where agency_id = $1 and id = $2", agency, task, position);
}

void Writer::save_source(AgencyId agency, TaskId task, const TaskSource& source) {
  database().run("update tasks set intake_id = $3 where agency_id = $1 and id = $2", agency, task, source.intake);
  database().run(R"sql(
    insert into task_places (agency_id, task_id, places) values ($1, $2, $3)
    on conflict (agency_id, task_id) do update set places = excluded.places
  )sql",
                 agency, task, source.places);
}

}  // namespace tiendo::store

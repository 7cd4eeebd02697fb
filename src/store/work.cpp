// The work on tasks: its rows, its history, what was said, what proves it, and the counts kept beside them.
#include <fmt/format.h>

#include "base/error.h"
#include "base/hash.h"
#include "store/as_of.h"
#include "store/database.h"
#include "store/deadlines.h"
#include "store/lists.h"
#include "store/steps.h"
#include "store/store.h"
#include "store/tally_book.h"
#include "store/task_rows.h"
#include "store/work_settings.h"

namespace tiendo::store {
namespace {

#define TIENDO_WORK_COLUMNS                                                                                                         \
  "w.task_id, w.programme_id, w.state, w.due_on, w.first_due_on, w.due_from, w.due_to, w.completed_on, w.confirmed_at, w.percent, " \
  "w.sent_back, w.extensions, w.executor_id, w.reported_by, w.heard_at, w.version"

std::optional<Period> period_from(const Rows& row, int column) {
  const auto from = find_date(row.view(column)), to = find_date(row.view(column + 1));
  return from && to ? std::optional(Period::span(*from, *to)) : std::nullopt;
}

std::optional<UserId> user_at(const Rows& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(UserId(row.number(column)));
}

std::optional<Instant> instant_at(const Rows& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.instant(column));
}

std::optional<std::string> first_day(const std::optional<Period>& period) {
  return period ? std::optional(iso(period->first_day())) : std::nullopt;
}

std::optional<std::string> last_day(const std::optional<Period>& period) {
  return period ? std::optional(iso(period->last_day())) : std::nullopt;
}

Work work_from(const Rows& row, int at, AgencyId agency) {
  Work work;
  work.agency = agency;
  row.read(at, work.task);
  row.read(at + 1, work.programme);
  work.state = find_work_state(row.view(at + 2)).value();
  work.due_on = due_from(row.view(at + 3));
  work.first_due_on = due_from(row.view(at + 4));
  work.extended_to = period_from(row, at + 5);
  work.completed_on = find_date(row.view(at + 7));
  work.confirmed_at = instant_at(row, at + 8);
  work.percent = row.small(at + 9);
  work.sent_back = row.small(at + 10);
  work.extensions = row.small(at + 11);
  work.executor = user_at(row, at + 12);
  work.reported_by = user_at(row, at + 13);
  work.heard_at = instant_at(row, at + 14);
  work.version = row.small(at + 15);
  return work;
}

WorkEntry entry_from(const Rows& row, AgencyId agency, TaskId task) {
  WorkEntry entry;
  entry.id = row.number(0);
  entry.task = task;
  entry.at = row.instant(1);
  entry.by = {UserId(row.number(2)), agency, row.text(3)};
  entry.kind = find_entry_kind(row.view(4)).value();
  entry.move = find_work_move(row.view(5));
  entry.state = find_work_state(row.view(6)).value();
  entry.words = row.text(7);
  entry.difficulties = row.text(8);
  entry.requests = row.text(9);
  entry.percent = row.find_small(10);
  return entry;
}

#define TIENDO_EVIDENCE_COLUMNS \
  "id, task_id, kind, number, symbol, issued_on, issuer, words, file_sha256, file_name, file_bytes, added_at, added_by"

Evidence evidence_from(const Rows& row) {
  Evidence evidence;
  evidence.id = row.number(0);
  row.read(1, evidence.task);
  evidence.kind = row.text(2);
  evidence.number = row.text(3);
  evidence.symbol = row.text(4);
  evidence.issued_on = find_date(row.view(5));
  evidence.issuer = row.text(6);
  evidence.words = row.text(7);
  evidence.file_sha256 = row.find_text(8).value_or("");
  evidence.file_name = row.text(9);
  evidence.file_bytes = row.number(10);
  evidence.added_at = row.instant(11);
  row.read(12, evidence.added_by);
  return evidence;
}

#define TIENDO_EXTENSION_COLUMNS                                                                                               \
  "id, task_id, state, asked_at, asked_by, asked_name, current_to, wanted_from, wanted_to, reason, answered_at, answered_by, " \
  "answer_name, answer, offered_from, offered_to, version, document"

Extension extension_from(const Rows& row, AgencyId agency) {
  Extension extension{.id = row.number(0), .wanted = period_from(row, 7).value()};
  row.read(1, extension.task);
  extension.state = find_extension_state(row.view(2)).value();
  extension.asked_at = row.instant(3);
  extension.asked_by = {UserId(row.number(4)), agency, row.text(5)};
  extension.current_last_day = find_date(row.view(6)).value();
  extension.reason = row.text(9);
  extension.answered_at = instant_at(row, 10);
  if (const auto user = user_at(row, 11)) extension.answered_by = Actor{*user, agency, row.text(12)};
  extension.answer = row.text(13);
  extension.offered = period_from(row, 14);
  extension.version = row.small(16);
  extension.document = row.text(17);
  return extension;
}

std::optional<int> late_or_not(const Work& work) {
  return work.completed_on ? std::optional(is_late(work) ? 1 : 0) : std::nullopt;
}

void write_history(Database& database, const Task& task, const Work& work, Instant at, bool is_removed) {
  database.run(R"sql(
    insert into work_history (agency_id, task_id, at, id, programme_id, lead_units, state, due_on, is_late)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  )sql",
               task.agency, task.id, at, next_id(at), task.programme, list_of(task.lead_units),
               is_removed ? std::nullopt : std::optional<std::string>(name_of(work.state)), due_text(work.due_on), late_or_not(work));
}

bool has_history(Database& database, const Task& task) {
  return database.query("select 1 from work_history where agency_id = $1 and task_id = $2 limit 1", task.agency, task.id).next();
}

}  // namespace

Work Reader::work(AgencyId agency, TaskId task) const {
  auto rows = database().query("select " TIENDO_WORK_COLUMNS " from work w where w.agency_id = $1 and w.task_id = $2", agency, task);
  if (!rows.next()) throw Error(ErrorCode::not_found, "task_not_found");
  return work_from(rows, 0, agency);
}

std::vector<WorkEntry> Reader::work_entries(AgencyId agency, TaskId task) const {
  std::vector<WorkEntry> entries;
  auto rows = database().query(R"sql(
    select id, at, by_id, by_name, kind, move, state, words, difficulties, requests, percent from work_entries
    where agency_id = $1 and task_id = $2 order by id
  )sql",
                               agency, task);
  while (rows.next()) entries.push_back(entry_from(rows, agency, task));
  return entries;
}

std::vector<Evidence> Reader::evidence(AgencyId agency, TaskId task) const {
  std::vector<Evidence> all;
  auto rows =
      database().query("select " TIENDO_EVIDENCE_COLUMNS " from evidence where agency_id = $1 and task_id = $2 order by id", agency, task);
  while (rows.next()) all.push_back(evidence_from(rows));
  return all;
}

std::vector<Extension> Reader::extensions(AgencyId agency, TaskId task) const {
  std::vector<Extension> all;
  auto rows = database().query("select " TIENDO_EXTENSION_COLUMNS " from extensions where agency_id = $1 and task_id = $2 order by id",
                               agency, task);
  while (rows.next()) all.push_back(extension_from(rows, agency));
  return all;
}

std::vector<Extension> Reader::open_extensions(AgencyId agency) const {
  std::vector<Extension> all;
  auto rows = database().query(
      "select " TIENDO_EXTENSION_COLUMNS " from extensions where agency_id = $1 and state in ('open', 'offered') order by id", agency);
  while (rows.next()) all.push_back(extension_from(rows, agency));
  return all;
}

std::string Reader::file(AgencyId agency, std::string_view sha256_of_bytes) const {
  auto rows = database().query("select bytes from files where agency_id = $1 and sha256 = $2", agency, sha256_of_bytes);
  if (!rows.next()) throw Error(ErrorCode::not_found, "evidence_file_unknown");
  std::string bytes = rows.text(0);
  if (sha256(bytes) != sha256_of_bytes) throw Error(ErrorCode::internal, "file_changed", {}, std::string(sha256_of_bytes));
  return bytes;
}

std::vector<TaskAtWork> Reader::tasks_at_work(AgencyId agency, const WorkFilter& filter) const {
  std::vector<TaskAtWork> all;
  auto rows = database().query("select " TIENDO_TASK_COLUMNS ", " TIENDO_WORK_COLUMNS R"sql(
    from work w join tasks t on t.id = w.task_id
    where w.agency_id = $1 and ($2 is null or w.programme_id = $2) and ($3 is null or w.state = $3)
      and ($2 is not null or w.programme_id not in (select id from programmes where agency_id = $1 and is_planned = 1))
      and ($4 is null or w.executor_id = $4)
      and ($5 is null or exists (select 1 from task_units u where u.agency_id = $1 and u.unit_id = $5 and u.role = 'lead' and
        u.programme_id = w.programme_id and u.task_id = w.task_id))
      and ($6 is null or exists (select 1 from task_leaders l where l.agency_id = $1 and l.person_id = $6 and
        l.programme_id = w.programme_id and l.task_id = w.task_id))
      and ($7 = 0 or w.state not in ('completed', 'stopped'))
    order by w.due_on, w.task_id limit $8
  )sql",
                               agency, filter.programme, filter.state ? std::optional<std::string>(name_of(*filter.state)) : std::nullopt,
                               filter.executor, filter.lead_unit, filter.leader, filter.open_only ? 1 : 0, filter.limit);
  while (rows.next()) all.push_back({task_from(view_of(rows), agency), work_from(rows, task_columns, agency)});
  return all;
}

std::vector<TallyRow> Reader::tallies(AgencyId agency, std::string_view grouping, std::optional<ProgrammeId> programme) const {
  std::vector<TallyRow> all;
  auto rows = database().query(R"sql(
    select member, due_on, sum(open), sum(on_time), sum(late) from tallies
    where agency_id = $1 and grouping = $2 and ($3 is null or programme_id = $3)
      and ($3 is not null or programme_id not in (select id from programmes where agency_id = $1 and is_planned = 1))
    group by member, due_on having sum(open) + sum(on_time) + sum(late) > 0 order by member, due_on
  )sql",
                               agency, grouping, programme);
  while (rows.next()) all.push_back({rows.text(0), due_from(rows.view(1)), rows.number(2), rows.number(3), rows.number(4)});
  return all;
}

std::vector<WorkAsOf> Reader::work_as_of(AgencyId agency, std::optional<ProgrammeId> programme, Instant at) const {
  std::vector<WorkAsOf> all;
  auto rows = database().query(TIENDO_STOOD(TIENDO_LEAD_UNITS) "select task_id, lead_units, state, due_on, is_late from stood", agency,
                               programme, at, least_id(at + std::chrono::milliseconds{1}));
  while (rows.next()) {
    WorkAsOf& one = all.emplace_back();
    rows.read(0, one.task);
    one.lead_units = ids_from<UnitEntity>(rows.view(1));
    one.state = find_work_state(rows.view(2)).value();
    one.due_on = due_from(rows.view(3));
    one.is_late = !rows.is_null(4) && rows.number(4) == 1;
  }
  return all;
}

Date Writer::due_day(AgencyId agency, const Period& due) {
  if (!deadlines_ || deadlines_->agency != agency)
    deadlines_ = std::make_unique<Deadlines>(Deadlines{agency, work_settings(*this, agency).deadlines(), working_days(agency)});
  return domain::due_day(due, deadlines_->days, deadlines_->policy);
}

void Writer::deadlines_changed() {
  deadlines_.reset();
}

bool Writer::is_in_force(const Task& task) const {
  return database()
      .query(R"sql(
        select 1 from programmes where agency_id = $1 and id = $2 and stage in ('issued', 'amended')
        union all select 1 from unplanned_registers where agency_id = $1 and programme_id = $2
      )sql",
             task.agency, task.programme)
      .next();
}

void Writer::begin_work(const Task& task) {
  Work work{.task = task.id, .agency = task.agency, .programme = task.programme};
  if (task.due_period) work.due_on = work.first_due_on = due_day(task.agency, *task.due_period);
  const std::string kind = kind_of(*this, task);
  database().run(
      "insert into work (agency_id, task_id, programme_id, state, due_on, first_due_on, kind) values ($1, $2, $3, $4, $5, $6, $7)",
      work.agency, work.task, work.programme, name_of(work.state), due_text(work.due_on), due_text(work.first_due_on), kind);
  tallies_->count(task, work, kind, +1);
}

// A deadline that came into force stays as the first one, whatever a later decision says.
void Writer::follow_task(const Task& before, const Task& after, Instant now) {
  const Work work = this->work(before.agency, before.id);
  tallies_->count(before, work, kind_counted(*this, before.agency, before.id), -1);
  Work moved = work;
  if (before.due_period != after.due_period) {
    const auto due = after.due_period ? std::optional(due_day(after.agency, *after.due_period)) : std::nullopt;
    const bool is_decided = is_in_force(after);
    if (is_decided) moved.extended_to.reset();
    if (!is_decided || !work.first_due_on) moved.first_due_on = due;
    if (!moved.extended_to) moved.due_on = due;
    database().run("update work set due_on = $3, first_due_on = $4, due_from = $5, due_to = $6 where agency_id = $1 and task_id = $2",
                   moved.agency, moved.task, due_text(moved.due_on), due_text(moved.first_due_on), first_day(moved.extended_to),
                   last_day(moved.extended_to));
  }
  tallies_->count(after, moved, recount_kind(*this, after), +1);
  if (before.lead_units == after.lead_units && work.due_on == moved.due_on) return;
  if (!has_history(database(), before)) write_history(database(), before, work, made_at(before.id.value()), false);
  write_history(database(), after, moved, now, false);
}

void Writer::end_work(const Task& task, Instant now) {
  const Work work = this->work(task.agency, task.id);
  tallies_->count(task, work, kind_counted(*this, task.agency, task.id), -1);
  if (!has_history(database(), task)) write_history(database(), task, work, made_at(task.id.value()), false);
  write_history(database(), task, work, now, true);
  database().run("delete from work where agency_id = $1 and task_id = $2", task.agency, task.id);
}

void Writer::save(const Work& work, Instant now) {
  const Work before = this->work(work.agency, work.task);
  if (before.version != work.version) throw Error(ErrorCode::conflict, "stale_version");
  const Task task = this->task(work.agency, work.task);
  database().run(R"sql(
    update work set state = $3, due_on = $4, first_due_on = $5, due_from = $6, due_to = $7, completed_on = $8, confirmed_at = $9,
      is_late = $10, is_first_late = $11, percent = $12, sent_back = $13, extensions = $14, executor_id = $15,
      reported_by = $16, heard_at = $17, version = version + 1
    where agency_id = $1 and task_id = $2
  )sql",
                 work.agency, work.task, name_of(work.state), due_text(work.due_on), due_text(work.first_due_on),
                 first_day(work.extended_to), last_day(work.extended_to), day_text(work.completed_on), work.confirmed_at, late_or_not(work),
                 work.completed_on ? std::optional(is_first_late(work) ? 1 : 0) : std::nullopt, work.percent, work.sent_back,
                 work.extensions, work.executor, work.reported_by, work.heard_at);
  const std::string kind = kind_counted(*this, work.agency, work.task);
  tallies_->count(task, before, kind, -1);
  tallies_->count(task, work, kind, +1);
  const bool stands_as_before = before.state == work.state && before.due_on == work.due_on && before.completed_on == work.completed_on;
  if (!stands_as_before) write_history(database(), task, work, now, false);
}

void Writer::add(const WorkEntry& entry) {
  database().run(R"sql(
    insert into work_entries (agency_id, id, task_id, at, by_id, by_name, kind, move, state, words, difficulties, requests, percent)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  )sql",
                 entry.by.agency, entry.id, entry.task, entry.at, entry.by.user, entry.by.name, name_of(entry.kind),
                 entry.move ? name_of(*entry.move) : "", name_of(entry.state), entry.words, entry.difficulties, entry.requests,
                 entry.percent);
}

void Writer::add(AgencyId agency, const Evidence& evidence) {
  database().run("insert into evidence (agency_id, " TIENDO_EVIDENCE_COLUMNS
                 ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
                 agency, evidence.id, evidence.task, evidence.kind, evidence.number, evidence.symbol, day_text(evidence.issued_on),
                 evidence.issuer, evidence.words, evidence.file_sha256.empty() ? std::nullopt : std::optional(evidence.file_sha256),
                 evidence.file_name, evidence.file_bytes, evidence.added_at, evidence.added_by);
}

void Writer::remove_evidence(AgencyId agency, std::int64_t evidence) {
  database().run("delete from evidence where agency_id = $1 and id = $2", agency, evidence);
}

std::string Writer::add_file(AgencyId agency, std::string_view bytes) {
  std::string hash = sha256(bytes);
  database().run("insert into files (agency_id, sha256, bytes) values ($1, $2, $3) on conflict (agency_id, sha256) do nothing", agency,
                 hash, Blob{bytes});
  return hash;
}

void Writer::add(AgencyId agency, const Extension& extension) {
  database().run(R"sql(
    insert into extensions (agency_id, id, task_id, state, asked_at, asked_by, asked_name, current_to, wanted_from, wanted_to, reason,
      document)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  )sql",
                 agency, extension.id, extension.task, name_of(extension.state), extension.asked_at, extension.asked_by.user,
                 extension.asked_by.name, iso(extension.current_last_day), iso(extension.wanted.first_day()),
                 iso(extension.wanted.last_day()), extension.reason, extension.document);
}

void Writer::save(AgencyId agency, const Extension& extension) {
  const int changed = database().run(R"sql(
    update extensions set state = $4, answered_at = $5, answered_by = $6, answer_name = $7, answer = $8, offered_from = $9,
      offered_to = $10, version = version + 1
    where agency_id = $1 and id = $2 and version = $3
  )sql",
                                     agency, extension.id, extension.version, name_of(extension.state), extension.answered_at,
                                     extension.answered_by ? std::optional(extension.answered_by->user) : std::nullopt,
                                     extension.answered_by ? extension.answered_by->name : std::string(), extension.answer,
                                     first_day(extension.offered), last_day(extension.offered));
  if (changed == 0) throw Error(ErrorCode::conflict, "stale_version");
}

}  // namespace tiendo::store

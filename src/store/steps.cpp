#include "store/steps.h"

#include "base/error.h"
#include "store/database.h"
#include "store/tally_book.h"

namespace tiendo::store {
namespace {

// In the table of counts: '' stands for the whole of a programme.
constexpr std::string_view no_kind = "none";

void count_anew(Writer& writer, AgencyId agency, TaskId id) {
  const Task task = writer.task(agency, id);
  const Work work = writer.work(agency, id);
  TallyBook tallies;
  tallies.count(task, work, kind_counted(writer, agency, id), -1);
  tallies.count(task, work, recount_kind(writer, task), +1);
  tallies.write(writer.database());
}

}  // namespace

StepSeries step_series(const Reader& reader, AgencyId agency, DeliverableKind kind) {
  StepSeries series{.kind = kind};
  auto version = reader.database().query("select version from step_series where agency_id = $1 and kind = $2", agency, name_of(kind));
  if (!version.next()) {
    series.steps = usual_steps(kind);
    return series;
  }
  series.version = version.small(0);
  auto rows = reader.database().query("select key, name, share, is_each from steps where agency_id = $1 and kind = $2 order by place",
                                      agency, name_of(kind));
  while (rows.next()) series.steps.push_back({rows.text(0), rows.text(1), rows.small(2), rows.number(3) != 0});
  return series;
}

void save(Writer& writer, AgencyId agency, const StepSeries& series) {
  if (step_series(writer, agency, series.kind).version != series.version) throw Error(ErrorCode::conflict, "stale_version");
  writer.database().run("insert or replace into step_series (agency_id, kind, version) values ($1, $2, $3)", agency, name_of(series.kind),
                        series.version + 1);
  writer.database().run("delete from steps where agency_id = $1 and kind = $2", agency, name_of(series.kind));
  int place = 0;
  for (const Step& step : series.steps)
    writer.database().run("insert into steps (agency_id, kind, place, key, name, share, is_each) values ($1, $2, $3, $4, $5, $6, $7)",
                          agency, name_of(series.kind), place++, step.key, step.name, step.share, step.is_each ? 1 : 0);
}

std::optional<std::optional<DeliverableKind>> find_kind_said(const Reader& reader, AgencyId agency, TaskId task) {
  auto rows = reader.database().query("select kind from task_kinds where agency_id = $1 and task_id = $2", agency, task);
  if (!rows.next()) return std::nullopt;
  return find_deliverable_kind(rows.view(0));
}

std::string kind_of(const Reader& reader, const Task& task) {
  const auto said = find_kind_said(reader, task.agency, task.id);
  const auto kind = said ? *said : kind_told(task.title, task.deliverable);
  return kind ? name_of(*kind) : std::string(no_kind);
}

std::string kind_counted(const Reader& reader, AgencyId agency, TaskId task) {
  auto rows = reader.database().query("select kind from work where agency_id = $1 and task_id = $2", agency, task);
  if (!rows.next()) throw Error(ErrorCode::not_found, "task_not_found");
  return rows.text(0);
}

std::string recount_kind(Writer& writer, const Task& task) {
  std::string kind = kind_of(writer, task);
  writer.database().run("update work set kind = $3 where agency_id = $1 and task_id = $2 and kind <> $3", task.agency, task.id, kind);
  return kind;
}

void save_kind(Writer& writer, AgencyId agency, TaskId task, std::optional<DeliverableKind> kind) {
  writer.database().run("insert or replace into task_kinds (agency_id, task_id, kind) values ($1, $2, $3)", agency, task,
                        kind ? name_of(*kind) : "");
  count_anew(writer, agency, task);
}

void forget_kind(Writer& writer, AgencyId agency, TaskId task) {
  writer.database().run("delete from task_kinds where agency_id = $1 and task_id = $2", agency, task);
  count_anew(writer, agency, task);
}

std::vector<StepDone> steps_done(const Reader& reader, AgencyId agency, TaskId task) {
  std::vector<StepDone> all;
  auto rows = reader.database().query(
      "select key, part, share, done_on, by_id, by_name, at from steps_done where agency_id = $1 and task_id = $2 order by at, key, part",
      agency, task);
  while (rows.next())
    all.push_back({rows.text(0),
                   rows.small(1),
                   rows.small(2),
                   find_date(rows.view(3)).value(),
                   {UserId(rows.number(4)), agency, rows.text(5)},
                   rows.instant(6)});
  return all;
}

void add(Writer& writer, AgencyId agency, TaskId task, const StepDone& done) {
  const int added = writer.database().run(
      "insert or ignore into steps_done (agency_id, task_id, key, part, share, done_on, by_id, by_name, at) values ($1, $2, $3, $4, $5, "
      "$6, $7, "
      "$8, $9)",
      agency, task, done.key, done.part, done.share, iso(done.done_on), done.by.user, done.by.name, done.at);
  if (added == 0) throw Error(ErrorCode::conflict, "step_done");
}

void remove_step(Writer& writer, AgencyId agency, TaskId task, std::string_view key, int part) {
  writer.database().run("delete from steps_done where agency_id = $1 and task_id = $2 and key = $3 and part = $4", agency, task, key, part);
}

}  // namespace tiendo::store

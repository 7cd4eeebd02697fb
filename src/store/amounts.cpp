#include "store/amounts.h"

#include <algorithm>

#include "domain/series.h"
#include "domain/tokens.h"
#include "store/database.h"

namespace tiendo::store {
namespace {

TargetOfTask target_from(const Rows& row) {
  TargetOfTask one;
  one.target = {.unit = row.text(1), .least = row.real(2), .approximate = row.number(4) != 0, .done = row.real(5)};
  if (!row.is_null(3)) one.target.most = row.real(3);
  row.read(6, one.task);
  row.read(7, one.programme);
  one.number = row.text(8);
  one.title = row.text(9);
  one.lead = row.text(10);
  one.month = row.find_small(11);
  one.state = domain::find_work_state(row.view(12)).value();
  return one;
}

void join(SeriesTarget& series, TargetOfTask one) {
  if (series.tasks.empty())
    series.total = one.target;
  else
    domain::add(series.total, one.target);
  series.tasks.push_back(std::move(one));
}

}  // namespace

void add(Writer& writer, AgencyId agency, TaskId task, std::int64_t entry, std::span<const Amount> amounts) {
  for (const Amount& each : amounts)
    writer.database().run("insert into amounts (agency_id, task_id, entry_id, unit, amount) values ($1, $2, $3, $4, $5)", agency, task,
                          entry, each.unit, Real{each.amount});
}

std::map<std::int64_t, std::vector<Amount>> amounts_said(const Reader& reader, AgencyId agency, TaskId task) {
  std::map<std::int64_t, std::vector<Amount>> said;
  auto rows = reader.database().query(
      "select entry_id, unit, amount from amounts where agency_id = $1 and task_id = $2 order by entry_id, unit", agency, task);
  while (rows.next()) said[rows.number(0)].push_back({rows.text(1), rows.real(2)});
  return said;
}

std::vector<Target> targets(const Reader& reader, const Task& task) {
  auto targets = targets_of(task.title);
  if (targets.empty()) return targets;
  auto rows = reader.database().query("select unit, sum(amount) from amounts where agency_id = $1 and task_id = $2 group by unit",
                                      task.agency, task.id);
  while (rows.next()) {
    const auto target = std::ranges::find(targets, rows.view(0), &Target::unit);
    if (target != targets.end()) target->done = rows.real(1);
  }
  return targets;
}

void keep_targets(Writer& writer, const Task& task) {
  forget_targets(writer, task);
  if (!domain::has_digit(task.title)) return;
  for (const Target& one : targets_of(task.title))
    writer.database().run(R"sql(
      insert into targets (agency_id, task_id, unit, programme_id, series, least, most, approximate)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
    )sql",
                          task.agency, task.id, one.unit, task.programme, domain::series_key(task.title), Real{one.least},
                          one.most ? std::optional(Real{*one.most}) : std::nullopt, one.approximate);
}

void forget_targets(Writer& writer, const Task& task) {
  writer.database().run("delete from targets where agency_id = $1 and task_id = $2", task.agency, task.id);
}

std::vector<SeriesTarget> yearly_targets(const Reader& reader, AgencyId agency, int year, std::optional<std::int64_t> series,
                                         std::optional<Instant> until) {
  std::vector<SeriesTarget> all;
  std::map<std::pair<std::int64_t, std::string>, std::size_t> known;
  auto rows = reader.database().query(R"sql(
    select g.series, g.unit, g.least, g.most, g.approximate,
      coalesce((select sum(a.amount) from amounts a
        where a.agency_id = $1 and a.task_id = g.task_id and a.unit = g.unit and ($4 is null or exists (
          select 1 from work_entries e where e.agency_id = $1 and e.task_id = a.task_id and e.id = a.entry_id and e.at < $4))), 0),
      t.id, t.programme_id, t.number, t.title, t.lead, t.month, w.state
    from targets g join tasks t on t.id = g.task_id join work w on w.agency_id = $1 and w.task_id = g.task_id
    where g.agency_id = $1 and ($3 is null or g.series = $3) and w.state not in ('stopped', 'refused')
      and g.programme_id in (select id from programmes where agency_id = $1 and year = $2 and is_planned = 0)
    order by t.month, g.programme_id, t.position, t.id
  )sql",
                                      agency, year, series, until);
  while (rows.next()) {
    const auto [found, is_new] = known.emplace(std::pair(rows.number(0), rows.text(1)), all.size());
    if (is_new) all.push_back({.series = rows.number(0)});
    join(all[found->second], target_from(rows));
  }
  return all;
}

std::vector<int> target_years(const Reader& reader, AgencyId agency) {
  std::vector<int> years;
  auto rows = reader.database().query(R"sql(
    select distinct p.year from targets g join programmes p on p.agency_id = $1 and p.id = g.programme_id
    where g.agency_id = $1 and p.is_planned = 0 and p.year is not null order by p.year desc
  )sql",
                                      agency);
  while (rows.next()) years.push_back(rows.small(0));
  return years;
}

}  // namespace tiendo::store

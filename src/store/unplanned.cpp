#include "store/unplanned.h"

#include "store/database.h"

namespace tiendo::store {

std::optional<ProgrammeId> find_unplanned_register(const Reader& reader, AgencyId agency, int year) {
  auto rows = reader.database().query("select programme_id from unplanned_registers where agency_id = $1 and year = $2", agency, year);
  return rows.next() ? std::optional(ProgrammeId(rows.number(0))) : std::nullopt;
}

void add_unplanned_register(Writer& writer, AgencyId agency, int year, ProgrammeId programme) {
  writer.database().run("insert into unplanned_registers (agency_id, year, programme_id) values ($1, $2, $3)", agency, year, programme);
}

bool is_unplanned_register(const Reader& reader, AgencyId agency, ProgrammeId programme) {
  return reader.database().query("select 1 from unplanned_registers where agency_id = $1 and programme_id = $2", agency, programme).next();
}

std::vector<int> unplanned_years(const Reader& reader, AgencyId agency) {
  std::vector<int> years;
  auto rows = reader.database().query("select year from unplanned_registers where agency_id = $1 order by year desc", agency);
  while (rows.next()) years.push_back(rows.small(0));
  return years;
}

void add(Writer& writer, AgencyId agency, const Unplanned& unplanned) {
  writer.database().run(R"sql(
    insert into unplanned_tasks (agency_id, task_id, document, given_on, is_urgent, entered_on, entered_by, entered_name, unit_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  )sql",
                        agency, unplanned.task, unplanned.document, iso(unplanned.given_on), unplanned.is_urgent, iso(unplanned.entered_on),
                        unplanned.entered_by.user, unplanned.entered_by.name, unplanned.unit);
}

std::vector<Unplanned> unplanned(const Reader& reader, AgencyId agency, int year) {
  std::vector<Unplanned> all;
  auto rows = reader.database().query(R"sql(
    select u.task_id, u.document, u.given_on, u.is_urgent, u.entered_on, u.entered_by, u.entered_name, u.unit_id
    from unplanned_registers r join tasks t on t.agency_id = $1 and t.programme_id = r.programme_id
      join unplanned_tasks u on u.agency_id = $1 and u.task_id = t.id
    where r.agency_id = $1 and r.year = $2 order by u.task_id desc
  )sql",
                                      agency, year);
  while (rows.next()) {
    Unplanned& one = all.emplace_back();
    rows.read(0, one.task);
    one.document = rows.text(1);
    one.given_on = find_date(rows.view(2)).value();
    one.is_urgent = rows.number(3) != 0;
    one.entered_on = find_date(rows.view(4)).value();
    one.entered_by = {UserId(rows.number(5)), agency, rows.text(6)};
    if (!rows.is_null(7)) one.unit = UnitId(rows.number(7));
  }
  return all;
}

std::set<TaskId> unplanned_tasks(const Reader& reader, AgencyId agency) {
  std::set<TaskId> all;
  auto rows = reader.database().query("select task_id from unplanned_tasks where agency_id = $1", agency);
  while (rows.next()) all.insert(TaskId(rows.number(0)));
  return all;
}

}  // namespace tiendo::store

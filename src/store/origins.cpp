#include "store/origins.h"

#include "store/database.h"
#include "store/tally_book.h"

namespace tiendo::store {
namespace {

#define TIENDO_ORIGIN_COLUMNS "o.task_id, o.kind, o.from_task, o.from_programme, o.reason, o.first_due_on, o.delays"

Origin origin_from(const Rows& row) {
  Origin origin;
  row.read(0, origin.task);
  origin.kind = find_origin_kind(row.view(1)).value();
  row.read(2, origin.from_task);
  row.read(3, origin.from_programme);
  origin.reason = row.text(4);
  origin.first_due_on = due_from(row.view(5));
  origin.delays = row.small(6);
  return origin;
}

}  // namespace

std::vector<Origin> origins(const Reader& reader, AgencyId agency, ProgrammeId programme) {
  std::vector<Origin> all;
  auto rows = reader.database().query("select " TIENDO_ORIGIN_COLUMNS R"sql(
    from tasks t join task_origins o on o.agency_id = $1 and o.task_id = t.id where t.agency_id = $1 and t.programme_id = $2
    order by t.position, t.id
  )sql",
                                      agency, programme);
  while (rows.next()) all.push_back(origin_from(rows));
  return all;
}

std::optional<Origin> find_origin(const Reader& reader, AgencyId agency, TaskId task) {
  auto rows = reader.database().query("select " TIENDO_ORIGIN_COLUMNS " from task_origins o where o.agency_id = $1 and o.task_id = $2",
                                      agency, task);
  return rows.next() ? std::optional(origin_from(rows)) : std::nullopt;
}

void add(Writer& writer, AgencyId agency, const Origin& origin) {
  writer.database().run(R"sql(
    insert into task_origins (agency_id, task_id, kind, from_task, from_programme, reason, first_due_on, delays)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
  )sql",
                        agency, origin.task, name_of(origin.kind), origin.from_task, origin.from_programme, origin.reason,
                        due_text(origin.first_due_on), origin.delays);
}

}  // namespace tiendo::store

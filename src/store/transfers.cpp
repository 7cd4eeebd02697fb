#include "store/transfers.h"

#include "store/database.h"

namespace tiendo::store {

void add(Writer& writer, AgencyId agency, const Transfer& transfer) {
  writer.database().run("insert into transfers (agency_id, id, task_id, from_id, to_id, at) values ($1, $2, $3, $4, $5, $6)", agency,
                        transfer.id, transfer.task, transfer.from, transfer.to, transfer.at);
}

std::vector<Transfer> transfers(const Reader& reader, AgencyId agency) {
  std::vector<Transfer> all;
  auto rows = reader.database().query("select id, task_id, from_id, to_id, at from transfers where agency_id = $1 order by id", agency);
  while (rows.next()) {
    Transfer& one = all.emplace_back();
    one.id = rows.number(0);
    rows.read(1, one.task);
    rows.read(2, one.from);
    rows.read(3, one.to);
    one.at = rows.instant(4);
  }
  return all;
}

std::vector<Holding> holdings(const Reader& reader, AgencyId agency) {
  std::vector<Holding> all;
  auto rows = reader.database().query(R"sql(
    select task_id, executor_id, state = 'completed', programme_id in (select programme_id from unplanned_registers where agency_id = $1)
    from work
    where agency_id = $1 and state not in ('stopped', 'refused')
      and (executor_id is not null or task_id in (select task_id from transfers where agency_id = $1))
      and programme_id not in (select id from programmes where agency_id = $1 and is_planned = 1)
  )sql",
                                      agency);
  while (rows.next()) {
    Holding& one = all.emplace_back();
    rows.read(0, one.task);
    if (!rows.is_null(1)) one.executor = UserId(rows.number(1));
    one.is_completed = rows.number(2) != 0;
    one.is_unplanned = rows.number(3) != 0;
  }
  return all;
}

}  // namespace tiendo::store

#include "store/oversight.h"

#include "store/database.h"

namespace tiendo::store {

std::vector<Agency> overseen_by(const Reader& reader, AgencyId overseer) {
  std::vector<Agency> all;
  auto rows = reader.database().query(R"sql(
    select a.agency_id, a.name, a.version from overseen_agencies o join agencies a on a.agency_id = o.overseen_id
    where o.agency_id = $1 order by a.name, a.agency_id
  )sql",
                                      overseer);
  while (rows.next()) all.push_back({AgencyId(rows.number(0)), rows.text(1), rows.small(2)});
  return all;
}

bool add_oversight(Writer& writer, AgencyId overseer, AgencyId overseen, Instant since) {
  return writer.database().run("insert or ignore into overseen_agencies (agency_id, overseen_id, since) values ($1, $2, $3)", overseer,
                               overseen, since) > 0;
}

bool remove_oversight(Writer& writer, AgencyId overseer, AgencyId overseen) {
  return writer.database().run("delete from overseen_agencies where agency_id = $1 and overseen_id = $2", overseer, overseen) > 0;
}

}  // namespace tiendo::store

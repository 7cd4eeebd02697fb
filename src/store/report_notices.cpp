#include "store/report_notices.h"

#include "store/database.h"

namespace tiendo::store {

bool add(Writer& writer, AgencyId agency, const ReportNotice& notice, Instant now) {
  return writer.database().run(R"sql(
    insert into report_notices (agency_id, id, user_id, day, unit_id, kind, year, number, send_by, made_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing
  )sql",
                               agency, notice.id, notice.user, iso(notice.day), notice.unit ? notice.unit->value() : 0,
                               name_of(notice.period.kind), notice.period.year, notice.period.number, iso(notice.send_by), now) == 1;
}

std::vector<ReportNotice> report_notices_of(const Reader& reader, AgencyId agency, UserId user) {
  auto rows = reader.database().query(R"sql(
    select n.id, n.day, n.unit_id, n.kind, n.year, n.number, n.send_by, n.read_at, coalesce(r.state, 'draft') <> 'draft'
    from report_notices n left join period_reports r on r.agency_id = n.agency_id and r.kind = n.kind and r.year = n.year
      and r.number = n.number and r.unit_id = n.unit_id
    where n.agency_id = $1 and n.user_id = $2 order by n.day desc, n.id limit $3
  )sql",
                                      agency, user, most_notices_shown);
  std::vector<ReportNotice> all;
  while (rows.next()) {
    ReportNotice& each = all.emplace_back();
    rows.read(0, each.id);
    each.user = user;
    each.day = find_date(rows.view(1)).value();
    if (rows.number(2) != 0) each.unit = UnitId(rows.number(2));
    each.period = {find_report_kind(rows.view(3)).value(), rows.small(4), rows.small(5)};
    each.send_by = find_date(rows.view(6)).value();
    if (!rows.is_null(7)) each.read_at = rows.instant(7);
    each.is_sent = rows.number(8) == 1;
  }
  return all;
}

}  // namespace tiendo::store

// The working calendar of an agency.
#include "base/error.h"
#include "store/database.h"
#include "store/lists.h"
#include "store/store.h"

namespace tiendo::store {
namespace {

std::vector<int> numbers_from(std::string_view list) {
  return boost::json::value_to<std::vector<int>>(boost::json::parse(list));
}

}  // namespace

Calendar Reader::calendar(AgencyId agency) const {
  Calendar calendar;
  auto kept = database().query("select weekly_rest, version from calendars where agency_id = $1", agency);
  if (kept.next()) {
    calendar.weekly_rest = WeeklyRest(numbers_from(kept.view(0)));
    calendar.version = kept.small(1);
  }
  auto days = database().query("select day, kind, name, source, is_confirmed from calendar_days where agency_id = $1 order by day", agency);
  while (days.next()) {
    calendar.days.push_back({.date = find_date(days.view(0)).value(),
                             .kind = find_day_kind(days.view(1)).value(),
                             .name = days.text(2),
                             .source = days.text(3),
                             .is_confirmed = days.number(4) != 0});
  }
  return calendar;
}

WorkingDays Reader::working_days(AgencyId agency) const {
  const Calendar calendar = this->calendar(agency);
  return {calendar.weekly_rest, calendar.days};
}

void Writer::save(AgencyId agency, const Calendar& calendar) {
  if (this->calendar(agency).version != calendar.version) throw Error(ErrorCode::conflict, "stale_version");
  database().run(R"sql(
    insert into calendars (agency_id, weekly_rest, version) values ($1, $2, $3)
    on conflict (agency_id) do update set weekly_rest = excluded.weekly_rest, version = excluded.version
  )sql",
                 agency, boost::json::serialize(boost::json::value_from(calendar.weekly_rest.iso_weekdays())), calendar.version + 1);
  deadlines_changed();
  database().run("delete from calendar_days where agency_id = $1", agency);
  for (const CalendarDay& day : calendar.days) {
    database().run("insert into calendar_days (agency_id, day, kind, name, source, is_confirmed) values ($1, $2, $3, $4, $5, $6)", agency,
                   iso(day.date), name_of(day.kind), day.name, day.source, day.is_confirmed ? 1 : 0);
  }
}

}  // namespace tiendo::store

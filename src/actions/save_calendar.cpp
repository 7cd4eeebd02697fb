#include "actions/save_calendar.h"

#include <algorithm>

#include <boost/json.hpp>

#include "actions/save_work_settings.h"
#include "base/error.h"
#include "base/text.h"

namespace tiendo::actions {
namespace {

using domain::CalendarDay;

void check(CalendarYear& year) {
  std::ranges::sort(year.days, {}, &CalendarDay::date);
  const auto twice = std::ranges::adjacent_find(year.days, {}, &CalendarDay::date);
  if (twice != year.days.end()) throw Error(ErrorCode::invalid, "calendar_day_twice", {vietnamese(twice->date)});
  for (CalendarDay& day : year.days) {
    day.name = collapse_blanks(nfc(day.name));
    day.source = collapse_blanks(nfc(day.source));
    if (day.name.empty() || day.name.size() > longest_day_name) throw Error(ErrorCode::invalid, "bad_field", {"name"});
    if (day.source.size() > longest_day_source) throw Error(ErrorCode::invalid, "bad_field", {"source"});
    if (static_cast<int>(day.date.year()) != year.year) throw Error(ErrorCode::invalid, "bad_field", {"date"});
  }
}

std::string facts(const store::Calendar& calendar, int year) {
  boost::json::array days;
  for (const CalendarDay& day : calendar.days) {
    if (static_cast<int>(day.date.year()) != year) continue;
    days.push_back(boost::json::object{{"date", iso(day.date)},
                                       {"kind", name_of(day.kind)},
                                       {"name", day.name},
                                       {"source", day.source},
                                       {"is_confirmed", day.is_confirmed}});
  }
  return boost::json::serialize(
      boost::json::object{{"weekly_rest", boost::json::value_from(calendar.weekly_rest.iso_weekdays())}, {"days", std::move(days)}});
}

}  // namespace

store::Calendar save_calendar(store::Store& store, const domain::Actor& actor, int version, CalendarYear year, Instant now) {
  check(year);
  auto writer = store.begin();
  const store::Calendar before = writer.calendar(actor.agency);
  if (before.version != version) throw Error(ErrorCode::conflict, "stale_version");
  store::Calendar calendar = before;
  calendar.weekly_rest = year.weekly_rest;
  std::erase_if(calendar.days, [&](const CalendarDay& day) { return static_cast<int>(day.date.year()) == year.year; });
  calendar.days.insert(calendar.days.end(), year.days.begin(), year.days.end());
  std::ranges::sort(calendar.days, {}, &CalendarDay::date);
  const auto reading = deadline_reading(writer, actor.agency);
  writer.save(actor.agency, calendar);
  read_deadlines_anew(writer, actor.agency, reading, now);
  writer.record(actor, "calendar_changed", "calendar", year.year, facts(before, year.year), facts(calendar, year.year), now);
  writer.commit();
  ++calendar.version;
  return calendar;
}

}  // namespace tiendo::actions

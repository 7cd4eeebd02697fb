// The working calendar: a year with what is proposed for it, and counting in working days.
#include <algorithm>

#include "actions/save_calendar.h"
#include "base/json_writer.h"
#include "domain/holidays.h"
#include "domain/lunar.h"
#include "http/form.h"
#include "http/handlers.h"

namespace tiendo::http {
namespace {

using domain::CalendarDay;

constexpr int first_year = 1976, last_year = 2199;
constexpr std::size_t most_days = 366;

int year_of(const Request& request) {
  const auto text = request.path_value("year");
  int year = 0;
  for (const char c : text) year = c >= '0' && c <= '9' && year <= last_year ? year * 10 + (c - '0') : last_year + 1;
  if (year < first_year || year > last_year) refuse_value("year");
  return year;
}

const boost::json::array& array_member(const boost::json::object& form, std::string_view name, std::size_t most) {
  const auto* value = find_member(form, name);
  if (!value || !value->is_array() || value->get_array().size() > most) refuse_value(name);
  return value->get_array();
}

CalendarDay day_of(const boost::json::value& value) {
  if (!value.is_object()) refuse_value("days");
  const auto& form = value.get_object();
  const auto kind = domain::find_day_kind(text_member(form, "kind"));
  const auto* is_confirmed = find_member(form, "is_confirmed");
  if (!kind) refuse_value("kind");
  if (!is_confirmed || !is_confirmed->is_bool()) refuse_value("is_confirmed");
  return {date_member(form, "date"), *kind, text_member(form, "name"), text_member(form, "source"), is_confirmed->get_bool()};
}

actions::CalendarYear year_from(const Request& request) {
  const auto form = json_body(request);
  actions::CalendarYear year{.year = year_of(request)};
  std::vector<int> rest;
  for (const auto& value : array_member(form, "weekly_rest", 7)) rest.push_back(number_or_null(value, "weekly_rest", 1, 7).value_or(0));
  year.weekly_rest = domain::WeeklyRest(rest);
  for (const auto& value : array_member(form, "days", most_days)) year.days.push_back(day_of(value));
  return year;
}

void write_day(JsonWriter& json, const CalendarDay& day) {
  json.begin_object();
  json.member("date", iso(day.date));
  json.member("kind", name_of(day.kind));
  json.member("name", day.name);
  json.member("source", day.source);
  json.member("is_confirmed", day.is_confirmed);
  json.end_object();
}

template <class Items, class Write>
void write_list(JsonWriter& json, std::string_view name, const Items& items, Write write) {
  json.key(name);
  json.begin_array();
  for (const auto& item : items) write(item);
  json.end_array();
}

void write_working_days(JsonWriter& json, const domain::WorkingDays& days, std::chrono::year year) {
  json.key("working_days");
  json.begin_array();
  for (unsigned month = 1; month <= 12; ++month) {
    const std::chrono::sys_days first = year / month / 1, last = year / month / std::chrono::last;
    json.value(days.count_working_days(first - std::chrono::days(1), last));
  }
  json.end_array();
}

Response year_response(const store::Calendar& calendar, int number) {
  const std::chrono::year year(number);
  const domain::WorkingDays days(calendar.weekly_rest, calendar.days);
  const auto is_of_year = [&](Date date) { return date.year() == year; };
  JsonWriter json;
  json.begin_object();
  json.member("year", number);
  json.member("version", calendar.version);
  write_list(json, "weekly_rest", calendar.weekly_rest.iso_weekdays(), [&](int day) { json.value(day); });
  write_list(json, "days", calendar.days, [&](const CalendarDay& day) {
    if (is_of_year(day.date)) write_day(json, day);
  });
  write_list(json, "proposals", domain::proposed_holidays(number), [&](const CalendarDay& day) {
    if (!std::ranges::binary_search(calendar.days, day.date, {}, &CalendarDay::date)) write_day(json, day);
  });
  write_list(json, "compensations", days.compensations(), [&](std::chrono::sys_days day) {
    if (is_of_year(day) && days.is_compensation(day)) json.value(iso(Date(day)));
  });
  write_list(json, "lunar_months", domain::lunar_months(number), [&](const domain::LunarMonth& month) {
    json.begin_object();
    json.member("first_day", iso(month.first_day));
    json.member("year", month.year);
    json.member("month", month.month);
    json.member("is_leap", month.is_leap);
    json.end_object();
  });
  write_working_days(json, days, year);
  json.end_object();
  auto response = json_response(json.take());
  response.etag(calendar.version);
  return response;
}

}  // namespace

Response show_calendar(const Request& request, Context& context) {
  const int year = year_of(request);
  return year_response(context.store.read().calendar(context.agency()), year);
}

Response put_calendar(const Request& request, Context& context) {
  const int year = year_of(request);
  return year_response(
      actions::save_calendar(context.store, context.who().actor(), version_wanted(request), year_from(request), context.now), year);
}

// "from" with "add" (days to go) or with "to" (days between).
Response count_working_days(const Request& request, Context& context) {
  const auto from = find_day(request, "from"), to = find_day(request, "to");
  const auto add = find_number(request, "add", -domain::most_working_days, domain::most_working_days);
  if (!from) refuse_value("from");
  if (to.has_value() == add.has_value()) refuse_value("add");
  constexpr auto widest = std::chrono::days(366 * 20);
  if (to && std::chrono::abs(std::chrono::sys_days(*to) - std::chrono::sys_days(*from)) > widest) refuse_value("to");
  const auto days = context.store.read().working_days(context.agency());
  const Date end = to ? *to : days.add_working_days(*from, *add);
  JsonWriter json;
  json.begin_object();
  json.member("from", iso(*from));
  json.member("to", iso(end));
  json.member("working_days", days.count_working_days(*from, end));
  json.end_object();
  return json_response(json.take());
}

}  // namespace tiendo::http

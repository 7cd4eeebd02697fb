// What the tasks of a year ask for in numbers, series by series, with what is done (R13).
#include "http/form.h"
#include "http/handlers.h"
#include "http/members.h"
#include "http/work_json.h"
#include "store/amounts.h"

namespace tiendo::http {
namespace {

std::optional<std::int64_t> series_asked(const Request& request) {
  const auto key = request.find_query("series");
  if (!key) return std::nullopt;
  const auto series = tiendo::find_id(*key);
  if (!series) refuse_value("series");
  return series;
}

void write_task(JsonWriter& json, const store::TargetOfTask& task) {
  json.begin_object();
  json.member("task", task.task.text());
  json.member("programme", task.programme.text());
  json.member("number", task.number);
  json.member("title", task.title);
  json.member("lead", task.lead);
  member_or_null(json, "month", task.month);
  json.member("state", name_of(task.state));
  write_target_members(json, task.target);
  json.end_object();
}

void write_series(JsonWriter& json, const store::SeriesTarget& series) {
  json.begin_object();
  json.member("key", id_text(series.series));
  write_target_members(json, series.total);
  member_or_null(json, "percent", domain::percent_done(std::span(&series.total, 1)));
  json.key("tasks");
  json.begin_array();
  for (const auto& task : series.tasks) write_task(json, task);
  json.end_array();
  json.end_object();
}

}  // namespace

Response list_targets(const Request& request, Context& context) {
  const auto reader = context.store.read();
  const auto years = store::target_years(reader, context.agency());
  const int this_year = static_cast<int>(local_date(context.now).year());
  const auto asked = find_number(request, "year", 2000, 2100);
  const int year = asked ? *asked : years.empty() || std::ranges::count(years, this_year) ? this_year : years.front();
  JsonWriter json;
  json.begin_object();
  json.member("year", year);
  list_member(json, "years", years, [](int one) { return one; });
  json.key("items");
  json.begin_array();
  for (const auto& series : store::yearly_targets(reader, context.agency(), year, series_asked(request))) write_series(json, series);
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

}  // namespace tiendo::http

#include "reports/period_report_json.h"

#include <boost/json.hpp>

namespace tiendo::reports {
namespace {

namespace json = boost::json;
using domain::Tally;

struct TallyMember {
  const char* name;
  std::int64_t Tally::*value;
};

constexpr TallyMember tally_members[]{
    {"completed_on_time", &Tally::completed_on_time},
    {"completed_late", &Tally::completed_late},
    {"under_way_in_time", &Tally::under_way_in_time},
    {"under_way_overdue", &Tally::under_way_overdue},
    {"completed_without_deadline", &Tally::completed_without_deadline},
    {"under_way_without_deadline", &Tally::under_way_without_deadline},
};

json::object from(const Tally& tally) {
  json::object object;
  for (const auto& [name, value] : tally_members) object[name] = tally.*value;
  return object;
}

Tally tally_in(const json::value& value) {
  Tally tally;
  for (const auto& [name, member] : tally_members) tally.*member = value.at(name).as_int64();
  return tally;
}

json::object from(const domain::Period& period) {
  return {{"first", iso(period.first_day())}, {"last", iso(period.last_day())}};
}

std::string text_in(const json::value& object, std::string_view name) {
  return std::string(object.at(name).as_string());
}

domain::Period period_in(const json::value& value) {
  return domain::Period::span(find_date(text_in(value, "first")).value(), find_date(text_in(value, "last")).value());
}

json::array from(const std::vector<ReportedTask>& tasks) {
  json::array all;
  for (const auto& task : tasks)
    all.push_back(json::object{{"number", task.number},
                               {"title", task.title},
                               {"lead", task.lead},
                               {"due_on", task.due_on ? json::value(iso(*task.due_on)) : json::value(nullptr)}});
  return all;
}

std::vector<ReportedTask> tasks_in(const json::value& value) {
  std::vector<ReportedTask> tasks;
  for (const auto& each : value.as_array()) {
    const auto& due = each.at("due_on");
    tasks.push_back({text_in(each, "number"), text_in(each, "title"), text_in(each, "lead"),
                     due.is_null() ? std::nullopt : find_date(text_in(each, "due_on"))});
  }
  return tasks;
}

}  // namespace

std::string to_json(const PeriodReport& report) {
  json::array units;
  for (const auto& unit : report.units) units.push_back(json::object{{"name", unit.name}, {"tally", from(unit.tally)}});
  const auto& words = report.words;
  return json::serialize(json::object{
      {"agency", report.agency},
      {"unit", report.unit ? json::value(*report.unit) : json::value(nullptr)},
      {"kind", name_of(report.report.kind)},
      {"year", report.report.year},
      {"number", report.report.number},
      {"counted", from(report.counted)},
      {"next", from(report.next)},
      {"tally", from(report.tally)},
      {"unplanned", from(report.unplanned)},
      {"units", std::move(units)},
      {"completed", from(report.completed)},
      {"overdue", from(report.overdue)},
      {"coming", from(report.coming)},
      {"words",
       json::object{
           {"assessment", words.assessment}, {"difficulties", words.difficulties}, {"requests", words.requests}, {"plans", words.plans}}},
      {"nothing_arose", report.nothing_arose},
  });
}

PeriodReport period_report_from(std::string_view text) {
  const auto value = json::parse(text);
  const auto& words = value.at("words");
  PeriodReport report{.agency = text_in(value, "agency"),
                      .unit = value.at("unit").is_null() ? std::nullopt : std::optional(text_in(value, "unit")),
                      .report = {domain::find_report_kind(text_in(value, "kind")).value(), static_cast<int>(value.at("year").as_int64()),
                                 static_cast<int>(value.at("number").as_int64())},
                      .counted = period_in(value.at("counted")),
                      .next = period_in(value.at("next")),
                      .tally = tally_in(value.at("tally"))};
  // Reports kept before it was counted say nothing of it.
  if (const auto* unplanned = value.as_object().if_contains("unplanned")) report.unplanned = tally_in(*unplanned);
  for (const auto& unit : value.at("units").as_array()) report.units.push_back({text_in(unit, "name"), tally_in(unit.at("tally"))});
  report.completed = tasks_in(value.at("completed"));
  report.overdue = tasks_in(value.at("overdue"));
  report.coming = tasks_in(value.at("coming"));
  report.words = {text_in(words, "assessment"), text_in(words, "difficulties"), text_in(words, "requests"), text_in(words, "plans")};
  report.nothing_arose = value.at("nothing_arose").as_bool();
  return report;
}

}  // namespace tiendo::reports

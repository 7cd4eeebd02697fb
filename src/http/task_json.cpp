#include "http/task_json.h"

#include "domain/citation.h"
#include "domain/quantity.h"

namespace tiendo::http {
namespace {

template <class Value>
void value_or_null(JsonWriter& json, std::string_view name, const std::optional<Value>& value) {
  value ? json.member(name, *value) : json.member(name, nullptr);
}

template <class Entity>
void write_named(JsonWriter& json, Id<Entity> id, std::string_view name) {
  json.begin_object();
  json.member("id", id.text());
  json.member("name", name);
  json.end_object();
}

void write_units(JsonWriter& json, std::string_view key, const std::vector<domain::UnitId>& units, const store::Names& names) {
  json.key(key);
  json.begin_array();
  for (const auto id : units)
    if (const auto* unit = names.find_unit(id)) write_named(json, id, unit->name);
  json.end_array();
}

void write_leaders(JsonWriter& json, const std::vector<domain::PersonId>& leaders, const store::Names& names) {
  json.key("directing_leaders");
  json.begin_array();
  for (const auto id : leaders)
    if (const auto* leader = names.find_leader(id)) write_named(json, id, leader->full_name);
  json.end_array();
}

void write_period(JsonWriter& json, const std::optional<domain::Period>& period) {
  json.key("due_period");
  if (!period) return json.value(nullptr);
  json.begin_object();
  json.member("from", iso(period->first_day()));
  json.member("to", iso(period->last_day()));
  json.end_object();
}

void write_quantity(JsonWriter& json, const domain::Quantity& quantity) {
  json.begin_object();
  json.member("as_written", quantity.as_written);
  value_or_null(json, "least", quantity.least);
  value_or_null(json, "most", quantity.most);
  json.member("percent", quantity.percent);
  json.member("approximate", quantity.approximate);
  json.member("unit", quantity.unit);
  json.end_object();
}

void write_citation(JsonWriter& json, const domain::Citation& citation, Language language) {
  json.begin_object();
  json.member("as_written", citation.as_written);
  json.member("kind", citation.kind);
  json.member("number", citation.number);
  json.member("symbol", citation.symbol);
  json.member("date_written", citation.date_written);
  citation.date ? json.member("date", iso(*citation.date)) : json.member("date", nullptr);
  json.member("issuer", citation.issuer);
  json.key("doubts");
  json.begin_array();
  for (const auto& doubt : domain::doubts(citation)) json.value(sentence(language, "problem." + doubt.key, doubt.arguments));
  json.end_array();
  json.end_object();
}

}  // namespace

void write_task_members(JsonWriter& json, const domain::Task& task, const store::Names& names) {
  json.member("id", task.id.text());
  json.member("programme", task.programme.text());
  json.member("position", task.position);
  json.member("section", task.section);
  value_or_null(json, "quarter", task.quarter);
  value_or_null(json, "month", task.month);
  json.member("number", task.number);
  json.member("title", task.title);
  json.member("lead", task.lead);
  json.member("coordinating", task.coordinating);
  json.member("deliverable", task.deliverable);
  json.member("directing_leader", task.directing_leader);
  json.member("note", task.note);
  json.member("due", task.due);
  json.key("extra");
  json.begin_object();
  for (const auto& [header, text] : task.extra) json.member(header, text);
  json.end_object();
  write_units(json, "lead_units", task.lead_units, names);
  write_units(json, "coordinating_units", task.coordinating_units, names);
  write_leaders(json, task.directing_leaders, names);
  json.key("labels");
  json.begin_array();
  for (const auto& label : task.labels) json.value(label);
  json.end_array();
  write_period(json, task.due_period);
  json.member("version", task.version);
}

std::string task_page_json(const store::TaskPage& page, const store::Names& names) {
  JsonWriter json;
  json.reserve(1024 + page.tasks.size() * 1536);
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const auto& task : page.tasks) {
    json.begin_object();
    write_task_members(json, task, names);
    json.end_object();
  }
  json.end_array();
  page.next.empty() ? json.member("next", nullptr) : json.member("next", page.next);
  json.member("total", page.total);
  json.end_object();
  return json.take();
}

std::string task_json(const domain::Task& task, const store::TaskSource& source, const store::Names& names, Language language) {
  JsonWriter json;
  json.begin_object();
  write_task_members(json, task, names);
  json.key("understood");
  json.begin_object();
  json.key("quantities");
  json.begin_array();
  for (const auto& quantity : domain::quantities(task.title)) write_quantity(json, quantity);
  json.end_array();
  json.key("citations");
  json.begin_array();
  for (const auto* text : {&task.title, &task.deliverable, &task.note})
    for (const auto& citation : domain::citations(*text)) write_citation(json, citation, language);
  json.end_array();
  json.end_object();
  json.key("source");
  json.begin_object();
  source.intake ? json.member("intake", source.intake->text()) : json.member("intake", nullptr);
  json.key("places");
  json.raw(source.places.empty() ? "{}" : std::string_view(source.places));
  json.end_object();
  json.end_object();
  return json.take();
}

}  // namespace tiendo::http

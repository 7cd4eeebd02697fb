#include "http/task_json.h"

#include <algorithm>

#include "base/text.h"
#include "domain/citation.h"
#include "domain/parties.h"
#include "domain/quantity.h"

namespace tiendo::http {
namespace {

template <class Name, class Value>
void value_or_null(JsonWriter& json, const Name& name, const std::optional<Value>& value) {
  value ? json.member(name, *value) : json.member(name, nullptr);
}

template <class Entity>
void write_named(JsonWriter& json, Id<Entity> id, std::string_view name) {
  json.begin_object();
  json.member("id", id.text());
  json.member("name", name);
  json.end_object();
}

// A task comes as a value of its own, or as it lies in its row: each pair below writes the same.
template <class Entity, class Visit>
void each_id(const std::vector<Id<Entity>>& ids, Visit visit) {
  for (const auto id : ids) visit(id);
}
template <class Entity, class Visit>
void each_id(const store::IdList<Entity>& ids, Visit visit) {
  ids.each(visit);
}

void write_extra(JsonWriter& json, const std::map<std::string, std::string>& extra) {
  json.begin_object();
  for (const auto& [header, text] : extra) json.member(header, text);
  json.end_object();
}
void write_extra(JsonWriter& json, std::string_view extra) {
  json.raw(extra);
}

void write_labels(JsonWriter& json, const std::vector<std::string>& labels) {
  json.begin_array();
  for (const auto& label : labels) json.value(label);
  json.end_array();
}
void write_labels(JsonWriter& json, std::string_view labels) {
  json.raw(labels);
}

void write_days(JsonWriter& json, std::string_view from, std::string_view to) {
  json.begin_object();
  json.member("from", from);
  json.member("to", to);
  json.end_object();
}
void write_period(JsonWriter& json, const domain::Task& task) {
  if (!task.due_period) return json.value(nullptr);
  write_days(json, iso(task.due_period->first_day()), iso(task.due_period->last_day()));
}
void write_period(JsonWriter& json, const store::TaskView& task) {
  if (task.due_to.empty()) return json.value(nullptr);
  write_days(json, task.due_from, task.due_to);
}

template <class Units>
void write_units(JsonWriter& json, const Units& units, const store::Names& names) {
  json.begin_array();
  each_id(units, [&](domain::UnitId id) {
    if (const auto* unit = names.find_unit(id)) write_named(json, id, unit->name);
  });
  json.end_array();
}

template <class Leaders>
void write_leaders(JsonWriter& json, const Leaders& leaders, const store::Names& names) {
  json.begin_array();
  each_id(leaders, [&](domain::PersonId id) {
    if (const auto* leader = names.find_leader(id)) write_named(json, id, leader->full_name);
  });
  json.end_array();
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

// The members that a task has in a list and by itself.
template <class AnyTask>
void write_members(JsonWriter& json, const AnyTask& task, const store::Names& names) {
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
  write_extra(json, task.extra);
  json.key("lead_units");
  write_units(json, task.lead_units, names);
  json.key("coordinating_units");
  write_units(json, task.coordinating_units, names);
  json.key("directing_leaders");
  write_leaders(json, task.directing_leaders, names);
  json.key("labels");
  write_labels(json, task.labels);
  json.key("due_period");
  write_period(json, task);
  json.member("version", task.version);
}

}  // namespace

void write_task_members(JsonWriter& json, const domain::Task& task, const store::Names& names) {
  write_members(json, task, names);
}

std::string task_page_json(const store::Reader& reader, domain::AgencyId agency, const store::TaskFilter& filter) {
  const auto names = reader.names(agency);
  JsonWriter json;
  json.reserve(1024 + static_cast<std::size_t>(filter.limit) * 1024);
  json.begin_object();
  json.key("items");
  json.begin_array();
  const auto end = reader.each_task(agency, filter, [&](const store::TaskView& task) {
    json.begin_object();
    write_members(json, task, *names);
    json.end_object();
  });
  json.end_array();
  end.next.empty() ? json.member("next", nullptr) : json.member("next", end.next);
  json.member("total", end.total);
  json.end_object();
  return json.take();
}

namespace {

// The groups that a cell speaks of; no units where nobody has said them (R07).
void write_open_groups(JsonWriter& json, std::string_view field, const std::string& cell, const store::Names& names,
                       const std::vector<domain::UnitGroup>& groups) {
  for (const auto& party : domain::parties(cell)) {
    if (!party.is_open_group || party.name.empty()) continue;
    const auto group = std::ranges::find_if(groups, [key = search_key(party.name)](const auto& each) { return each.goes_by(key); });
    json.begin_object();
    json.member("field", field);
    json.member("name", party.name);
    json.key("units");
    write_units(json, group == groups.end() ? std::vector<domain::UnitId>{} : group->members, names);
    json.end_object();
  }
}

}  // namespace

std::string task_json(const domain::Task& task, const store::TaskSource& source, const store::Names& names,
                      const std::vector<domain::UnitGroup>& groups, Language language) {
  JsonWriter json;
  json.begin_object();
  write_members(json, task, names);
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
  json.key("open_groups");
  json.begin_array();
  write_open_groups(json, "lead", task.lead, names, groups);
  write_open_groups(json, "coordinating", task.coordinating, names, groups);
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

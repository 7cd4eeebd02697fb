#include "actions/merge_undo.h"

#include <algorithm>

#include "actions/facts.h"
#include "actions/unit_today.h"
#include "base/error.h"

namespace tiendo::actions {
namespace {

namespace json = boost::json;
using domain::Task;

template <class Ids>
json::array ids_of(const Ids& ids) {
  json::array out;
  for (const auto id : ids) out.emplace_back(id.value());
  return out;
}

template <class Id>
void read_ids(const json::object& object, const char* key, std::vector<Id>& ids) {
  for (const auto& id : object.at(key).as_array()) ids.emplace_back(id.as_int64());
}

std::optional<int> number_of(const json::value& value) {
  return value.is_null() ? std::nullopt : std::optional(value.to_number<int>());
}

std::string text_of(const json::object& object, const char* key) {
  return std::string(object.at(key).as_string());
}

json::object whole(const Task& task) {
  json::object out = facts_of(task);
  out["id"] = task.id.value();
  out["version"] = task.version;
  out["lead_units"] = ids_of(task.lead_units);
  out["coordinating_units"] = ids_of(task.coordinating_units);
  out["directing_leaders"] = ids_of(task.directing_leaders);
  return out;
}

Task task_from(const json::object& object, domain::AgencyId agency) {
  Task task;
  task.id = domain::TaskId(object.at("id").as_int64());
  task.agency = agency;
  task.programme = domain::ProgrammeId::parse(text_of(object, "programme"));
  task.version = object.at("version").to_number<int>();
  task.position = object.at("position").to_number<int>();
  task.section = text_of(object, "section");
  task.quarter = number_of(object.at("quarter"));
  task.month = number_of(object.at("month"));
  task.number = text_of(object, "number");
  task.title = text_of(object, "title");
  task.lead = text_of(object, "lead");
  task.coordinating = text_of(object, "coordinating");
  task.deliverable = text_of(object, "deliverable");
  task.directing_leader = text_of(object, "directing_leader");
  task.note = text_of(object, "note");
  task.due = text_of(object, "due");
  task.extra = json::value_to<std::map<std::string, std::string>>(object.at("extra"));
  task.labels = json::value_to<std::vector<std::string>>(object.at("labels"));
  read_ids(object, "lead_units", task.lead_units);
  read_ids(object, "coordinating_units", task.coordinating_units);
  read_ids(object, "directing_leaders", task.directing_leaders);
  if (const auto* period = object.at("due_period").if_object()) {
    task.due_period = domain::Period::span(*find_date(text_of(*period, "from")), *find_date(text_of(*period, "to")));
  }
  return task;
}

json::array to_json(const std::vector<MergeUndo::Changed>& list) {
  json::array out;
  for (const auto& changed : list) {
    out.push_back({{"task", whole(changed.before)},
                   {"intake", changed.source.intake ? json::value(changed.source.intake->value()) : json::value(nullptr)},
                   {"places", changed.source.places},
                   {"version", changed.version}});
  }
  return out;
}

std::vector<MergeUndo::Changed> changed_from(const json::value& list, domain::AgencyId agency) {
  std::vector<MergeUndo::Changed> out;
  for (const auto& item : list.as_array()) {
    const auto& object = item.as_object();
    MergeUndo::Changed changed{task_from(object.at("task").as_object(), agency), {}, object.at("version").to_number<int>()};
    if (!object.at("intake").is_null()) changed.source.intake = domain::IntakeId(object.at("intake").as_int64());
    changed.source.places = text_of(object, "places");
    out.push_back(std::move(changed));
  }
  return out;
}

json::object to_json(const domain::Programme& programme) {
  json::array sections;
  const auto number = [](const std::optional<int>& value) { return value ? json::value(*value) : json::value(nullptr); };
  for (const auto& section : programme.sections) {
    sections.push_back({section.id, section.heading, number(section.quarter), number(section.declared_tasks)});
  }
  const auto& from = programme.attachment;
  return {{"id", programme.id.value()},
          {"title", programme.title},
          {"year", number(programme.year)},
          {"attachment", {from.decision_number, from.decision_symbol, from.decision_date, from.issuer, from.as_written}},
          {"column_headers", json::value_from(programme.column_headers)},
          {"sections", std::move(sections)},
          {"version", programme.version}};
}

domain::Programme programme_from(const json::object& object, domain::AgencyId agency) {
  domain::Programme programme;
  programme.id = domain::ProgrammeId(object.at("id").as_int64());
  programme.agency = agency;
  programme.title = text_of(object, "title");
  programme.year = number_of(object.at("year"));
  const auto words = json::value_to<std::vector<std::string>>(object.at("attachment"));
  programme.attachment = {words.at(0), words.at(1), words.at(2), words.at(3), words.at(4)};
  programme.column_headers = json::value_to<std::vector<std::string>>(object.at("column_headers"));
  for (const auto& item : object.at("sections").as_array()) {
    const auto& section = item.as_array();
    programme.sections.push_back({std::string(section.at(0).as_string()), std::string(section.at(1).as_string()), number_of(section.at(2)),
                                  number_of(section.at(3))});
  }
  programme.version = object.at("version").to_number<int>();
  return programme;
}

std::string text(const json::object& facts) {
  return json::serialize(facts);
}

void remove_added(store::Writer& writer, const domain::Actor& actor, const std::vector<Task>& added, Instant now) {
  for (const Task& task : added) {
    writer.remove_task(task, now);
    writer.record(actor, "task_removed", "task", task.id.value(), text(facts_of(task)), "", now);
  }
}

// Units may have gone into others since.
Task as_of_today(const store::Reader& reader, const domain::Actor& actor, Task task) {
  const auto names = reader.names(actor.agency);
  follow_units(*names, task.lead_units);
  follow_units(*names, task.coordinating_units);
  return task;
}

void restore_changed(store::Writer& writer, const domain::Actor& actor, const MergeUndo::Changed& changed, Instant now) {
  const Task merged = writer.task(actor.agency, changed.before.id);
  Task task = as_of_today(writer, actor, changed.before);
  task.version = merged.version;
  writer.save(task, now);
  writer.save_source(actor.agency, task.id, changed.source);
  const auto facts = difference(merged, task);
  writer.record(actor, "task_edited", "task", task.id.value(), text(facts.before), text(facts.after), now);
}

void restore_dropped(store::Writer& writer, const domain::Actor& actor, const MergeUndo::Changed& dropped, Instant now) {
  const Task task = as_of_today(writer, actor, dropped.before);
  writer.add(task, dropped.source.intake, dropped.source.places);
  writer.record(actor, "task_created", "task", task.id.value(), "", text(facts_of(task)), now);
}

// A task that the merge added is its own import's; one that it changed is so too, and stands in `changed`.
std::vector<Task> added_by(const store::Writer& writer, const store::IntakeRecord& record, domain::AgencyId agency, const MergeUndo& undo) {
  auto tasks = writer.tasks_of_intake(agency, record.id);
  std::erase_if(tasks, [&](const Task& task) {
    return std::ranges::any_of(undo.changed, [&](const auto& changed) { return changed.before.id == task.id; });
  });
  return tasks;
}

void refuse_changed(const store::Writer& writer, const domain::Actor& actor, const std::vector<Task>& added, const MergeUndo& undo) {
  const auto is_new = [&](const Task& task) { return task.version == 1 && writer.work(actor.agency, task.id).version == 1; };
  const auto is_as_merged = [&](const auto& changed) { return writer.task(actor.agency, changed.before.id).version == changed.version; };
  if (!std::ranges::all_of(added, is_new) || !std::ranges::all_of(undo.changed, is_as_merged)) {
    throw Error(ErrorCode::conflict, "tasks_changed");
  }
}

}  // namespace

json::value to_json(const MergeUndo& undo) {
  json::array places;
  for (const auto& [task, position] : undo.places) places.push_back({task.value(), position});
  return {{"programme", to_json(undo.programme)},
          {"changed", to_json(undo.changed)},
          {"dropped", to_json(undo.dropped)},
          {"places", std::move(places)}};
}

MergeUndo merge_undo_from(const json::value& value, domain::AgencyId agency) {
  MergeUndo undo;
  undo.programme = programme_from(value.at("programme").as_object(), agency);
  undo.changed = changed_from(value.at("changed"), agency);
  undo.dropped = changed_from(value.at("dropped"), agency);
  for (const auto& place : value.at("places").as_array()) {
    undo.places.emplace_back(place.as_array().at(0).as_int64(), place.as_array().at(1).to_number<int>());
  }
  return undo;
}

void take_back_merge(store::Writer& writer, const domain::Actor& actor, const store::IntakeRecord& record, const MergeUndo& undo,
                     Instant now) {
  const auto added = added_by(writer, record, actor.agency, undo);
  refuse_changed(writer, actor, added, undo);
  remove_added(writer, actor, added, now);
  for (const auto& changed : undo.changed) restore_changed(writer, actor, changed, now);
  for (const auto& dropped : undo.dropped) restore_dropped(writer, actor, dropped, now);
  for (const auto& [task, position] : undo.places) writer.place(actor.agency, task, position);
  domain::Programme programme = undo.programme;
  programme.version = writer.programme(actor.agency, programme.id).version;
  writer.save(programme);
  writer.forget_undo(actor.agency, record.id);
}

}  // namespace tiendo::actions

#include "reports/programme_json.h"

#include <boost/json.hpp>

#include "base/error.h"
#include "base/text.h"

namespace tiendo::reports {
namespace {

namespace json = boost::json;
using domain::Task;

constexpr std::size_t deepest = 16;
constexpr int largest_number = 1'000'000'000;
constexpr int first_year = 1945, last_year = 9999;

// The cells of a task, by their one name.
constexpr std::pair<const char*, std::string Task::*> cells[] = {{"number", &Task::number},
                                                                 {"title", &Task::title},
                                                                 {"lead", &Task::lead},
                                                                 {"coordinating", &Task::coordinating},
                                                                 {"deliverable", &Task::deliverable},
                                                                 {"directing_leader", &Task::directing_leader},
                                                                 {"note", &Task::note},
                                                                 {"due", &Task::due}};

json::value to_json(const std::optional<int>& number) {
  return number ? json::value(*number) : json::value(nullptr);
}

template <class Ids>
json::array to_json(const Ids& ids) {
  json::array out;
  for (const auto& id : ids) out.emplace_back(id.text());
  return out;
}

json::object to_json(const Task& task) {
  json::object out{{"id", task.id.text()},
                   {"position", task.position},
                   {"section", task.section},
                   {"quarter", to_json(task.quarter)},
                   {"month", to_json(task.month)}};
  for (const auto& [key, cell] : cells) out[key] = task.*cell;
  json::object extra;
  for (const auto& [header, text] : task.extra) extra[header] = text;
  out["extra"] = std::move(extra);
  out["lead_units"] = to_json(task.lead_units);
  out["coordinating_units"] = to_json(task.coordinating_units);
  out["directing_leaders"] = to_json(task.directing_leaders);
  out["labels"] = json::value_from(task.labels);
  out["due_period"] = nullptr;
  if (task.due_period) out["due_period"] = {{"from", iso(task.due_period->first_day())}, {"to", iso(task.due_period->last_day())}};
  return out;
}

json::object to_json(const domain::Programme& programme) {
  json::array sections;
  for (const auto& section : programme.sections)
    sections.push_back({{"id", section.id},
                        {"heading", section.heading},
                        {"quarter", to_json(section.quarter)},
                        {"declared_tasks", to_json(section.declared_tasks)}});
  const auto& attachment = programme.attachment;
  return {{"id", programme.id.text()},
          {"title", programme.title},
          {"year", to_json(programme.year)},
          {"attachment",
           {{"decision_number", attachment.decision_number},
            {"decision_symbol", attachment.decision_symbol},
            {"decision_date", attachment.decision_date},
            {"issuer", attachment.issuer},
            {"as_written", attachment.as_written}}},
          {"column_headers", json::value_from(programme.column_headers)},
          {"sections", std::move(sections)}};
}

[[noreturn]] void refuse(std::string_view what) {
  throw Error(ErrorCode::invalid, "bad_programme_file", {std::string(what)});
}

const json::object& object_in(const json::value* value, const char* what) {
  if (!value || !value->is_object()) refuse(what);
  return value->get_object();
}

const json::array& array_in(const json::object& object, const char* key) {
  static const json::array none;
  const auto* found = object.if_contains(key);
  if (!found) return none;
  if (!found->is_array()) refuse(key);
  return found->get_array();
}

std::string text_in(const json::value& value, const char* what) {
  if (!value.is_string()) refuse(what);
  return nfc(value.get_string());
}

std::string text_in(const json::object& object, const char* key) {
  const auto* found = object.if_contains(key);
  return found ? text_in(*found, key) : std::string();
}

std::optional<int> number_in(const json::object& object, const char* key, int least = 0, int most = largest_number) {
  const auto* found = object.if_contains(key);
  if (!found || found->is_null()) return std::nullopt;
  if (!found->is_int64() || found->get_int64() < least || found->get_int64() > most) refuse(key);
  return static_cast<int>(found->get_int64());
}

template <class Id>
std::vector<Id> ids_in(const json::object& object, const char* key) {
  std::vector<Id> out;
  for (const auto& each : array_in(object, key)) out.push_back(Id::parse(text_in(each, key)));
  return out;
}

Task task_from(const json::object& object) {
  Task task;
  if (const auto id = text_in(object, "id"); !id.empty()) task.id = domain::TaskId::parse(id);
  task.position = number_in(object, "position").value_or(0);
  task.section = text_in(object, "section");
  task.quarter = number_in(object, "quarter", 1, 4);
  task.month = number_in(object, "month", 1, 12);
  for (const auto& [key, cell] : cells) task.*cell = text_in(object, key);
  if (const auto* extra = object.if_contains("extra"))
    for (const auto& each : object_in(extra, "extra")) task.extra[std::string(each.key())] = text_in(each.value(), "extra");
  task.lead_units = ids_in<domain::UnitId>(object, "lead_units");
  task.coordinating_units = ids_in<domain::UnitId>(object, "coordinating_units");
  task.directing_leaders = ids_in<domain::PersonId>(object, "directing_leaders");
  for (const auto& label : array_in(object, "labels")) task.labels.push_back(text_in(label, "labels"));
  if (const auto* period = object.if_contains("due_period"); period && !period->is_null()) {
    const auto& in = object_in(period, "due_period");
    const auto from = find_date(text_in(in, "from")), to = find_date(text_in(in, "to"));
    if (!from || !to) refuse("due_period");
    task.due_period = domain::Period::span(*from, *to);
  }
  return task;
}

domain::Programme programme_from(const json::object& object) {
  domain::Programme programme;
  if (const auto id = text_in(object, "id"); !id.empty()) programme.id = domain::ProgrammeId::parse(id);
  programme.title = text_in(object, "title");
  programme.year = number_in(object, "year", first_year, last_year);
  if (const auto* found = object.if_contains("attachment")) {
    const auto& in = object_in(found, "attachment");
    programme.attachment = {text_in(in, "decision_number"), text_in(in, "decision_symbol"), text_in(in, "decision_date"),
                            text_in(in, "issuer"), text_in(in, "as_written")};
  }
  for (const auto& header : array_in(object, "column_headers")) programme.column_headers.push_back(text_in(header, "column_headers"));
  for (const auto& each : array_in(object, "sections")) {
    const auto& in = object_in(&each, "sections");
    programme.sections.push_back(
        {text_in(in, "id"), text_in(in, "heading"), number_in(in, "quarter", 1, 4), number_in(in, "declared_tasks")});
  }
  return programme;
}

}  // namespace

std::string programme_as_json(const ProgrammeFile& file) {
  json::array tasks;
  for (const auto& task : file.tasks) tasks.push_back(to_json(task));
  return json::serialize(json::object{{"programme", to_json(file.programme)}, {"tasks", std::move(tasks)}}) + "\n";
}

ProgrammeFile programme_from_json(std::string_view text) {
  json::parse_options options;
  options.max_depth = deepest;
  boost::system::error_code bad;
  const auto value = json::parse(text, bad, {}, options);
  if (bad) refuse(bad.message());
  const auto& object = object_in(&value, "programme");
  ProgrammeFile file;
  file.programme = programme_from(object_in(object.if_contains("programme"), "programme"));
  const auto& tasks = array_in(object, "tasks");
  if (tasks.size() > most_tasks_of_file) refuse("tasks");
  for (const auto& each : tasks) file.tasks.push_back(task_from(object_in(&each, "tasks")));
  return file;
}

}  // namespace tiendo::reports

#include <algorithm>
#include <array>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "actions/edit_task.h"
#include "base/text.h"
#include "http/form.h"
#include "http/handlers.h"
#include "http/task_form.h"
#include "http/task_json.h"

namespace tiendo::http {
namespace {

constexpr std::size_t longest_words = 400;

constexpr std::pair<std::string_view, store::TaskOrder> orders[] = {{"position", store::TaskOrder::position},
                                                                    {"due", store::TaskOrder::due},
                                                                    {"number", store::TaskOrder::number},
                                                                    {"title", store::TaskOrder::title}};
constexpr std::pair<std::string_view, store::UnitRole> roles[] = {{"lead", store::UnitRole::lead}, {"any", store::UnitRole::any}};

template <class Value, std::size_t size>
Value choice(const Request& request, std::string_view name, const std::pair<std::string_view, Value> (&table)[size], Value otherwise) {
  const auto text = request.find_query(name);
  if (!text) return otherwise;
  for (const auto& [key, value] : table)
    if (key == *text) return value;
  refuse_value(name);
}

store::TaskFilter filter_of(const Request& request) {
  store::TaskFilter filter;
  filter.programme = find_id<domain::ProgrammeId>(request, "programme");
  filter.quarter = find_number(request, "quarter", 1, 4);
  filter.month = find_number(request, "month", 1, 12);
  filter.unit = find_id<domain::UnitId>(request, "unit");
  filter.unit_role = choice(request, "unit_role", roles, store::UnitRole::any);
  filter.leader = find_id<domain::PersonId>(request, "leader");
  if (const auto label = request.find_query("label")) filter.label = std::string(*label);
  filter.words = request.find_query("q").value_or("");
  if (filter.words.size() > longest_words) refuse_value("q");
  filter.due_before = find_day(request, "due_before");
  filter.due_after = find_day(request, "due_after");
  filter.order = choice(request, "sort", orders, store::TaskOrder::position);
  filter.limit = find_number(request, "limit", 1, store::most_tasks_a_page).value_or(50);
  filter.cursor = request.find_query("cursor").value_or("");
  return filter;
}

Response one_task(const store::Reader& reader, const Context& context, const domain::Task& task) {
  const auto agency = context.agency();
  auto response = json_response(
      task_json(task, reader.source_of(agency, task.id), *reader.names(agency), store::groups(reader, agency), context.language));
  response.etag(task.version);
  return response;
}

boost::json::object object_of(const std::string& json) {
  if (json.empty()) return {};
  auto value = boost::json::parse(json);
  return value.is_object() ? std::move(value.as_object()) : boost::json::object{};
}

void write_change(JsonWriter& json, std::string_view field, const boost::json::value* before, const boost::json::value* after) {
  json.key(field);
  json.begin_object();
  json.key("before");
  json.raw(before ? boost::json::serialize(*before) : "null");
  json.key("after");
  json.raw(after ? boost::json::serialize(*after) : "null");
  json.end_object();
}

void write_changes(JsonWriter& json, const store::Event& event) {
  const auto before = object_of(event.before), after = object_of(event.after);
  json.begin_object();
  for (const auto& [field, value] : after) {
    const auto* old = before.if_contains(field);
    if (!old || *old != value) write_change(json, field, old, &value);
  }
  for (const auto& [field, value] : before)
    if (!after.contains(field)) write_change(json, field, &value, nullptr);
  json.end_object();
}

}  // namespace

Response list_tasks(const Request& request, Context& context) {
  const auto filter = filter_of(request);
  return json_response(task_page_json(context.store.read(), context.agency(), filter));
}

Response show_task(const Request& request, Context& context) {
  const auto id = domain::TaskId::parse(request.path_value("task"));
  const auto reader = context.store.read();
  return one_task(reader, context, reader.task(context.agency(), id));
}

Response change_task(const Request& request, Context& context) {
  const auto id = domain::TaskId::parse(request.path_value("task"));
  const int version = version_wanted(request);
  const auto edit = task_edit_from(json_body(request));
  const auto task = actions::edit_task(context.store, context.who().actor(), id, version, edit, context.now);
  return one_task(context.store.read(), context, task);
}

Response list_task_events(const Request& request, Context& context) {
  const auto id = domain::TaskId::parse(request.path_value("task"));
  const auto reader = context.store.read();
  reader.task(context.agency(), id);  // throws not_found
  JsonWriter json;
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const auto& event : reader.events_of(context.agency(), "task", id.value())) {
    json.begin_object();
    json.member("id", id_text(event.id));
    json.member("at", iso(event.at));
    json.member("actor", event.actor_name);
    json.member("kind", event.kind);
    json.key("changes");
    write_changes(json, event);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

}  // namespace tiendo::http

// Units, leaders and labels: what the agency knows by name, each with the number of its tasks.
#include <unordered_map>

#include "base/json_writer.h"
#include "http/handlers.h"
#include "http/unit_json.h"

namespace tiendo::http {
namespace {

using Tasks = std::unordered_map<std::string, std::int64_t>;

Tasks tasks_by_key(const store::Reader& reader, const Context& context, store::CountBy by) {
  Tasks tasks;
  for (const auto& count : reader.counts(context.agency(), std::nullopt, by, local_date(context.now))) tasks[count.key] = count.tasks;
  return tasks;
}

template <class Items, class Write>
Response list(const Items& items, const Write& write) {
  JsonWriter json;
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const auto& item : items) {
    json.begin_object();
    write(json, item);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

}  // namespace

Response list_units(const Request&, Context& context) {
  const auto reader = context.store.read();
  auto tasks = tasks_by_key(reader, context, store::CountBy::unit);
  const auto names = reader.names(context.agency());
  return list(names->units, [&](JsonWriter& json, const domain::Unit& unit) {
    write_unit_members(json, unit);
    json.member("tasks", tasks[unit.id.text()]);
  });
}

Response list_leaders(const Request&, Context& context) {
  const auto reader = context.store.read();
  auto tasks = tasks_by_key(reader, context, store::CountBy::leader);
  const auto names = reader.names(context.agency());
  return list(names->leaders, [&](JsonWriter& json, const domain::Person& leader) {
    json.member("id", leader.id.text());
    json.member("name", leader.full_name);
    json.member("tasks", tasks[leader.id.text()]);
  });
}

Response list_labels(const Request&, Context& context) {
  const auto labels = context.store.read().counts(context.agency(), std::nullopt, store::CountBy::label, local_date(context.now));
  return list(labels, [](JsonWriter& json, const store::NamedCount& label) {
    json.member("name", label.key);
    json.member("tasks", label.tasks);
  });
}

}  // namespace tiendo::http

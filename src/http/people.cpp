// People: posts and fields, and two spellings of one person joined.
#include <unordered_map>

#include "actions/edit_person.h"
#include "http/dated_members.h"
#include "http/handlers.h"

namespace tiendo::http {
namespace {

namespace json = boost::json;
using domain::PersonId;
using domain::UnitId;

constexpr std::size_t most_spellings = 100, most_units = 200;

const json::array& list_of(const json::object& form, std::string_view name, std::size_t most) {
  const auto* value = find_member(form, name);
  const auto* list = value ? value->if_array() : nullptr;
  if (!list || list->size() > most) refuse_value(name);
  return *list;
}

const json::object& row_of(const json::value& value, std::string_view name) {
  const auto* row = value.if_object();
  if (!row) refuse_value(name);
  return *row;
}

domain::Service service_from(const json::object& form) {
  domain::Service service;
  for (const auto& each : list_of(form, "posts", actions::most_service_rows)) {
    const auto& row = row_of(each, "posts");
    const auto* unit = find_member(row, "unit");
    if (!unit) refuse_value("unit");
    service.posts.push_back({text_member(row, "position"),
                             unit->is_null() ? std::nullopt : std::optional(UnitId::parse(text_of(*unit, "unit"))), days_from(row)});
  }
  for (const auto& each : list_of(form, "responsibilities", actions::most_service_rows)) {
    const auto& row = row_of(each, "responsibilities");
    std::vector<UnitId> units;
    for (const auto& unit : list_of(row, "units", most_units)) units.push_back(UnitId::parse(text_of(unit, "units")));
    service.responsibilities.push_back({text_member(row, "words"), std::move(units), days_from(row)});
  }
  return service;
}

actions::PersonForm form_from(const Request& request) {
  const auto form = json_body(request);
  actions::PersonForm person;
  person.person.full_name = text_member(form, "name");
  for (const auto& alias : list_of(form, "aliases", most_spellings)) person.person.aliases.push_back(text_of(alias, "aliases"));
  person.service = service_from(form);
  return person;
}

void write_service(JsonWriter& json, const domain::Service& service) {
  json.key("posts");
  json.begin_array();
  for (const auto& post : service.posts) {
    json.begin_object();
    json.member("position", post.position);
    member_or_null(json, "unit", post.unit ? std::optional(post.unit->text()) : std::nullopt);
    write_days(json, post.days);
    json.end_object();
  }
  json.end_array();
  json.key("responsibilities");
  json.begin_array();
  for (const auto& field : service.responsibilities) {
    json.begin_object();
    json.member("words", field.words);
    list_member(json, "units", field.units, [](UnitId unit) { return unit.text(); });
    write_days(json, field.days);
    json.end_object();
  }
  json.end_array();
}

void write_person(JsonWriter& json, const domain::Person& person, const domain::Service& service) {
  json.member("id", person.id.text());
  json.member("name", person.full_name);
  list_member(json, "aliases", person.aliases, [](const std::string& alias) { return alias; });
  write_service(json, service);
  json.member("version", person.version);
}

Response person_response(const actions::PersonForm& form, int status = 200) {
  JsonWriter json;
  json.begin_object();
  write_person(json, form.person, form.service);
  json.end_object();
  auto response = json_response(json.take(), status);
  response.etag(form.person.version);
  return response;
}

}  // namespace

Response list_people(const Request&, Context& context) {
  const auto reader = context.store.read();
  std::unordered_map<std::string, std::int64_t> tasks;
  for (const auto& count : reader.counts(context.agency(), std::nullopt, store::CountBy::leader, local_date(context.now)))
    tasks[count.key] = count.tasks;
  auto services = store::services(reader, context.agency());
  JsonWriter json;
  json.begin_object();
  json.key("items");
  json.begin_array();
  const auto names = reader.names(context.agency());
  for (const auto& person : names->leaders) {
    json.begin_object();
    write_person(json, person, services[person.id]);
    json.member("tasks", tasks[person.id.text()]);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

Response create_person(const Request& request, Context& context) {
  return person_response(actions::add_person(context.store, context.who().actor(), form_from(request), context.now), 201);
}

Response put_person(const Request& request, Context& context) {
  auto form = form_from(request);
  form.person.id = PersonId::parse(request.path_value("person"));
  form.person.version = version_wanted(request);
  return person_response(actions::edit_person(context.store, context.who().actor(), std::move(form), context.now));
}

Response join_person(const Request& request, Context& context) {
  const auto into = PersonId::parse(text_member(json_body(request), "into"));
  const auto joined = actions::join_people(context.store, context.who().actor(), PersonId::parse(request.path_value("person")),
                                           version_wanted(request), into, context.now);
  JsonWriter json;
  json.begin_object();
  json.member("into", joined.person.id.text());
  json.member("tasks", joined.tasks);
  json.end_object();
  return json_response(json.take());
}

}  // namespace tiendo::http

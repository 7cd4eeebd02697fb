#include "base/json_writer.h"
#include "http/handlers.h"

namespace tiendo::http {
namespace {

void write(JsonWriter& json, const domain::Attachment& attachment) {
  json.begin_object();
  json.member("decision_number", attachment.decision_number);
  json.member("decision_symbol", attachment.decision_symbol);
  json.member("decision_date", attachment.decision_date);
  json.member("issuer", attachment.issuer);
  json.member("as_written", attachment.as_written);
  json.end_object();
}

void member(JsonWriter& json, std::string_view name, const std::optional<int>& number) {
  number ? json.member(name, *number) : json.member(name, nullptr);
}

void write(JsonWriter& json, const store::ProgrammeRecord& programme) {
  json.begin_object();
  json.member("id", programme.id.text());
  json.member("title", programme.title);
  member(json, "year", programme.year);
  json.key("attachment");
  write(json, programme.attachment);
  json.key("column_headers");
  json.begin_array();
  for (const auto& header : programme.column_headers) json.value(header);
  json.end_array();
  json.key("sections");
  json.begin_array();
  for (const auto& section : programme.sections) {
    const auto tasks = programme.tasks_by_section.find(section.id);
    json.begin_object();
    json.member("id", section.id);
    json.member("heading", section.heading);
    member(json, "quarter", section.quarter);
    member(json, "declared_tasks", section.declared_tasks);
    json.member("tasks", tasks == programme.tasks_by_section.end() ? 0 : tasks->second);
    json.end_object();
  }
  json.end_array();
  json.member("tasks", programme.tasks);
  json.member("version", programme.version);
  json.end_object();
}

}  // namespace

Response list_programmes(const Request&, Context& context) {
  const auto reader = context.store.read();
  JsonWriter json;
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const auto& listed : reader.programmes(context.agency())) write(json, reader.programme(context.agency(), listed.id));
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

Response show_programme(const Request& request, Context& context) {
  const auto id = domain::ProgrammeId::parse(request.path_value("programme"));
  const auto programme = context.store.read().programme(context.agency(), id);
  JsonWriter json;
  write(json, programme);
  auto response = json_response(json.take());
  response.etag(programme.version);
  return response;
}

}  // namespace tiendo::http

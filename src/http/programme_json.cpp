#include "http/programme_json.h"

#include "actions/move_programme.h"
#include "base/json_writer.h"

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

}  // namespace

void write_programme(JsonWriter& json, const store::ProgrammeRecord& programme) {
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
  json.member("stage", name_of(programme.stage));
  programme.issued_on ? json.member("issued_on", iso(*programme.issued_on)) : json.member("issued_on", nullptr);
  json.member("is_planned", programme.is_planned);
  json.member("version", programme.version);
}

Response programme_response(const Context& context, const store::Reader& reader, domain::ProgrammeId id) {
  const auto programme = reader.programme(context.agency(), id);
  JsonWriter json;
  json.begin_object();
  write_programme(json, programme);
  json.key("moves");
  json.begin_array();
  for (const auto move : actions::stage_moves_for(reader, context.who().actor(), programme)) json.value(name_of(move));
  json.end_array();
  json.end_object();
  auto response = json_response(json.take());
  response.etag(programme.version);
  return response;
}

}  // namespace tiendo::http

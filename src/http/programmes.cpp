#include "base/json_writer.h"
#include "http/handlers.h"
#include "http/programme_json.h"

namespace tiendo::http {

Response list_programmes(const Request&, Context& context) {
  const auto reader = context.store.read();
  JsonWriter json;
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const auto& listed : reader.programmes(context.agency())) {
    json.begin_object();
    write_programme(json, reader.programme(context.agency(), listed.id));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

Response show_programme(const Request& request, Context& context) {
  return programme_response(context, context.store.read(), domain::ProgrammeId::parse(request.path_value("programme")));
}

}  // namespace tiendo::http

#include "base/json_writer.h"
#include "http/handlers.h"

namespace tiendo::http {

Response show_health(const Request&, Context& context) {
  JsonWriter json;
  json.begin_object();
  json.member("status", "ok");
  json.member("version", context.settings.version);
  json.end_object();
  return json_response(json.take());
}

}  // namespace tiendo::http

#include "base/json_writer.h"
#include "http/form.h"
#include "http/handlers.h"

namespace tiendo::http {
namespace {

constexpr std::pair<std::string_view, store::CountBy> groupings[] = {{"unit", store::CountBy::unit},
                                                                     {"month", store::CountBy::month},
                                                                     {"leader", store::CountBy::leader},
                                                                     {"label", store::CountBy::label},
                                                                     {"status", store::CountBy::status}};

store::CountBy grouping_of(const Request& request) {
  const auto text = request.find_query("by").value_or("");
  for (const auto& [name, by] : groupings)
    if (name == text) return by;
  refuse_value("by");
}

}  // namespace

Response list_counts(const Request& request, Context& context) {
  const auto by = grouping_of(request);
  const auto programme = find_id<domain::ProgrammeId>(request, "programme");
  JsonWriter json;
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const auto& count : context.store.read().counts(context.agency(), programme, by, local_date(context.now))) {
    json.begin_object();
    json.member("key", count.key);
    json.member("name", count.name);
    json.member("tasks", count.tasks);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

}  // namespace tiendo::http

// Who stands in for whom while away.
#include "actions/delegate.h"
#include "http/dated_members.h"
#include "http/handlers.h"

namespace tiendo::http {
namespace {

using domain::Delegation;
using domain::DelegationId;
using domain::PersonId;

void write_members(JsonWriter& json, const Delegation& delegation, Date today) {
  json.member("id", delegation.id.text());
  json.member("absent", delegation.absent.text());
  json.member("delegate", delegation.delegate.text());
  json.member("from", iso(delegation.from));
  json.member("to", iso(delegation.to));
  json.member("document", delegation.document);
  json.member("entered_by", delegation.entered_by);
  json.member("entered_at", iso(delegation.entered_at));
  json.member("is_now", delegation.days().has(today));
  json.member("version", delegation.version);
}

}  // namespace

Response list_delegations(const Request&, Context& context) {
  JsonWriter json;
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const auto& delegation : store::delegations(context.store.read(), context.agency())) {
    json.begin_object();
    write_members(json, delegation, local_date(context.now));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

Response create_delegation(const Request& request, Context& context) {
  const auto form = json_body(request);
  const auto made = actions::add_delegation(context.store, context.who().actor(),
                                            {PersonId::parse(text_member(form, "absent")), PersonId::parse(text_member(form, "delegate")),
                                             date_member(form, "from"), date_member(form, "to"), text_member(form, "document")},
                                            context.now);
  JsonWriter json;
  json.begin_object();
  write_members(json, made, local_date(context.now));
  json.end_object();
  auto response = json_response(json.take(), 201);
  response.etag(made.version);
  return response;
}

Response end_delegation(const Request& request, Context& context) {
  const auto on = date_member(json_body(request), "on");
  const auto ended = actions::end_delegation(context.store, context.who().actor(), DelegationId::parse(request.path_value("delegation")),
                                             version_wanted(request), on, context.now);
  JsonWriter json;
  json.begin_object();
  member_or_null(json, "to", ended ? std::optional(ended->to) : std::nullopt);
  json.end_object();
  return json_response(json.take());
}

}  // namespace tiendo::http

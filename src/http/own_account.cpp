// What everybody does with the own account: password, sessions, authenticator, keys for other programs.
#include "actions/own_keys.h"
#include "actions/own_password.h"
#include "actions/own_sessions.h"
#include "actions/second_factor.h"
#include "base/hash.h"
#include "http/account_json.h"
#include "http/form.h"
#include "http/guess.h"
#include "http/handlers.h"
#include "store/access_keys.h"

namespace tiendo::http {
namespace {

Response codes_response(const std::vector<std::string>& codes) {
  JsonWriter json;
  json.begin_object();
  json.key("recovery_codes");
  json.begin_array();
  for (const auto& code : codes) json.value(code);
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

std::vector<domain::Right> rights_member(const boost::json::object& form) {
  const auto* value = find_member(form, "rights");
  const auto* list = value ? value->if_array() : nullptr;
  if (!list || list->size() > domain::all_rights.size()) refuse_value("rights");
  std::vector<domain::Right> rights;
  for (const auto& name : *list) {
    const auto right = domain::find_right(text_of(name, "rights"));
    if (!right) refuse_value("rights");
    rights.push_back(*right);
  }
  return rights;
}

}  // namespace

Response put_own_password(const Request& request, Context& context) {
  const auto form = json_body(request);
  const auto old_password = text_member(form, "old_password"), password = text_member(form, "password");
  return guarded(request, context, context.who().user.name, [&] {
    actions::change_own_password(context.store, context.who(), old_password, password, context.now);
    return no_content();
  });
}

Response redeem_invitation(const Request& request, Context& context) {
  const auto form = json_body(request);
  const auto name = text_member(form, "name"), code = text_member(form, "code"), password = text_member(form, "password");
  return guarded(request, context, name, [&] {
    actions::redeem_invitation(context.store, name, code, password, context.now);
    return no_content();
  });
}

Response list_sessions(const Request&, Context& context) {
  const auto& who = context.who();
  const auto here = sha256(who.token);
  JsonWriter json;
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const auto& session : store::sessions_of(context.store.read(), who.agency.id, who.user.id, context.now)) {
    json.begin_object();
    json.member("id", session.token_hash);
    json.member("device", session.device.text);
    json.member("address", session.device.address);
    write_or_null(json, "since", session.created_at);
    write_or_null(json, "last_seen_at", session.last_seen_at);
    json.member("is_this", session.token_hash == here);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

Response end_session(const Request& request, Context& context) {
  actions::end_own_session(context.store, context.who(), request.path_value("session"), context.now);
  return no_content();
}

Response end_other_sessions(const Request&, Context& context) {
  JsonWriter json;
  json.begin_object();
  json.member("ended", actions::end_other_sessions(context.store, context.who(), context.now));
  json.end_object();
  return json_response(json.take());
}

Response show_second_factor(const Request&, Context& context) {
  const auto& who = context.who();
  const auto reader = context.store.read();
  const auto factor = store::find_second_factor(reader, who.agency.id, who.user.id);
  JsonWriter json;
  json.begin_object();
  write_or_null(json, "since", factor ? factor->confirmed_at : std::nullopt);
  json.member("is_required", store::account_rules(reader, who.agency.id).wants_second_factor(who.user.role));
  json.member("recovery_codes_left", store::recovery_codes_left(reader, who.agency.id, who.user.id));
  json.end_object();
  return json_response(json.take());
}

Response begin_second_factor(const Request&, Context& context) {
  const auto made = actions::begin_second_factor(context.store, context.who(), context.now);
  JsonWriter json;
  json.begin_object();
  json.member("secret", made.secret);
  json.member("address", made.address);
  json.end_object();
  return json_response(json.take(), 201);
}

Response confirm_second_factor(const Request& request, Context& context) {
  const auto code = text_member(json_body(request), "code");
  return codes_response(actions::confirm_second_factor(context.store, context.who(), code, context.now));
}

Response renew_recovery_codes(const Request& request, Context& context) {
  const auto code = text_member(json_body(request), "code");
  return codes_response(actions::renew_recovery_codes(context.store, context.who(), code, context.now));
}

Response remove_second_factor(const Request& request, Context& context) {
  actions::remove_second_factor(context.store, context.who(), text_member(json_body(request), "code"), context.now);
  return no_content();
}

Response list_access_keys(const Request&, Context& context) {
  const auto& who = context.who();
  JsonWriter json;
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const auto& token : store::access_keys_of(context.store.read(), who.agency.id, who.user.id)) {
    json.begin_object();
    write_access_key_members(json, token, context.now);
    json.end_object();
  }
  json.end_array();
  json.key("rights");
  json.begin_array();
  for (const auto right : domain::all_rights)
    if (domain::may_go_to_a_key(right) && who.may(right)) json.value(name_of(right));
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

Response create_access_key(const Request& request, Context& context) {
  const auto form = json_body(request);
  const auto made = actions::add_access_key(context.store, context.who(), text_member(form, "name"), rights_member(form),
                                            number_member(form, "days", 1, domain::most_access_key_days), context.now);
  JsonWriter json;
  json.begin_object();
  write_access_key_members(json, made.key, context.now);
  json.member("secret", made.secret);
  json.end_object();
  return json_response(json.take(), 201);
}

Response revoke_access_key(const Request& request, Context& context) {
  actions::revoke_access_key(context.store, context.who(), domain::AccessKeyId::parse(request.path_value("access_key")), context.now);
  return no_content();
}

}  // namespace tiendo::http

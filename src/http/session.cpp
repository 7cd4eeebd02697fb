#include "http/session.h"

#include "actions/find_session.h"
#include "actions/sign_out.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "http/form.h"
#include "http/guess.h"
#include "http/handlers.h"

namespace tiendo::http {
namespace {

std::string cookie(std::string_view token, std::chrono::seconds age, bool is_secure) {
  return std::string(session_cookie) + '=' + std::string(token) +
         "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(age.count()) + (is_secure ? "; Secure" : "");
}

Response session_response(const actions::SignedIn& who) {
  JsonWriter json;
  json.begin_object();
  json.key("user");
  json.begin_object();
  json.member("id", who.user.id.text());
  json.member("name", who.user.name);
  json.member("full_name", who.user.full_name);
  json.member("role", name_of(who.user.role));
  who.user.unit ? json.member("unit", who.user.unit->text()) : json.member("unit", nullptr);
  who.user.person ? json.member("person", who.user.person->text()) : json.member("person", nullptr);
  json.end_object();
  json.key("agency");
  json.begin_object();
  json.member("id", who.agency.id.text());
  json.member("name", who.agency.name);
  json.end_object();
  json.key("rights");
  json.begin_array();
  for (const auto right : domain::all_rights)
    if (who.may(right)) json.value(name_of(right));
  json.end_array();
  json.key("pending");
  who.pending == domain::Pending::nothing ? json.value(nullptr) : json.value(name_of(who.pending));
  json.member("csrf", who.csrf);
  json.end_object();
  return json_response(json.take());
}

std::string text_or_empty(const boost::json::object& form, std::string_view name) {
  const auto* value = find_member(form, name);
  return value ? text_of(*value, name) : std::string();
}

// As the browser calls itself; shortened between letters.
store::Device device_of(const Request& request) {
  const auto said = request.find_header("User-Agent").value_or("");
  return {nfc(said.substr(0, store::longest_device)), request.peer};
}

}  // namespace

Response create_session(const Request& request, Context& context) {
  const auto form = json_body(request);
  const actions::SignInForm wanted{text_member(form, "name"), text_member(form, "password"), text_or_empty(form, "code"),
                                   device_of(request)};
  const auto who = guarded(request, context, wanted.name, [&] { return actions::sign_in(context.store, wanted, context.now); });
  auto response = session_response(who);
  response.header("Set-Cookie", cookie(who.token, actions::cookie_lasts, context.settings.is_secure));
  return response;
}

Response show_session(const Request&, Context& context) {
  return session_response(context.who());
}

Response remove_session(const Request& request, Context& context) {
  actions::sign_out(context.store, request.find_cookie(session_cookie).value_or(""), context.now);
  auto response = no_content();
  response.header("Set-Cookie", cookie("", std::chrono::seconds(0), context.settings.is_secure));
  return response;
}

}  // namespace tiendo::http

#include "http/session.h"

#include "actions/find_session.h"
#include "actions/sign_out.h"
#include "base/json_writer.h"
#include "http/form.h"
#include "http/handlers.h"
#include "http/places.h"

namespace tiendo::http {
namespace {

Places sign_ins{most_sign_ins};  // working out a password takes a while on purpose

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
  for (const auto right : domain::all_rights) {
    if (domain::may(who.user.role, right)) json.value(name_of(right));
  }
  json.end_array();
  json.member("csrf", who.csrf);
  json.end_object();
  return json_response(json.take());
}

actions::SignedIn signed_in(const Request& request, Context& context, const std::string& name, const std::string& password) {
  const auto wait = context.throttle.wait(name, request.peer, context.now);
  if (wait.count() > 0) {
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(wait).count();
    throw Refused{429, "too_many_attempts", {std::to_string(minutes)}, {{"Retry-After", std::to_string(wait.count())}}};
  }
  const Place place(sign_ins);
  context.throttle.failed(name, request.peer, context.now);  // until it has gone well, so that attempts side by side count too
  auto who = actions::sign_in(context.store, name, password, context.now);
  context.throttle.succeeded(name, request.peer);
  return who;
}

}  // namespace

Response create_session(const Request& request, Context& context) {
  const auto form = json_body(request);
  const auto who = signed_in(request, context, text_member(form, "name"), text_member(form, "password"));
  auto response = session_response(who);
  response.header("Set-Cookie", cookie(who.token, actions::session_most, context.settings.is_secure));
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

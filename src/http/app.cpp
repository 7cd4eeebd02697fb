#include "http/app.h"

#include "actions/find_session.h"
#include "base/equal.h"
#include "http/access.h"
#include "http/client_address.h"
#include "http/files.h"
#include "http/respond.h"
#include "http/session.h"

namespace tiendo::http {
namespace {

constexpr const char* policy_of_page =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
constexpr const char* policy_of_api = "default-src 'none'; frame-ancestors 'none'";

bool is_api(std::string_view path) {
  return path == "/api" || path.starts_with("/api/");
}

const char* key_of(int status) {
  switch (status) {
    case 408:
      return "request_slow";
    case 413:
      return "body_too_large";
    case 431:
      return "header_too_large";
    case 503:
      return "server_busy";
    default:
      return "bad_request";
  }
}

// A browser says where a request comes from; another site has no business changing anything here.
bool comes_from_elsewhere(const Request& request) {
  const auto site = request.find_header("Sec-Fetch-Site");
  return site && *site != "same-origin" && *site != "none";
}

// "Authorization: Bearer …": another program, with a key that an account gave it. No browser sends it by itself.
std::optional<std::string_view> find_key(const Request& request) {
  constexpr std::string_view scheme = "Bearer ";
  const auto said = request.find_header("Authorization");
  return said && said->starts_with(scheme) ? std::optional(said->substr(scheme.size())) : std::nullopt;
}

}  // namespace

App::App(store::Store& store, Settings settings, std::span<const EmbeddedFile> files, std::function<Instant()> clock)
    : store_(store), settings_(std::move(settings)), files_(files), clock_(std::move(clock)), accesses_(store) {
  for (const auto& network : settings_.trusted_proxies)
    if (!is_network(network)) throw Error{ErrorCode::invalid, "bad_network", {network}};
}

std::unique_ptr<Service> service_over(store::Store& store, Settings settings) {
  return std::make_unique<App>(store, std::move(settings));
}

Context App::context_for(Request& request) {
  request.peer = client_address(request, settings_.trusted_proxies);
  return {store_, throttle_, readings_, accesses_, settings_, clock_(), language_of(request), std::nullopt};
}

Admission App::admit(Request& head) {
  const auto question = head.target.find('?');
  const auto found = match(routes(), head.method, std::string_view(head.target).substr(0, question));
  const std::size_t limit = found.route ? found.route->body_limit : ordinary_body;
  return {limit, limit > ordinary_body};
}

std::optional<Response> App::find_refusal(Request& head) {
  bool is_allowed = false;
  Match found;
  auto context = context_for(head);
  auto response = answer_or_problem(
      [&] {
        head.read_target();
        found = match(routes(), head.method, head.path);
        check_rights(head, context, found);
        is_allowed = true;
        return Response{};
      },
      context.language, 400);
  if (is_allowed) return std::nullopt;
  log(head, found, context, {}, response);
  add_headers(response, false);
  return response;
}

Response App::answer(Request& request) {
  Match found;
  bool is_page = false;
  auto context = context_for(request);
  store::Asked asked{.address = request.peer, .host = request.host};
  const auto answered = [&] {
    request.read_target();
    is_page = !is_api(request.path);
    if (is_page) return page(request);
    found = match(routes(), request.method, request.path);
    check_rights(request, context, found);
    if (context.signed_in && !is_safe(request.method)) {
      asked.agency = context.agency();
      asked.change = access_of(request, found, context);
    }
    const store::Answering answering(asked);
    return api(request, context, found);
  };
  auto response = answer_or_problem(answered, context.language, 400);
  log(request, found, context, asked, response);
  add_headers(response, is_page);
  return response;
}

// What cannot be written down is not answered.
void App::log(const Request& request, const Match& found, const Context& context, const store::Asked& asked, Response& response) {
  auto failure = answer_or_problem(
      [&] {
        log_answer(accesses_, request, found, context, asked, response);
        return Response{};
      },
      context.language, 400);
  if (failure.status >= 400) response = std::move(failure);
}

// Default deny: without a session nobody learns even which addresses exist.
void App::check_rights(const Request& request, Context& context, const Match& found) const {
  const bool is_open = found.route && found.route->access == open;
  if (!is_safe(request.method) && comes_from_elsewhere(request)) throw Error{ErrorCode::forbidden, "csrf"};
  if (is_open) return;
  const auto key = find_key(request);
  if (key)
    context.signed_in = actions::find_key_holder(store_, *key, context.now);
  else if (const auto token = request.find_cookie(session_cookie))
    context.signed_in = actions::find_session(store_, *token, context.now);
  if (!context.signed_in) throw Error{ErrorCode::unauthenticated, "not_signed_in"};
  if (!found.route && !found.allowed.empty()) throw Refused{405, "method_not_allowed", {}, {{"Allow", found.allowed}}};
  if (!found.route) throw Error{ErrorCode::not_found, "no_such_address"};
  if (!key) check_token(request, *context.signed_in);
  if (!context.signed_in->may(*found.route->access)) throw Error{ErrorCode::forbidden, "not_for_your_role"};
  const auto pending = context.signed_in->pending;
  if (pending != domain::Pending::nothing && found.route->access != domain::Right::own_session)
    throw Error{ErrorCode::forbidden, name_of(pending)};
}

void App::check_token(const Request& request, const actions::SignedIn& who) const {
  if (is_safe(request.method)) return;
  if (!equal_in_constant_time(request.find_header("X-CSRF-Token").value_or(""), who.csrf)) throw Error{ErrorCode::forbidden, "csrf"};
}

Response App::api(Request& request, Context& context, const Match& found) {
  request.path_values = found.path_values;
  return answer_or_problem([&] { return found.route->handler(request, context); }, context.language, found.route->invalid_status);
}

Response App::page(const Request& request) const {
  if (!is_safe(request.method)) throw Refused{405, "method_not_allowed", {}, {{"Allow", "GET"}}};
  return file_response(files_, request);
}

Response App::refuse(int status, const Request* head) {
  auto response = problem(status, key_of(status), head ? language_of(*head) : Language::vi);
  if (status == 503) response.header("Retry-After", "1");
  add_headers(response, false);
  return response;
}

void App::add_headers(Response& response, bool is_page) const {
  response.header("X-Content-Type-Options", "nosniff");
  response.header("Referrer-Policy", "no-referrer");
  response.header("Content-Security-Policy", is_page ? policy_of_page : policy_of_api);
  response.header("Cross-Origin-Opener-Policy", "same-origin");
  response.header("Cross-Origin-Resource-Policy", "same-origin");
  if (settings_.is_secure) response.header("Strict-Transport-Security", "max-age=31536000");
  if (!response.has_header("Cache-Control")) response.header("Cache-Control", "no-store");
}

}  // namespace tiendo::http

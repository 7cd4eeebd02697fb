#include "http/access.h"

#include <algorithm>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/hash.h"
#include "base/password.h"
#include "base/text.h"

namespace tiendo::http {
namespace {

using store::AccessKind;
using store::AccessResult;

// Ids, years and the like; anything else that somebody typed into an address is no object of ours.
bool is_plain(std::string_view value) {
  constexpr std::size_t most = 20;
  return value.size() <= most && std::ranges::all_of(value, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; });
}

std::string object_of(const Match& found) {
  std::string object;
  for (const auto& [name, value] : found.path_values) object += (object.empty() ? "" : "/") + (is_plain(value) ? value : "?");
  return object;
}

AccessResult result_of(int status) {
  if (status < 400) return AccessResult::done;
  return status == 403 ? AccessResult::refused : status == 404 ? AccessResult::absent : AccessResult::failed;
}

bool is_of_log(const Route& route) {
  return route.pattern.starts_with("/access_log");
}

// One's own name and rights, and how far a reading is, are asked for all the time and show nothing.
bool is_worth_a_row(const Route& route) {
  return !is_safe(route.method) || (*route.access != domain::Right::own_session && route.pattern != "/readings/{reading}");
}

std::string typed_name(const Request& request) {
  boost::system::error_code error;
  const auto form = boost::json::parse(request.body, error);
  const auto* object = error ? nullptr : form.if_object();
  const auto* name = object ? object->if_contains("name") : nullptr;
  return name && name->is_string() ? std::string(name->get_string()) : std::string();
}

std::string key_of(const Response& response) {
  boost::system::error_code error;
  const auto problem = boost::json::parse(response.content(), error);
  const auto* object = error ? nullptr : problem.if_object();
  const auto* key = object ? object->if_contains("key") : nullptr;
  return key && key->is_string() ? std::string(key->get_string()) : "sign_in_failed";
}

// A name that nobody has may be a password typed into the wrong field: the log keeps a mark that is the same for the same name
// until the server stops, and from which nobody finds the name.
std::string mark_of(const std::string& name) {
  static const std::string secret = random_token();
  constexpr std::size_t letters = 4;
  return '?' + sha256(secret + marked_key(name)).substr(0, letters);
}

// Names that nobody has belong to the one agency there is, or to none.
domain::AgencyId agency_of_strangers(const store::Reader& reader) {
  const auto agencies = reader.agencies();
  return agencies.size() == 1 ? agencies.front().id : domain::AgencyId{};
}

// A sign-in that came to nothing and changed nothing: a name that nobody has, a locked account, too many attempts.
void log_failed_sign_in(AccessBook& book, const Request& request, const Context& context, const Response& response) {
  const std::string name = typed_name(request);
  const auto reader = context.store.read();
  const auto known = reader.find_credentials(name);
  store::Access access{.at = context.now,
                       .kind = AccessKind::session,
                       .what = key_of(response),
                       .result = AccessResult::failed,
                       .account = known ? known->user.name : mark_of(name),
                       .address = request.peer,
                       .host = request.host};
  if (known) access.user = known->user.id;
  const auto agency = known ? known->user.agency : agency_of_strangers(reader);
  // Whoever is slowed down could fill the log: those are counted in one row.
  response.status == 429 ? book.note(agency, std::move(access)) : book.write(agency, std::move(access));
}

}  // namespace

store::Access access_of(const Request& request, const Match& found, const Context& context) {
  const Route& route = *found.route;
  return {.at = context.now,
          .kind = is_of_log(route)        ? AccessKind::log
                  : is_safe(route.method) ? AccessKind::read
                                          : AccessKind::change,
          .what = fmt::format("{} {}", name_of(route.method), route.pattern),
          .object = object_of(found),
          .user = context.who().user.id,
          .account = context.who().user.name,
          .address = request.peer,
          .host = request.host};
}

void log_answer(AccessBook& book, const Request& request, const Match& found, const Context& context, const store::Asked& asked,
                const Response& response) {
  const bool is_sign_in = found.route && found.route->access == open && !is_safe(found.route->method);
  if (is_sign_in && (response.status == 401 || response.status == 429) && !asked.is_logged) {
    log_failed_sign_in(book, request, context, response);
  }
  if (!found.route || found.route->access == open || !context.signed_in || !is_worth_a_row(*found.route)) return;
  const auto result = result_of(response.status);
  if (asked.is_logged && result == AccessResult::done) return;
  store::Access access = access_of(request, found, context);
  access.result = result;
  const bool is_read = access.kind == AccessKind::read || access.kind == AccessKind::log;
  const bool may_wait = is_read ? result != AccessResult::refused : result == AccessResult::absent || result == AccessResult::failed;
  may_wait ? book.note(context.agency(), std::move(access)) : book.write(context.agency(), std::move(access));
}

}  // namespace tiendo::http

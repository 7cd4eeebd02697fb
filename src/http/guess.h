// What a stranger may guess at: bounded in places (working out a password takes a while on purpose) and in attempts.
#pragma once

#include "http/context.h"
#include "http/places.h"
#include "http/request.h"

namespace tiendo::http {

// Throws 429 before `attempt` is made where this name or address has failed too often.
void check_throttle(const Request& request, Context& context, const std::string& name);

// Throws 503 where too many are under way.
Places& sign_ins();

template <class Attempt>
auto guarded(const Request& request, Context& context, const std::string& name, Attempt attempt) {
  check_throttle(request, context, name);
  const Place place(sign_ins());
  context.throttle.failed(name, request.peer, context.now);  // until it has gone well, so that attempts side by side count too
  try {
    auto result = attempt();
    context.throttle.succeeded(name, request.peer);
    return result;
  } catch (const Error& error) {
    if (error.key() == "code_wanted") context.throttle.forgive(name, request.peer);  // the password was right
    throw;
  }
}

}  // namespace tiendo::http

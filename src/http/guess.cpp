#include "http/guess.h"

namespace tiendo::http {

void check_throttle(const Request& request, Context& context, const std::string& name) {
  const auto wait = context.throttle.wait(name, request.peer, context.now);
  if (wait.count() == 0) return;
  const auto minutes = std::chrono::ceil<std::chrono::minutes>(wait).count();
  throw Refused{429, "too_many_attempts", {std::to_string(minutes)}, {{"Retry-After", std::to_string(wait.count())}}};
}

Places& sign_ins() {
  static Places places{most_sign_ins};
  return places;
}

}  // namespace tiendo::http

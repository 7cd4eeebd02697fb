#include "http/route.h"

namespace tiendo::http {
namespace {

std::string_view next_segment(std::string_view& rest) {
  rest.remove_prefix(1);  // the slash
  const auto segment = rest.substr(0, rest.find('/'));
  rest.remove_prefix(segment.size());
  return segment;
}

bool fits(std::string_view pattern, std::string_view path, Pairs& values) {
  while (!pattern.empty() && !path.empty()) {
    if (path.front() != '/') return false;
    const auto wanted = next_segment(pattern), given = next_segment(path);
    if (!wanted.starts_with('{')) {
      if (wanted != given) return false;
      continue;
    }
    auto value = percent_decoded(given);
    if (!value || value->empty()) return false;
    values.emplace_back(wanted.substr(1, wanted.size() - 2), std::move(*value));
  }
  return pattern.empty() && path.empty();
}

}  // namespace

Match match(std::span<const Route> table, Method method, std::string_view path) {
  Match found;
  if (!path.starts_with(api_root)) return found;
  path.remove_prefix(api_root.size());
  const Method wanted = method == Method::head ? Method::get : method;
  for (const auto& route : table) {
    Pairs values;
    if (!fits(route.pattern, path, values)) continue;
    if (route.method == wanted) {
      found.route = &route;
      found.path_values = std::move(values);
      return found;
    }
    if (!found.allowed.empty()) found.allowed += ", ";
    found.allowed += name_of(route.method);
  }
  return found;
}

}  // namespace tiendo::http

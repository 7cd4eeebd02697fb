// Every address of the interface, and who may call it. What does not stand in the table is refused.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "domain/rights.h"
#include "http/context.h"
#include "http/request.h"
#include "http/response.h"

namespace tiendo::http {

// What a route asks of whoever calls it; nothing of an open one.
using Access = std::optional<domain::Right>;
inline constexpr Access open = std::nullopt;

inline constexpr std::string_view api_root = "/api/v1";
inline constexpr std::size_t ordinary_body = std::size_t{1} << 20;

using Handler = Response (*)(const Request&, Context&);

struct Route {
  Method method;
  std::string_view pattern;  // below api_root: "/tasks/{task}"
  Access access;
  Handler handler;
  std::size_t body_limit = ordinary_body;
  int invalid_status = 400;  // what an Error "invalid" becomes: 422 where the body is a document
};

std::span<const Route> routes();

struct Match {
  const Route* route = nullptr;
  Pairs path_values;
  std::string allowed;  // methods of this path, where the path is known and the method is not
};

// A HEAD is answered by the route of its GET.
Match match(std::span<const Route> table, Method method, std::string_view path);

}  // namespace tiendo::http

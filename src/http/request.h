// One request as a handler sees it: checked, decoded, without a socket.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiendo::http {

enum class Method { get, head, post, put, patch, remove, other };

const char* name_of(Method method);
Method method_of(std::string_view name);
constexpr bool is_safe(Method method) {
  return method == Method::get || method == Method::head;
}

// "%20" becomes a blank. Nothing where an escape is broken or the result is not UTF-8 without control characters.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_blank = false);
std::string percent_encoded(std::string_view text);

using Pairs = std::vector<std::pair<std::string, std::string>>;

struct Request {
  Method method = Method::get;
  std::string target;  // as sent: "/api/v1/tasks?limit=5"
  Pairs headers;
  std::string body;
  std::string peer;  // address of the client
  std::string host;  // address of this server that the client has reached

  // Filled by `read_target`.
  std::string path;  // without the query, still encoded
  Pairs query;

  // Filled by the router: {"task", "05QK…"}.
  Pairs path_values;

  // Takes the target apart; throws invalid "bad_address_line" where it is none.
  void read_target();

  std::optional<std::string_view> find_header(std::string_view name) const;
  std::optional<std::string_view> find_query(std::string_view name) const;
  std::optional<std::string_view> find_cookie(std::string_view name) const;
  const std::string& path_value(std::string_view name) const;
};

}  // namespace tiendo::http

// One answer, and the usual ways to make one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/request.h"

namespace tiendo::http {

struct Response {
  int status = 200;
  Pairs headers;
  std::string body;
  std::string_view fixed_body;  // bytes that live as long as the program; used where `body` is empty

  // Replaces nothing; throws internal where name or value would break the header apart.
  Response& header(std::string_view name, std::string value);
  Response& etag(int version);
  bool has_header(std::string_view name) const;
  std::optional<std::string_view> find_header(std::string_view name) const;
  std::string_view content() const { return body.empty() ? fixed_body : std::string_view(body); }
};

const char* reason(int status);

Response json_response(std::string json, int status = 200);
Response no_content();

}  // namespace tiendo::http

#include "http/response.h"

#include <algorithm>

#include "base/error.h"

namespace tiendo::http {
namespace {

constexpr std::pair<int, const char*> reasons[] = {{100, "Continue"},
                                                   {200, "OK"},
                                                   {201, "Created"},
                                                   {204, "No Content"},
                                                   {304, "Not Modified"},
                                                   {400, "Bad Request"},
                                                   {401, "Unauthorized"},
                                                   {403, "Forbidden"},
                                                   {404, "Not Found"},
                                                   {405, "Method Not Allowed"},
                                                   {408, "Request Timeout"},
                                                   {409, "Conflict"},
                                                   {412, "Precondition Failed"},
                                                   {413, "Content Too Large"},
                                                   {415, "Unsupported Media Type"},
                                                   {422, "Unprocessable Content"},
                                                   {428, "Precondition Required"},
                                                   {429, "Too Many Requests"},
                                                   {431, "Request Header Fields Too Large"},
                                                   {500, "Internal Server Error"},
                                                   {501, "Not Implemented"},
                                                   {503, "Service Unavailable"},
                                                   {505, "HTTP Version Not Supported"}};

bool breaks_header(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
}

}  // namespace

const char* reason(int status) {
  for (const auto& [code, text] : reasons)
    if (code == status) return text;
  return "";
}

Response& Response::header(std::string_view name, std::string value) {
  if (breaks_header(name) || breaks_header(value)) throw Error{ErrorCode::internal, "internal", {}, "control character in a header"};
  headers.emplace_back(name, std::move(value));
  return *this;
}

Response& Response::etag(int version) {
  return header("ETag", '"' + std::to_string(version) + '"');
}

bool Response::has_header(std::string_view name) const {
  return find_header(name).has_value();
}

std::optional<std::string_view> Response::find_header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (key == name) return value;
  return std::nullopt;
}

Response json_response(std::string json, int status) {
  Response response;
  response.status = status;
  response.body = std::move(json);
  response.header("Content-Type", "application/json; charset=utf-8");
  return response;
}

Response no_content() {
  Response response;
  response.status = 204;
  return response;
}

}  // namespace tiendo::http

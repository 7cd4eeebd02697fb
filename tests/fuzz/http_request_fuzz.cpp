// The parts of a request that are read by our own code: target, query, cookies, languages, routes, files, JSON forms.
// Input: method, target and headers line by line, a blank line, the body.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <boost/json.hpp>

#include "base/error.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "http/corrections.h"
#include "http/files.h"
#include "http/form.h"
#include "http/respond.h"
#include "http/route.h"

namespace {

using namespace tiendo;
using namespace tiendo::http;

constexpr std::array<EmbeddedFile, 3> files = {{{"assets/a.js", "a"}, {"assets/a.js.gz", "z"}, {"index.html", "h"}}};

std::string_view next_line(std::string_view& rest) {
  const auto line = rest.substr(0, rest.find('\n'));
  rest.remove_prefix(std::min(rest.size(), line.size() + 1));
  return line;
}

Request request_from(std::string_view rest) {
  Request request;
  request.method = method_of(next_line(rest));
  request.target = next_line(rest);
  while (!rest.empty()) {
    const auto line = next_line(rest);
    if (line.empty()) break;
    const auto colon = line.find(": ");
    if (colon != std::string_view::npos) request.headers.emplace_back(line.substr(0, colon), line.substr(colon + 2));
  }
  request.body = rest;
  request.headers.emplace_back("Content-Type", "application/json");
  return request;
}

template <class Read>
void may_refuse(const Read& read) {
  try {
    read();
  } catch (const Error& error) {
    if (error.code() == ErrorCode::internal) std::abort();  // what a client sends is never our own mistake
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto request = request_from({reinterpret_cast<const char*>(data), size});
  bool is_read = false;
  may_refuse([&] { request.read_target(), is_read = true; });
  problem(400, "bad_request", language_of(request));
  request.find_cookie("tiendo_session");
  if (!is_read) return 0;
  for (const auto& [name, value] : request.query)
    if (!is_utf8(name) || !is_utf8(value)) std::abort();
  const auto found = match(routes(), request.method, request.path);
  if (found.route && !request.path.starts_with(api_root)) std::abort();
  may_refuse([&] {
    const auto response = file_response(files, request);
    if (response.content() != "a" && response.content() != "z" && response.content() != "h") std::abort();
  });
  may_refuse([&] { version_wanted(request); });
  may_refuse([&] { find_number(request, "limit", 1, 500); });
  may_refuse([&] { find_day(request, "due_before"); });
  may_refuse([&] { corrections_of(json_body(request)); });
  JsonWriter json;
  json.value(std::string_view(request.body));
  if (is_utf8(request.body) && boost::json::parse(json.take()).as_string() != request.body) std::abort();
  return 0;
}

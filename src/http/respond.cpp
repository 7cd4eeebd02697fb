#include "http/respond.h"

#include <charconv>
#include <iostream>
#include <mutex>

#include "base/id.h"
#include "base/json_writer.h"

namespace tiendo::http {
namespace {

int status_of(const Error& error, int invalid_status) {
  switch (error.code()) {
    case ErrorCode::invalid:
      return invalid_status;
    case ErrorCode::unauthenticated:
      return 401;
    case ErrorCode::forbidden:
      return 403;
    case ErrorCode::not_found:
      return 404;
    case ErrorCode::conflict:
      return error.key() == "stale_version" ? 412 : 409;
    case ErrorCode::internal:
      return 500;
  }
  return 500;
}

Response internal_problem(std::string_view detail, Language language) {
  static std::mutex log;
  const auto now = now_from_clock();
  const auto reference = id_text(next_id(now));
  {
    const std::lock_guard lock(log);
    std::cerr << iso(now) << " error " << reference << ' ' << detail << std::endl;
  }
  return problem(500, "internal_reference", language, {reference}, reference);
}

// "en-GB;q=0.8" -> 0.8 where it speaks the language, -1 where not.
double weight(std::string_view range, std::string_view language) {
  const auto semicolon = range.find(';');
  auto name = range.substr(0, semicolon);
  while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
  name = name.substr(0, name.find_first_of("- "));
  if (name != language) return -1;
  if (semicolon == std::string_view::npos) return 1;
  const auto q = range.find("q=", semicolon);
  double value = 0;
  if (q != std::string_view::npos) std::from_chars(range.data() + q + 2, range.data() + range.size(), value);
  return value;
}

}  // namespace

Language language_of(const Request& request) {
  std::string_view rest = request.find_header("Accept-Language").value_or("");
  double vi = -1, en = -1;
  while (!rest.empty()) {
    const auto range = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(rest.size(), range.size() + 1));
    vi = std::max(vi, weight(range, "vi"));
    en = std::max(en, weight(range, "en"));
  }
  return en > vi ? Language::en : Language::vi;
}

Response problem(int status, const std::string& key, Language language, const std::vector<std::string>& arguments,
                 const std::string& reference) {
  JsonWriter json;
  json.begin_object();
  json.member("type", "about:blank");
  json.member("title", reason(status));
  json.member("status", status);
  json.member("detail", sentence(language, "error." + key, arguments));
  json.member("key", key);
  if (!reference.empty()) json.member("reference", reference);
  json.end_object();
  Response response;
  response.status = status;
  response.body = json.take();
  response.header("Content-Type", "application/problem+json; charset=utf-8");
  response.header("Content-Language", language == Language::vi ? "vi" : "en");
  return response;
}

Response answer_or_problem(const std::function<Response()>& answer, Language language, int invalid_status) {
  try {
    return answer();
  } catch (const Refused& refused) {
    auto response = problem(refused.status(), refused.key(), language, refused.arguments());
    for (const auto& [name, value] : refused.headers()) response.header(name, value);
    return response;
  } catch (const Error& error) {
    if (error.code() == ErrorCode::internal) return internal_problem(error.what(), language);
    return problem(status_of(error, invalid_status), error.key(), language, error.arguments());
  } catch (const std::exception& error) {
    return internal_problem(error.what(), language);
  }
}

}  // namespace tiendo::http

#include "formats/error_json.h"

#include <boost/json.hpp>

#include "base/error.h"

namespace tiendo::formats {

namespace json = boost::json;

std::string error_as_json(const std::string& key, const std::vector<std::string>& arguments) {
  return json::serialize(json::object{{"error", key}, {"arguments", json::value_from(arguments)}});
}

void throw_error_in(const json::object& answer) {
  const auto* key = answer.if_contains("error");
  if (!key) return;
  if (!key->is_string()) throw Error(ErrorCode::invalid, "reader_fell");
  std::vector<std::string> arguments;
  if (const auto* given = answer.if_contains("arguments"); given && given->is_array())
    for (const auto& each : given->get_array())
      if (each.is_string()) arguments.emplace_back(each.get_string());
  throw Error(ErrorCode::invalid, std::string(key->get_string()), std::move(arguments));
}

}  // namespace tiendo::formats

// Values inside a column: lists as JSON (ids, words, columns without a field), days as text.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/json.hpp>

#include "base/date.h"
#include "base/id.h"
#include "store/task_view.h"

namespace tiendo::store {

template <class Entity>
std::string list_of(const std::vector<Id<Entity>>& ids) {
  std::string out = "[";
  for (const auto id : ids) {
    if (out.size() > 1) out += ',';
    out += std::to_string(id.value());
  }
  return out + "]";
}

template <class Entity>
std::vector<Id<Entity>> ids_from(std::string_view list) {
  std::vector<Id<Entity>> ids;
  IdList<Entity>{list}.each([&](Id<Entity> id) { ids.push_back(id); });
  return ids;
}

// ISO; nothing for null.
inline std::optional<std::string> day_text(const std::optional<Date>& day) {
  return day ? std::optional(iso(*day)) : std::nullopt;
}

inline std::string list_of(const std::vector<std::string>& words) {
  return words.empty() ? "[]" : boost::json::serialize(boost::json::value_from(words));
}

inline std::vector<std::string> words_from(std::string_view list) {
  if (list == "[]") return {};
  return boost::json::value_to<std::vector<std::string>>(boost::json::parse(list));
}

inline std::string object_of(const std::map<std::string, std::string>& values) {
  return values.empty() ? "{}" : boost::json::serialize(boost::json::value_from(values));
}

inline std::map<std::string, std::string> values_from(std::string_view object) {
  if (object == "{}") return {};
  return boost::json::value_to<std::map<std::string, std::string>>(boost::json::parse(object));
}

}  // namespace tiendo::store

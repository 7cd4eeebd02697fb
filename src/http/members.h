// Members of an open JSON object that may be null.
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/json_writer.h"

namespace tiendo::http {

inline void member_or_null(JsonWriter& json, std::string_view name, const std::optional<int>& number) {
  number ? json.member(name, *number) : json.member(name, nullptr);
}

inline void member_or_null(JsonWriter& json, std::string_view name, const std::optional<std::string>& text) {
  text ? json.member(name, *text) : json.member(name, nullptr);
}

inline void member_or_null(JsonWriter& json, std::string_view name, const std::optional<Date>& day) {
  day ? json.member(name, iso(*day)) : json.member(name, nullptr);
}

inline void member_or_null(JsonWriter& json, std::string_view name, const std::optional<Instant>& at) {
  at ? json.member(name, iso(*at)) : json.member(name, nullptr);
}

// Ids, names: whatever stands in a list, by what `text_of` says of each.
template <class List, class TextOf>
void list_member(JsonWriter& json, std::string_view name, const List& list, TextOf text_of) {
  json.key(name);
  json.begin_array();
  for (const auto& each : list) json.value(text_of(each));
  json.end_array();
}

}  // namespace tiendo::http

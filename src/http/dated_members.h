// Days that may be open, in forms and answers.
#pragma once

#include "base/json_writer.h"
#include "domain/person.h"
#include "http/form.h"
#include "http/members.h"

namespace tiendo::http {

inline std::optional<Date> day_or_null(const boost::json::object& form, std::string_view name) {
  const auto* value = find_member(form, name);
  if (!value) refuse_value(name);
  return value->is_null() ? std::nullopt : std::optional(date_member(form, name));
}

inline domain::Days days_from(const boost::json::object& form) {
  return {day_or_null(form, "from"), day_or_null(form, "to")};
}

inline void write_days(JsonWriter& json, const domain::Days& days) {
  member_or_null(json, "from", days.from);
  member_or_null(json, "to", days.to);
}

}  // namespace tiendo::http

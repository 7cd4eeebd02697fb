// Values out of a request: the JSON body, the query, the If-Match header. Each throws invalid with the name of what is wrong.
#pragma once

#include <optional>
#include <string>

#include <boost/json/object.hpp>

#include "base/date.h"
#include "http/request.h"

namespace tiendo::http {

// The body as a JSON object; at most 32 levels deep.
boost::json::object json_body(const Request& request);

const boost::json::value* find_member(const boost::json::object& object, std::string_view name);
std::string text_of(const boost::json::value& value, std::string_view name);  // NFC, without control characters
std::string text_member(const boost::json::object& object, std::string_view name);
int number_member(const boost::json::object& object, std::string_view name, int least, int most);
std::optional<int> number_or_null(const boost::json::value& value, std::string_view name, int least, int most);
Date date_member(const boost::json::object& object, std::string_view name);
std::string optional_text(const boost::json::object& object, std::string_view name);         // empty where it is not there
std::optional<Date> optional_day(const boost::json::object& object, std::string_view name);  // none where it is null or not there

// None where it is null or not there.
template <class Id>
std::optional<Id> optional_id(const boost::json::object& object, std::string_view name) {
  const auto* value = find_member(object, name);
  return value && !value->is_null() ? std::optional(Id::parse(text_of(*value, name))) : std::nullopt;
}

std::optional<int> find_number(const Request& request, std::string_view name, int least, int most);
std::optional<Date> find_day(const Request& request, std::string_view name);

template <class Id>
std::optional<Id> find_id(const Request& request, std::string_view name) {
  const auto text = request.find_query(name);
  return text ? std::optional<Id>(Id::parse(*text)) : std::nullopt;
}

// The version in If-Match: "3". Throws 428 where it is missing.
int version_wanted(const Request& request);

[[noreturn]] void refuse_value(std::string_view name);  // invalid "bad_value"

}  // namespace tiendo::http

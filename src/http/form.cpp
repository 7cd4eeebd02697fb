#include "http/form.h"

#include <algorithm>
#include <charconv>

#include <boost/json/parse.hpp>

#include "base/text.h"
#include "http/respond.h"

namespace tiendo::http {
namespace {

constexpr std::size_t most_levels = 32;

std::optional<int> parsed(std::string_view text) {
  int value = 0;
  const auto end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  return error == std::errc() && rest == end ? std::optional<int>(value) : std::nullopt;
}

bool is_unwelcome(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7f;
}

const boost::json::value& member(const boost::json::object& object, std::string_view name) {
  const auto* value = find_member(object, name);
  if (!value) refuse_value(name);
  return *value;
}

}  // namespace

void refuse_value(std::string_view name) {
  throw Error{ErrorCode::invalid, "bad_value", {std::string(name)}};
}

boost::json::object json_body(const Request& request) {
  if (!request.find_header("Content-Type").value_or("").starts_with("application/json")) throw Refused{415, "json_wanted"};
  boost::json::parse_options options;
  options.max_depth = most_levels;
  boost::system::error_code error;
  auto value = boost::json::parse(request.body, error, {}, options);
  if (error || !value.is_object()) throw Refused{400, "bad_json"};
  return std::move(value.as_object());
}

const boost::json::value* find_member(const boost::json::object& object, std::string_view name) {
  return object.if_contains(name);
}

std::string text_of(const boost::json::value& value, std::string_view name) {
  const auto* text = value.if_string();
  if (!text || std::ranges::any_of(*text, is_unwelcome)) refuse_value(name);
  return nfc(*text);
}

std::string text_member(const boost::json::object& object, std::string_view name) {
  return text_of(member(object, name), name);
}

std::optional<int> number_or_null(const boost::json::value& value, std::string_view name, int least, int most) {
  if (value.is_null()) return std::nullopt;
  const auto* number = value.if_int64();
  if (!number || *number < least || *number > most) refuse_value(name);
  return static_cast<int>(*number);
}

int number_member(const boost::json::object& object, std::string_view name, int least, int most) {
  const auto number = number_or_null(member(object, name), name, least, most);
  if (!number) refuse_value(name);
  return *number;
}

Date date_member(const boost::json::object& object, std::string_view name) {
  const auto date = find_date(text_member(object, name));
  if (!date) refuse_value(name);
  return *date;
}

std::string optional_text(const boost::json::object& object, std::string_view name) {
  const auto* value = find_member(object, name);
  return value ? text_of(*value, name) : std::string();
}

std::optional<Date> optional_day(const boost::json::object& object, std::string_view name) {
  const auto* value = find_member(object, name);
  return value && !value->is_null() ? std::optional(date_member(object, name)) : std::nullopt;
}

std::optional<int> find_number(const Request& request, std::string_view name, int least, int most) {
  const auto text = request.find_query(name);
  if (!text) return std::nullopt;
  const auto number = parsed(*text);
  if (!number || *number < least || *number > most) refuse_value(name);
  return number;
}

std::optional<Date> find_day(const Request& request, std::string_view name) {
  const auto text = request.find_query(name);
  if (!text) return std::nullopt;
  const auto date = find_date(*text);
  if (!date) refuse_value(name);
  return date;
}

int version_wanted(const Request& request) {
  const auto tag = request.find_header("If-Match");
  if (!tag) throw Refused{428, "version_needed"};
  const bool is_quoted = tag->size() > 2 && tag->front() == '"' && tag->back() == '"';
  const auto version = is_quoted ? parsed(tag->substr(1, tag->size() - 2)) : std::nullopt;
  if (!version || *version < 1) refuse_value("If-Match");
  return *version;
}

}  // namespace tiendo::http

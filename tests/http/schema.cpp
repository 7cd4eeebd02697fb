#include "http/schema.h"

#include <algorithm>
#include <regex>
#include <set>
#include <stdexcept>

#include <boost/json.hpp>

#include "base/date.h"
#include "base/text.h"

namespace tiendo::http {

namespace json = boost::json;

namespace {

const std::set<std::string_view> known_keywords = {"type",     "required", "properties",    "additionalProperties",
                                                   "items",    "enum",     "const",         "pattern",
                                                   "minimum",  "maximum",  "minLength",     "maxLength",
                                                   "minItems", "maxItems", "minProperties", "oneOf",
                                                   "allOf",    "format",   "description",   "example",
                                                   "default",  "$ref"};

bool is_type(const json::value& value, std::string_view type) {
  if (type == "null") return value.is_null();
  if (type == "boolean") return value.is_bool();
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_int64() || value.is_uint64();
  if (type == "number") return value.is_number();
  if (type == "array") return value.is_array();
  if (type == "object") return value.is_object();
  throw std::runtime_error("unknown type " + std::string(type));
}

bool is_format(std::string_view text, std::string_view format) {
  if (format == "date") return find_date(text).has_value();
  if (format == "date-time") return find_instant(text).has_value();
  if (format == "binary") return true;
  throw std::runtime_error("unknown format " + std::string(format));
}

}  // namespace

const json::object& Schemas::resolved(const json::value& node) const {
  const auto* at = &node;
  while (const auto* reference = at->as_object().if_contains("$ref")) {
    std::string_view path = reference->as_string();
    at = &document_;
    path.remove_prefix(2);
    while (!path.empty()) {
      const auto part = path.substr(0, path.find('/'));
      path.remove_prefix(std::min(path.size(), part.size() + 1));
      at = &at->as_object().at(part);
    }
  }
  return at->as_object();
}

struct Schemas::Check {
  const Schemas& schemas;
  std::vector<std::string> misfits;

  void add(const std::string& where, std::string_view what) { misfits.push_back((where.empty() ? "/" : where) + ": " + std::string(what)); }

  void value(const json::value& value, const json::value& node, const std::string& where, bool is_part = false) {
    const auto& schema = schemas.resolved(node);
    for (const auto& [keyword, ignored] : schema)
      if (!known_keywords.contains(keyword)) throw std::runtime_error("unknown keyword " + std::string(keyword));
    if (!type(value, schema, where)) return;
    if (const auto* allowed = schema.if_contains("enum"))
      if (std::ranges::find(allowed->as_array(), value) == allowed->as_array().end()) add(where, "not one of the values");
    if (const auto* only = schema.if_contains("const"))
      if (*only != value) add(where, "not the value");
    if (const auto* parts = schema.if_contains("allOf"))
      for (const auto& part : parts->as_array()) this->value(value, part, where, true);
    if (const auto* choices = schema.if_contains("oneOf")) one_of(value, choices->as_array(), where);
    if (const auto* text = value.if_string()) string(*text, schema, where);
    if (value.is_number()) number(value.to_number<double>(), schema, where);
    if (const auto* array = value.if_array()) items(*array, schema, where);
    if (const auto* object = value.if_object()) members(*object, schema, where, is_part);
  }

  bool type(const json::value& value, const json::object& schema, const std::string& where) {
    const auto* types = schema.if_contains("type");
    if (!types) return true;
    const bool fits = types->is_string()
                          ? is_type(value, types->as_string())
                          : std::ranges::any_of(types->as_array(), [&](const auto& t) { return is_type(value, t.as_string()); });
    if (!fits) add(where, "is not of type " + json::serialize(*types) + ": " + json::serialize(value).substr(0, 80));
    return fits;
  }

  void one_of(const json::value& value, const json::array& choices, const std::string& where) {
    const auto fitting = std::ranges::count_if(choices, [&](const auto& choice) {
      Check check{schemas, {}};
      check.value(value, choice, where);
      return check.misfits.empty();
    });
    if (fitting != 1) add(where, "fits " + std::to_string(fitting) + " of the choices");
  }

  void string(std::string_view text, const json::object& schema, const std::string& where) {
    const auto length = static_cast<std::int64_t>(code_points(text));
    if (const auto* least = schema.if_contains("minLength"); least && length < least->as_int64()) add(where, "too short");
    if (const auto* most = schema.if_contains("maxLength"); most && length > most->as_int64()) add(where, "too long");
    if (const auto* format = schema.if_contains("format"); format && !is_format(text, format->as_string())) add(where, "not of the format");
    if (const auto* pattern = schema.if_contains("pattern"))
      if (!std::regex_search(text.begin(), text.end(), std::regex(std::string(pattern->as_string())))) add(where, "not of the pattern");
  }

  void number(double number, const json::object& schema, const std::string& where) {
    if (const auto* least = schema.if_contains("minimum"); least && number < least->to_number<double>()) add(where, "too small");
    if (const auto* most = schema.if_contains("maximum"); most && number > most->to_number<double>()) add(where, "too large");
  }

  void items(const json::array& array, const json::object& schema, const std::string& where) {
    const auto size = static_cast<std::int64_t>(array.size());
    if (const auto* least = schema.if_contains("minItems"); least && size < least->as_int64()) add(where, "too few items");
    if (const auto* most = schema.if_contains("maxItems"); most && size > most->as_int64()) add(where, "too many items");
    const auto* item = schema.if_contains("items");
    for (std::size_t i = 0; item && i < array.size(); ++i) value(array[i], *item, where + '/' + std::to_string(i));
  }

  // A member may be named by any part of an allOf: only the whole knows all of them.
  std::set<std::string> named_by(const json::object& schema) const {
    std::set<std::string> names;
    if (const auto* properties = schema.if_contains("properties"))
      for (const auto& [name, ignored] : properties->as_object()) names.insert(std::string(name));
    if (const auto* parts = schema.if_contains("allOf"))
      for (const auto& part : parts->as_array()) names.merge(named_by(schemas.resolved(part)));
    return names;
  }

  void members(const json::object& object, const json::object& schema, const std::string& where, bool is_part) {
    if (const auto* required = schema.if_contains("required"))
      for (const auto& name : required->as_array())
        if (!object.contains(name.as_string())) add(where, "lacks " + std::string(name.as_string()));
    const auto* properties = schema.if_contains("properties");
    const auto* others = schema.if_contains("additionalProperties");
    const auto named = named_by(schema);
    for (const auto& [name, member] : object) {
      const std::string place = where + '/' + std::string(name);
      if (const auto* own = properties ? properties->as_object().if_contains(name) : nullptr)
        value(member, *own, place);
      else if (others && others->is_object())
        value(member, *others, place);
      else if (!is_part && !named.empty() && !named.contains(std::string(name)))
        add(place, "is not in the contract");
    }
  }
};

std::vector<std::string> Schemas::misfits(const json::value& value, const json::value& schema) const {
  Check check{*this, {}};
  check.value(value, schema, "");
  return check.misfits;
}

}  // namespace tiendo::http

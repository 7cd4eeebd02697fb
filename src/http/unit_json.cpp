#include "http/unit_json.h"

namespace tiendo::http {
namespace {

template <class Value, class Text>
void write_or_null(JsonWriter& json, std::string_view name, const std::optional<Value>& value, Text text) {
  json.key(name);
  if (value)
    json.value(text(*value));
  else
    json.value(nullptr);
}

}  // namespace

void write_unit_members(JsonWriter& json, const domain::Unit& unit) {
  const auto day = [](Date date) { return iso(date); };
  const auto id = [](domain::UnitId other) { return other.text(); };
  json.member("id", unit.id.text());
  json.member("name", unit.name);
  json.member("abbreviation", unit.abbreviation);
  json.key("aliases");
  json.begin_array();
  for (const auto& alias : unit.aliases) json.value(alias);
  json.end_array();
  json.member("kind", name_of(unit.kind));
  write_or_null(json, "parent", unit.parent, id);
  write_or_null(json, "valid_from", unit.valid_from, day);
  write_or_null(json, "valid_to", unit.valid_to, day);
  write_or_null(json, "successor", unit.successor, id);
  json.member("identifier", unit.identifier);
  json.member("old_identifier", unit.old_identifier);
  json.member("version", unit.version);
}

}  // namespace tiendo::http

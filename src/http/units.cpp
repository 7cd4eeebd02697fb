// Changing the register of units.
#include "actions/edit_unit.h"
#include "http/form.h"
#include "http/handlers.h"
#include "http/unit_json.h"

namespace tiendo::http {
namespace {

using domain::Unit;
using domain::UnitId;

const boost::json::value& member(const boost::json::object& form, std::string_view name) {
  const auto* value = find_member(form, name);
  if (!value) refuse_value(name);
  return *value;
}

std::optional<Date> day_or_null(const boost::json::object& form, std::string_view name) {
  return member(form, name).is_null() ? std::nullopt : std::optional(date_member(form, name));
}

std::optional<UnitId> unit_or_null(const boost::json::object& form, std::string_view name) {
  return member(form, name).is_null() ? std::nullopt : std::optional(UnitId::parse(text_member(form, name)));
}

std::vector<std::string> words_member(const boost::json::object& form, std::string_view name) {
  const auto* list = member(form, name).if_array();
  if (!list || list->size() > actions::most_unit_spellings) refuse_value(name);
  std::vector<std::string> words;
  for (const auto& word : *list) words.push_back(text_of(word, name));
  return words;
}

Unit unit_from(const Request& request) {
  const auto form = json_body(request);
  const auto kind = domain::find_unit_kind(text_member(form, "kind"));
  if (!kind) refuse_value("kind");
  return {.name = text_member(form, "name"),
          .abbreviation = text_member(form, "abbreviation"),
          .aliases = words_member(form, "aliases"),
          .kind = *kind,
          .parent = unit_or_null(form, "parent"),
          .valid_from = day_or_null(form, "valid_from"),
          .valid_to = day_or_null(form, "valid_to"),
          .identifier = text_member(form, "identifier"),
          .old_identifier = text_member(form, "old_identifier")};
}

Response unit_response(const Unit& unit, int status = 200) {
  JsonWriter json;
  json.begin_object();
  write_unit_members(json, unit);
  json.end_object();
  auto response = json_response(json.take(), status);
  response.etag(unit.version);
  return response;
}

}  // namespace

Response create_unit(const Request& request, Context& context) {
  return unit_response(actions::add_unit(context.store, context.who().actor(), unit_from(request), context.now), 201);
}

Response put_unit(const Request& request, Context& context) {
  Unit unit = unit_from(request);
  unit.id = UnitId::parse(request.path_value("unit"));
  unit.version = version_wanted(request);
  return unit_response(actions::edit_unit(context.store, context.who().actor(), unit, context.now));
}

Response merge_unit(const Request& request, Context& context) {
  const auto form = json_body(request);
  const auto merger =
      actions::merge_units(context.store, context.who().actor(), UnitId::parse(request.path_value("unit")), version_wanted(request),
                           UnitId::parse(text_member(form, "into")), date_member(form, "on"), context.now);
  JsonWriter json;
  json.begin_object();
  json.member("into", merger.unit.id.text());
  json.member("tasks", merger.tasks);
  json.end_object();
  return json_response(json.take());
}

}  // namespace tiendo::http

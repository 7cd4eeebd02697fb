#include "http/version_json.h"

#include "http/form.h"
#include "http/members.h"

namespace tiendo::http {
namespace {

std::string text_or_nothing(const boost::json::object& form, std::string_view name) {
  const auto* value = find_member(form, name);
  return value ? text_of(*value, name) : std::string();
}

}  // namespace

void write_version(JsonWriter& json, const domain::Version& version) {
  json.member("id", version.id.text());
  json.member("programme", version.programme.text());
  json.member("number", version.number);
  json.member("stage", name_of(version.stage));
  json.member("at", iso(version.at));
  json.member("by", version.by_name);
  json.member("words", version.words);
  json.member("tasks", version.tasks);
  json.key("decision");
  if (!version.decision) {
    json.value(nullptr);
    return;
  }
  json.begin_object();
  json.member("number", version.decision->number);
  json.member("symbol", version.decision->symbol);
  json.member("date", iso(version.decision->date));
  json.member("signer", version.decision->signer);
  json.end_object();
}

void write_row(JsonWriter& json, const domain::Task& task) {
  json.begin_object();
  task.id ? json.member("task", task.id.text()) : json.member("task", nullptr);
  json.member("section", task.section);
  member_or_null(json, "quarter", task.quarter);
  member_or_null(json, "month", task.month);
  json.member("number", task.number);
  json.member("title", task.title);
  json.member("lead", task.lead);
  json.member("coordinating", task.coordinating);
  json.member("deliverable", task.deliverable);
  json.member("directing_leader", task.directing_leader);
  json.member("note", task.note);
  json.member("due", task.due);
  json.end_object();
}

std::optional<domain::Decision> find_decision(const boost::json::object& form) {
  const auto* value = find_member(form, "decision");
  if (!value || value->is_null()) return std::nullopt;
  const auto* object = value->if_object();
  if (!object) refuse_value("decision");
  return domain::Decision{text_member(*object, "number"), text_or_nothing(*object, "symbol"), date_member(*object, "date"),
                          text_member(*object, "signer")};
}

}  // namespace tiendo::http

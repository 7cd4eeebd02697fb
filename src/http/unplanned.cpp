// Tasks given outside the programmes, and which of them were entered late.
#include "store/unplanned.h"

#include "actions/add_unplanned.h"
#include "http/form.h"
#include "http/handlers.h"
#include "http/members.h"

namespace tiendo::http {
namespace {

std::vector<domain::UnitId> units_member(const boost::json::object& form, std::string_view name) {
  std::vector<domain::UnitId> units;
  const auto* list = find_member(form, name);
  if (!list) return units;
  if (!list->is_array()) refuse_value(name);
  for (const auto& each : list->get_array()) units.push_back(domain::UnitId::parse(text_of(each, name)));
  return units;
}

bool is_said(const boost::json::object& form, std::string_view name) {
  const auto* value = find_member(form, name);
  if (value && !value->is_bool()) refuse_value(name);
  return value && value->get_bool();
}

actions::UnplannedForm form_of(const boost::json::object& form) {
  return {.title = text_member(form, "title"),
          .deliverable = optional_text(form, "deliverable"),
          .lead = domain::UnitId::parse(text_member(form, "lead")),
          .coordinating = units_member(form, "coordinating"),
          .leader = optional_id<domain::PersonId>(form, "leader"),
          .due_on = optional_day(form, "due_on"),
          .document = optional_text(form, "document"),
          .given_on = date_member(form, "given_on"),
          .is_urgent = is_said(form, "is_urgent")};
}

void write_task(JsonWriter& json, const domain::Unplanned& one, const domain::Task& task, const domain::Work& work,
                const store::Names& names, Date enter_by) {
  const auto* unit = one.unit ? names.find_unit(*one.unit) : nullptr;
  json.begin_object();
  json.member("task", task.id.text());
  json.member("programme", task.programme.text());
  json.member("number", task.number);
  json.member("title", task.title);
  json.member("lead", task.lead);
  json.member("state", name_of(work.state));
  member_or_null(json, "due_on", work.due_on);
  json.member("document", one.document);
  json.member("given_on", iso(one.given_on));
  json.member("is_urgent", one.is_urgent);
  json.member("entered_on", iso(one.entered_on));
  json.member("entered_by", one.entered_by.name);
  json.member("entered_for", unit ? unit->name : std::string());
  json.member("enter_by", iso(enter_by));
  json.member("is_late", one.entered_on > enter_by);
  json.end_object();
}

}  // namespace

Response list_unplanned(const Request& request, Context& context) {
  const auto reader = context.store.read();
  const auto agency = context.agency();
  const auto years = store::unplanned_years(reader, agency);
  const int year = find_number(request, "year", 2000, 2100).value_or(static_cast<int>(local_date(context.now).year()));
  const auto days = reader.working_days(agency);
  const auto names = reader.names(agency);
  const auto programme = store::find_unplanned_register(reader, agency, year);
  JsonWriter json;
  json.begin_object();
  json.member("year", year);
  list_member(json, "years", years, [](int one) { return one; });
  member_or_null(json, "programme", programme ? std::optional(programme->text()) : std::nullopt);
  json.member("may_add", actions::may_add_unplanned(context.who().user));
  json.key("items");
  json.begin_array();
  for (const auto& one : store::unplanned(reader, agency, year)) {
    const auto task = reader.task(agency, one.task);
    const auto units = task.lead_units.size() + task.coordinating_units.size();
    write_task(json, one, task, reader.work(agency, one.task), *names, domain::enter_by(one, units, days));
  }
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

Response add_unplanned(const Request& request, Context& context) {
  const auto task = actions::add_unplanned(context.store, context.who().actor(), form_of(json_body(request)), context.now);
  JsonWriter json;
  json.begin_object();
  json.member("task", task.id.text());
  json.member("programme", task.programme.text());
  json.end_object();
  return json_response(json.take(), 201);
}

}  // namespace tiendo::http

// Changes to a programme in force: asked for, answered by leaders, carried out by a decision.
#include "store/amendments.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "actions/amend_programme.h"
#include "http/form.h"
#include "http/handlers.h"
#include "http/members.h"
#include "http/task_form.h"
#include "http/version_json.h"

namespace tiendo::http {
namespace {

using domain::Amendment;
using domain::AmendmentChange;
using domain::AmendmentId;

void row_or_null(JsonWriter& json, std::string_view name, const std::optional<domain::Task>& task) {
  json.key(name);
  task ? write_row(json, *task) : json.value(nullptr);
}

void write_change(JsonWriter& json, const Context& context, const store::Reader& reader, const Amendment& amendment,
                  const AmendmentChange& change) {
  const auto both = actions::shown(reader, amendment, change);
  json.begin_object();
  json.member("id", change.id.text());
  json.member("kind", name_of(change.kind));
  change.task ? json.member("task", change.task->text()) : json.member("task", nullptr);
  row_or_null(json, "before", both.before);
  row_or_null(json, "after", both.after);
  json.member("reason", change.reason);
  json.member("asked_by", change.asked_by.name);
  json.member("consent", name_of(change.consent));
  member_or_null(json, "answered_at", change.answered_at);
  json.member("answered_by", change.answered_by ? change.answered_by->name : std::string());
  json.member("answer_words", change.answer_words);
  json.member("may_answer", amendment.state == domain::AmendmentState::open &&
                                actions::answers_as(reader, context.who().actor(), amendment, change, local_date(context.now)).has_value());
  json.end_object();
}

void write_amendment(JsonWriter& json, const Context& context, const store::Reader& reader, const Amendment& amendment) {
  json.begin_object();
  json.member("id", amendment.id.text());
  json.member("programme", amendment.programme.text());
  json.member("state", name_of(amendment.state));
  json.member("opened_at", iso(amendment.opened_at));
  json.member("opened_by", amendment.opened_by.name);
  amendment.led_to ? json.member("led_to", amendment.led_to->text()) : json.member("led_to", nullptr);
  json.key("changes");
  json.begin_array();
  for (const auto& change : amendment.changes) write_change(json, context, reader, amendment, change);
  json.end_array();
  json.member("version", amendment.version);
  json.end_object();
}

Response amendment_response(const Context& context, AmendmentId id, int status = 200) {
  const auto reader = context.store.read();
  const auto amendment = store::amendment(reader, context.agency(), id);
  JsonWriter json;
  write_amendment(json, context, reader, amendment);
  auto response = json_response(json.take(), status);
  response.etag(amendment.version);
  return response;
}

domain::AmendmentChangeId change_of(const Request& request) {
  return domain::AmendmentChangeId::parse(request.path_value("change"));
}

AmendmentId amendment_of(const Request& request) {
  return AmendmentId::parse(request.path_value("amendment"));
}

actions::ChangeWish wish_from(const boost::json::object& form) {
  const auto kind = domain::find_amendment_kind(text_member(form, "kind"));
  if (!kind) refuse_value("kind");
  actions::ChangeWish wish{.kind = *kind, .reason = text_member(form, "reason")};
  const auto* task = find_member(form, "task");
  if (task && !task->is_null()) wish.task = domain::TaskId::parse(text_of(*task, "task"));
  if (wish.task.has_value() == (*kind == domain::AmendmentKind::add)) refuse_value("task");
  if (*kind == domain::AmendmentKind::drop) return wish;
  const auto* edit = find_member(form, "edit");
  if (!edit || !edit->is_object()) refuse_value("edit");
  wish.edit = task_edit_from(edit->get_object());
  return wish;
}

}  // namespace

Response list_amendments(const Request& request, Context& context) {
  const auto id = domain::ProgrammeId::parse(request.path_value("programme"));
  const auto reader = context.store.read();
  reader.programme(context.agency(), id);
  JsonWriter json;
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const auto& amendment : store::amendments(reader, context.agency(), id)) write_amendment(json, context, reader, amendment);
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

Response ask_change(const Request& request, Context& context) {
  const auto id = domain::ProgrammeId::parse(request.path_value("programme"));
  const auto amendment = actions::ask_change(context.store, context.who().actor(), id, wish_from(json_body(request)), context.now);
  return amendment_response(context, amendment.id, 201);
}

Response drop_change(const Request& request, Context& context) {
  actions::drop_change(context.store, context.who().actor(), amendment_of(request), change_of(request), context.now);
  return amendment_response(context, amendment_of(request));
}

Response answer_change(const Request& request, Context& context) {
  const auto form = json_body(request);
  const auto answer = domain::find_consent(text_member(form, "answer"));
  if (!answer || *answer == domain::Consent::unanswered) refuse_value("answer");
  const auto* words = find_member(form, "words");
  actions::answer_change(context.store, context.who().actor(), amendment_of(request), change_of(request), *answer,
                         words ? text_of(*words, "words") : "", context.now);
  return amendment_response(context, amendment_of(request));
}

Response issue_amendment(const Request& request, Context& context) {
  const int version = version_wanted(request);
  const auto form = json_body(request);
  const auto decision = find_decision(form);
  if (!decision) refuse_value("decision");
  const auto kept = actions::issue_amendment(context.store, context.who().actor(), amendment_of(request), version, *decision,
                                             text_member(form, "words"), context.now);
  JsonWriter json;
  json.begin_object();
  write_version(json, kept);
  json.end_object();
  return json_response(json.take());
}

Response withdraw_amendment(const Request& request, Context& context) {
  actions::withdraw_amendment(context.store, context.who().actor(), amendment_of(request), version_wanted(request), context.now);
  return amendment_response(context, amendment_of(request));
}

}  // namespace tiendo::http

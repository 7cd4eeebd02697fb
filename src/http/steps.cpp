// The steps of tasks, and the series that an agency lets them run by.
#include "actions/steps.h"

#include <algorithm>

#include "actions/add_progress.h"
#include "http/form.h"
#include "http/handlers.h"
#include "http/members.h"
#include "store/steps.h"

namespace tiendo::http {
namespace {

using domain::DeliverableKind;
using domain::StepSeries;

domain::TaskId task_of(const Request& request) {
  return domain::TaskId::parse(request.path_value("task"));
}

DeliverableKind kind_in(std::string_view name) {
  const auto kind = domain::find_deliverable_kind(name);
  if (!kind) refuse_value("kind");
  return *kind;
}

void write_series(JsonWriter& json, const StepSeries& series) {
  json.begin_object();
  json.member("kind", name_of(series.kind));
  json.member("version", series.version);
  json.key("steps");
  json.begin_array();
  for (const auto& step : series.steps) {
    json.begin_object();
    json.member("key", step.key);
    json.member("name", step.name);
    json.member("share", step.share);
    json.member("is_each", step.is_each);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_step(JsonWriter& json, const domain::TaskStep& step, const std::vector<domain::StepDone>& done) {
  const auto found = std::ranges::find_if(done, [&](const auto& one) { return one.key == step.key && one.part == step.part; });
  json.begin_object();
  json.member("key", step.key);
  json.member("part", step.part);
  json.member("name", step.name);
  json.member("share", step.share);
  found == done.end() ? json.member("done_on", nullptr) : json.member("done_on", iso(found->done_on));
  json.member("by", found == done.end() ? std::string() : found->by.name);
  json.end_object();
}

// The way of R&D tasks, where the task itself is a step of it.
void write_way(JsonWriter& json, const store::Reader& reader, const Context& context, const std::string& own) {
  json.key("way");
  json.begin_array();
  if (!own.empty())
    for (const auto& step : store::step_series(reader, context.agency(), DeliverableKind::research).steps) {
      json.begin_object();
      json.member("name", step.name);
      json.member("is_this", step.key == own);
      json.end_object();
    }
  json.end_array();
}

Response steps_response(const Context& context, domain::TaskId id) {
  const auto reader = context.store.read();
  const auto task = reader.task(context.agency(), id);
  const auto work = reader.work(context.agency(), id);
  const auto all = actions::steps_of(reader, task);
  JsonWriter json;
  json.begin_object();
  json.member("task", id.text());
  all.kind ? json.member("kind", name_of(*all.kind)) : json.member("kind", nullptr);
  json.member("is_told", all.is_told);
  json.key("steps");
  json.begin_array();
  for (const auto& step : all.steps) write_step(json, step, all.done);
  json.end_array();
  write_way(json, reader, context, all.research_step);
  json.member("may_mark", actions::may_update(reader, context.who().actor(), task, work, local_date(context.now)));
  json.member("percent", work.percent);
  json.member("version", work.version);
  json.end_object();
  auto response = json_response(json.take());
  response.etag(work.version);
  return response;
}

domain::Step step_from(const boost::json::value& value) {
  if (!value.is_object()) refuse_value("steps");
  const auto& form = value.get_object();
  const auto* each = find_member(form, "is_each");
  if (!each || !each->is_bool()) refuse_value("is_each");
  return {text_member(form, "key"), text_member(form, "name"), number_member(form, "share", 1, 100), each->get_bool()};
}

}  // namespace

Response show_task_steps(const Request& request, Context& context) {
  return steps_response(context, task_of(request));
}

Response put_task_kind(const Request& request, Context& context) {
  const auto form = json_body(request);
  const auto* kind = find_member(form, "kind");
  if (!kind) refuse_value("kind");
  actions::KindWish wish;
  if (!kind->is_null()) {
    const auto name = text_of(*kind, "kind");
    wish.as_told = name == "as_told";
    if (!wish.as_told) wish.kind = kind_in(name);
  }
  actions::say_kind(context.store, context.who().actor(), task_of(request), wish, context.now);
  return steps_response(context, task_of(request));
}

Response finish_step(const Request& request, Context& context) {
  const int version = version_wanted(request);
  const auto form = json_body(request);
  actions::StepWish wish{.key = text_member(form, "key"), .done_on = date_member(form, "done_on")};
  if (find_member(form, "part")) wish.part = number_member(form, "part", 0, domain::most_step_parts);
  if (const auto* percent = find_member(form, "percent")) wish.percent = number_or_null(*percent, "percent", 0, 100);
  if (find_member(form, "words")) wish.words = text_member(form, "words");
  actions::finish_step(context.store, context.who().actor(), task_of(request), version, wish, context.now);
  return steps_response(context, task_of(request));
}

Response reopen_step(const Request& request, Context& context) {
  const int version = version_wanted(request);
  actions::reopen_step(context.store, context.who().actor(), task_of(request), version, request.path_value("step"),
                       find_number(request, "part", 0, domain::most_step_parts).value_or(0), context.now);
  return steps_response(context, task_of(request));
}

Response list_step_series(const Request&, Context& context) {
  const auto reader = context.store.read();
  JsonWriter json;
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const auto kind : domain::all_deliverable_kinds) write_series(json, store::step_series(reader, context.agency(), kind));
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

Response put_step_series(const Request& request, Context& context) {
  StepSeries series{.kind = kind_in(request.path_value("kind"))};
  series.version = version_wanted(request);
  const auto form = json_body(request);
  const auto* steps = find_member(form, "steps");
  if (!steps || !steps->is_array() || steps->get_array().size() > domain::most_steps) refuse_value("steps");
  for (const auto& step : steps->get_array()) series.steps.push_back(step_from(step));
  series = actions::save_steps(context.store, context.who().actor(), std::move(series), context.now);
  JsonWriter json;
  write_series(json, series);
  auto response = json_response(json.take());
  response.etag(series.version);
  return response;
}

}  // namespace tiendo::http

// A programme moves on from stage to stage; what it still lacks; the next one drafted from it.
#include "actions/completeness.h"
#include "actions/move_programme.h"
#include "actions/next_programme.h"
#include "http/form.h"
#include "http/handlers.h"
#include "http/members.h"
#include "http/programme_json.h"
#include "http/version_json.h"
#include "store/programme_rules.h"

namespace tiendo::http {
namespace {

using domain::ProgrammeId;
using domain::StageMove;

std::string words_of(const boost::json::object& form) {
  const auto* value = find_member(form, "words");
  return value ? text_of(*value, "words") : std::string();
}

Response moved(const Request& request, Context& context, bool is_of_leader) {
  const auto id = ProgrammeId::parse(request.path_value("programme"));
  const int version = version_wanted(request);
  const auto form = json_body(request);
  const auto move = domain::find_stage_move(text_member(form, "move"));
  const bool is_approval = move == StageMove::approve || move == StageMove::send_back;
  if (!move || is_approval != is_of_leader) refuse_value("move");
  actions::move_programme(context.store, context.who().actor(), id, version, {*move, words_of(form), find_decision(form)}, context.now);
  return programme_response(context, context.store.read(), id);
}

void write_items(JsonWriter& json, std::string_view name, const std::vector<domain::Item>& items) {
  list_member(json, name, items, [](domain::Item item) { return name_of(item); });
}

Response items_response(const std::vector<domain::Item>& items) {
  JsonWriter json;
  json.begin_object();
  write_items(json, "items", items);
  json.end_object();
  return json_response(json.take());
}

std::vector<domain::Item> items_from(const boost::json::object& form) {
  const auto* value = find_member(form, "items");
  const auto* list = value ? value->if_array() : nullptr;
  if (!list || list->size() > domain::all_items.size()) refuse_value("items");
  std::vector<domain::Item> items;
  for (const auto& each : *list) {
    const auto item = domain::find_item(text_of(each, "items"));
    if (!item) refuse_value("items");
    items.push_back(*item);
  }
  return items;
}

}  // namespace

Response move_programme(const Request& request, Context& context) {
  return moved(request, context, false);
}

Response approve_programme(const Request& request, Context& context) {
  return moved(request, context, true);
}

Response show_completeness(const Request& request, Context& context) {
  const auto id = ProgrammeId::parse(request.path_value("programme"));
  const auto reader = context.store.read();
  reader.programme(context.agency(), id);
  const auto found = actions::completeness(reader, context.agency(), id);
  JsonWriter json;
  json.begin_object();
  write_items(json, "asked", found.asked);
  json.member("tasks", found.tasks);
  json.member("without_one_lead", found.without_one_lead);
  json.key("open");
  json.begin_array();
  for (const auto& open : found.open) {
    json.begin_object();
    json.member("task", open.task.id.text());
    member_or_null(json, "quarter", open.task.quarter);
    member_or_null(json, "month", open.task.month);
    json.member("number", open.task.number);
    json.member("title", open.task.title);
    json.member("has_one_lead", open.has_one_lead);
    write_items(json, "missing", open.missing);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

Response show_items_asked(const Request&, Context& context) {
  return items_response(store::items_asked(context.store.read(), context.agency()));
}

Response put_items_asked(const Request& request, Context& context) {
  const auto items = items_from(json_body(request));
  actions::ask_items(context.store, context.who().actor(), items, context.now);
  return items_response(items);
}

Response plan_next_programme(const Request& request, Context& context) {
  const auto id = ProgrammeId::parse(request.path_value("programme"));
  const auto reader = context.store.read();
  reader.programme(context.agency(), id);
  const auto plan = actions::plan_next(reader, context.agency(), id);
  JsonWriter json;
  json.begin_object();
  json.key("unfinished");
  json.begin_array();
  for (const auto& [task, work] : plan.unfinished) {
    json.begin_object();
    json.member("task", task.id.text());
    json.member("number", task.number);
    json.member("title", task.title);
    json.member("lead", task.lead);
    json.member("state", name_of(work.state));
    member_or_null(json, "first_due_on", work.first_due_on);
    json.end_object();
  }
  json.end_array();
  json.key("series");
  json.begin_array();
  for (const auto& series : plan.series) {
    json.begin_object();
    json.member("title", series.tasks.front().title);
    json.member("lead", series.tasks.front().lead);
    list_member(json, "tasks", series.tasks, [](const domain::Task& task) { return task.id.text(); });
    json.key("months");
    json.begin_array();
    for (const auto& task : series.tasks)
      if (task.month) json.value(*task.month);
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

Response create_next_programme(const Request& request, Context& context) {
  const auto id = ProgrammeId::parse(request.path_value("programme"));
  const auto form = json_body(request);
  actions::NextWish wish;
  wish.title = text_member(form, "title");
  wish.year = number_member(form, "year", 2000, 2100);
  wish.reason = text_member(form, "reason");
  const auto* left = find_member(form, "left");
  if (!left || !left->is_array()) refuse_value("left");
  for (const auto& each : left->get_array()) wish.left.insert(domain::TaskId::parse(text_of(each, "left")));
  const auto made = actions::make_next(context.store, context.who().actor(), id, wish, context.now);
  JsonWriter json;
  json.begin_object();
  json.member("programme", made.id.text());
  json.member("carried", made.carried);
  json.member("repeated", made.repeated);
  json.end_object();
  return json_response(json.take(), 201);
}

}  // namespace tiendo::http

// The parts that a task is split into.
#include "actions/sub_tasks.h"

#include "http/form.h"
#include "http/handlers.h"
#include "http/members.h"
#include "store/sub_tasks.h"

namespace tiendo::http {
namespace {

using domain::SubTask;

domain::TaskId task_of(const Request& request) {
  return domain::TaskId::parse(request.path_value("task"));
}

std::string name_of_user(const store::Reader& reader, domain::AgencyId agency, const std::optional<domain::UserId>& id) {
  const auto user = id ? reader.find_user(agency, *id) : std::nullopt;
  return !user ? "" : user->full_name.empty() ? user->name : user->full_name;
}

void write_part(JsonWriter& json, const store::Reader& reader, const Context& context, const domain::Task& task, const domain::Work& work,
                const SubTask& part) {
  const auto names = reader.names(context.agency());
  const auto* unit = names->find_unit(part.unit);
  const Date today = local_date(context.now);
  const auto due_on = domain::due_day(part, work.due_on);
  json.begin_object();
  json.member("id", part.id.text());
  json.member("words", part.words);
  json.member("unit", part.unit.text());
  json.member("unit_name", unit ? unit->name : "");
  member_or_null(json, "executor", part.executor ? std::optional(part.executor->text()) : std::nullopt);
  json.member("executor_name", name_of_user(reader, context.agency(), part.executor));
  json.member("share", part.share);
  member_or_null(json, "due_on", due_on);
  json.member("is_overdue", !domain::is_settled(part) && due_on && *due_on < today);
  json.member("state", name_of(part.state));
  json.member("said", part.said);
  json.member("reported_by", part.reported_name);
  member_or_null(json, "moved_at", part.moved_at);
  list_member(json, "moves", actions::moves_for(reader, context.who().actor(), task, work, part, today),
              [](domain::SubTaskMove move) { return name_of(move); });
  json.end_object();
}

Response split_response(const Context& context, domain::TaskId id) {
  const auto reader = context.store.read();
  const auto task = reader.task(context.agency(), id);
  const auto work = reader.work(context.agency(), id);
  JsonWriter json;
  json.begin_object();
  json.member("task", id.text());
  json.key("items");
  json.begin_array();
  for (const auto& part : store::sub_tasks(reader, context.agency(), id)) write_part(json, reader, context, task, work, part);
  json.end_array();
  json.member("percent", work.percent);
  json.member("may_split", actions::may_split(reader, context.who().actor(), task, work, local_date(context.now)));
  json.member("version", work.version);
  json.end_object();
  auto response = json_response(json.take());
  response.etag(work.version);
  return response;
}

SubTask part_from(const boost::json::value& value) {
  if (!value.is_object()) refuse_value("items");
  const auto& form = value.get_object();
  SubTask part;
  part.id = optional_id<domain::SubTaskId>(form, "id").value_or(domain::SubTaskId());
  part.words = text_member(form, "words");
  part.unit = domain::UnitId::parse(text_member(form, "unit"));
  part.executor = optional_id<domain::UserId>(form, "executor");
  part.share = number_member(form, "share", 1, 100);
  const auto* due_on = find_member(form, "due_on");
  if (due_on && !due_on->is_null()) part.due_on = date_member(form, "due_on");
  return part;
}

}  // namespace

Response list_sub_tasks(const Request& request, Context& context) {
  return split_response(context, task_of(request));
}

Response put_sub_tasks(const Request& request, Context& context) {
  const int version = version_wanted(request);
  const auto form = json_body(request);
  const auto* items = find_member(form, "items");
  if (!items || !items->is_array() || items->get_array().size() > domain::most_sub_tasks) refuse_value("items");
  std::vector<SubTask> parts;
  for (const auto& each : items->get_array()) parts.push_back(part_from(each));
  actions::split_task(context.store, context.who().actor(), task_of(request), version, std::move(parts), context.now);
  return split_response(context, task_of(request));
}

Response move_sub_task(const Request& request, Context& context) {
  const int version = version_wanted(request);
  const auto form = json_body(request);
  const auto move = domain::find_sub_task_move(text_member(form, "move"));
  if (!move) refuse_value("move");
  const auto* words = find_member(form, "words");
  actions::move_sub_task(context.store, context.who().actor(), task_of(request), version,
                         domain::SubTaskId::parse(request.path_value("sub_task")), *move, words ? text_of(*words, "words") : "",
                         context.now);
  return split_response(context, task_of(request));
}

}  // namespace tiendo::http

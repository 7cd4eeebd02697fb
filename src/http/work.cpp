// The work on tasks: where each stands, what was done, what proves it, its deadline, and the figures.
#include "actions/add_progress.h"
#include "actions/assign_work.h"
#include "actions/evidence.h"
#include "actions/extend_deadline.h"
#include "actions/move_work.h"
#include "base/text.h"
#include "domain/citation.h"
#include "domain/series.h"
#include "http/files.h"
#include "http/form.h"
#include "http/handlers.h"
#include "http/task_json.h"
#include "http/work_json.h"
#include "store/amounts.h"
#include "store/work_settings.h"

namespace tiendo::http {
namespace {

constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_citation = 2000;

domain::TaskId task_of(const Request& request) {
  return domain::TaskId::parse(request.path_value("task"));
}

std::int64_t number_of(const Request& request, std::string_view name) {
  const auto id = tiendo::find_id(request.path_value(name));
  if (!id) throw_bad_id(request.path_value(name));
  return *id;
}

std::vector<domain::Amount> amounts_of(const boost::json::object& form) {
  std::vector<domain::Amount> amounts;
  const auto* list = find_member(form, "done");
  if (!list) return amounts;
  if (!list->is_array()) refuse_value("done");
  for (const auto& each : list->get_array()) {
    if (!each.is_object()) refuse_value("done");
    const auto* amount = find_member(each.get_object(), "amount");
    if (!amount || !amount->is_number()) refuse_value("amount");
    amounts.push_back({text_member(each.get_object(), "unit"), amount->to_number<double>()});
  }
  return amounts;
}

domain::Period period_of(const boost::json::object& form, std::string_view name) {
  const auto* value = find_member(form, name);
  if (!value || !value->is_object()) refuse_value(name);
  return domain::Period::span(date_member(value->get_object(), "from"), date_member(value->get_object(), "to"));
}

template <class Items, class Write>
void write_list(JsonWriter& json, std::string_view name, const Items& items, Write write) {
  json.key(name);
  json.begin_array();
  for (const auto& item : items) write(json, item);
  json.end_array();
}

// What the task's series asks for and has done in the year of its programme, by unit; nothing for a task that stands alone (R13).
std::map<std::string, store::SeriesTarget> series_of(const store::Reader& reader, const domain::Task& task, int year) {
  std::map<std::string, store::SeriesTarget> by_unit;
  for (auto& one : store::yearly_targets(reader, task.agency, year, domain::series_key(task.title)))
    if (one.tasks.size() > 1) by_unit.emplace(one.total.unit, std::move(one));
  return by_unit;
}

void write_targets(JsonWriter& json, const store::Reader& reader, const domain::Task& task) {
  const auto targets = store::targets(reader, task);
  const int year = targets.empty() ? 0 : reader.programme(task.agency, task.programme).year.value_or(0);
  const auto series = year > 0 ? series_of(reader, task, year) : std::map<std::string, store::SeriesTarget>{};
  write_list(json, "targets", targets, [&](JsonWriter& out, const domain::Target& target) {
    out.begin_object();
    write_target_members(out, target);
    out.key("series");
    const auto found = series.find(target.unit);
    if (found == series.end()) {
      out.value(nullptr);
    } else {
      out.begin_object();
      out.member("key", id_text(found->second.series));
      out.member("year", year);
      out.member("tasks", found->second.tasks.size());
      write_target_members(out, found->second.total);
      out.end_object();
    }
    out.end_object();
  });
}

Response work_response(const store::Reader& reader, const Context& context, domain::TaskId id) {
  const auto agency = context.agency();
  const auto task = reader.task(agency, id);
  const auto work = reader.work(agency, id);
  JsonWriter json;
  json.begin_object();
  json.member("task", id.text());
  write_work_members(json, work, store::work_settings(reader, agency).deadlines(), context.now);
  write_own(json, reader, context.who().actor(), task, work, local_date(context.now));
  write_targets(json, reader, task);
  auto entries = reader.work_entries(agency, id);
  const auto said = store::amounts_said(reader, agency, id);
  for (auto& entry : entries)
    if (const auto amounts = said.find(entry.id); amounts != said.end()) entry.done = amounts->second;
  write_list(json, "entries", entries, write_entry);
  write_list(json, "evidence", reader.evidence(agency, id), write_evidence);
  const auto extensions = reader.extensions(agency, id);
  write_list(json, "extension_requests", extensions, write_extension);
  const auto ways = actions::extension_ways(reader, context.who().actor(), task, work, extensions, local_date(context.now));
  json.member("may_ask_extension", ways.ask);
  json.member("may_answer_extension", ways.answer);
  json.member("may_take_back_extension", ways.take_back);
  json.end_object();
  auto response = json_response(json.take());
  response.etag(work.version);
  return response;
}

Response evidence_response(const domain::Evidence& evidence, int status) {
  JsonWriter json;
  write_evidence(json, evidence);
  return json_response(json.take(), status);
}

Response extension_response(const domain::Extension& extension, int status = 200) {
  JsonWriter json;
  write_extension(json, extension);
  auto response = json_response(json.take(), status);
  response.etag(extension.version);
  return response;
}

actions::ExtensionReply reply_of(const boost::json::object& form, std::string_view answer) {
  using enum domain::ExtensionAnswer;
  actions::ExtensionReply reply{.reason = optional_text(form, "reason")};
  if (answer == "refused") reply.answer = refused;
  if (answer == "offered") {
    reply.answer = offered;
    reply.offered = period_of(form, "offered");
  }
  return reply;
}

}  // namespace

Response show_work(const Request& request, Context& context) {
  return work_response(context.store.read(), context, task_of(request));
}

Response move_work(const Request& request, Context& context) {
  const int version = version_wanted(request);
  const auto form = json_body(request);
  const auto move = domain::find_work_move(text_member(form, "move"));
  if (!move) refuse_value("move");
  actions::move_work(context.store, context.who().actor(), task_of(request), version, *move, optional_text(form, "words"), context.now);
  return work_response(context.store.read(), context, task_of(request));
}

Response add_progress(const Request& request, Context& context) {
  const int version = version_wanted(request);
  const auto form = json_body(request);
  actions::Progress progress{
      optional_text(form, "words"), optional_text(form, "difficulties"), optional_text(form, "requests"), {}, amounts_of(form)};
  if (const auto* percent = find_member(form, "percent")) progress.percent = number_or_null(*percent, "percent", 0, 100);
  actions::add_progress(context.store, context.who().actor(), task_of(request), version, progress, context.now);
  return work_response(context.store.read(), context, task_of(request));
}

Response add_evidence(const Request& request, Context& context) {
  const auto form = json_body(request);
  domain::Evidence evidence;
  evidence.kind = optional_text(form, "kind");
  evidence.number = optional_text(form, "number");
  evidence.symbol = optional_text(form, "symbol");
  evidence.issuer = optional_text(form, "issuer");
  evidence.words = optional_text(form, "words");
  evidence.issued_on = optional_day(form, "issued_on");
  return evidence_response(actions::add_evidence(context.store, context.who().actor(), task_of(request), evidence, context.now), 201);
}

Response put_evidence_file(const Request& request, Context& context) {
  const std::string name = trimmed(request.find_query("name").value_or(""));
  if (name.empty() || name.size() > longest_name) refuse_value("name");
  return evidence_response(actions::put_evidence_file(context.store, context.who().actor(), task_of(request),
                                                      number_of(request, "evidence"), name, request.body, context.now),
                           200);
}

// Always a download: a foreign file is never shown as a page of ours.
Response show_evidence_file(const Request& request, Context& context) {
  const auto reader = context.store.read();
  const auto evidence = actions::evidence_of(reader, context.agency(), task_of(request), number_of(request, "evidence"));
  Response response;
  response.body = reader.file(context.agency(), evidence.file_sha256);
  response.header("Content-Type", "application/octet-stream");
  response.header("Content-Disposition", "attachment; filename*=UTF-8''" + percent_encoded(evidence.file_name));
  return response;
}

Response remove_evidence(const Request& request, Context& context) {
  actions::remove_evidence(context.store, context.who().actor(), task_of(request), number_of(request, "evidence"), context.now);
  return no_content();
}

Response ask_extension(const Request& request, Context& context) {
  const auto form = json_body(request);
  return extension_response(actions::ask_extension(context.store, context.who().actor(), task_of(request), period_of(form, "wanted"),
                                                   optional_text(form, "reason"), context.now, optional_text(form, "document")),
                            201);
}

Response answer_extension(const Request& request, Context& context) {
  const int version = version_wanted(request);
  const auto form = json_body(request);
  const auto answer = text_member(form, "answer");
  const auto extension = number_of(request, "extension");
  const auto actor = context.who().actor();
  if (answer == "taken" || answer == "withdrawn")
    return extension_response(
        actions::close_extension(context.store, actor, task_of(request), extension, version, answer == "taken", context.now));
  if (answer != "granted" && answer != "refused" && answer != "offered") refuse_value("answer");
  return extension_response(
      actions::answer_extension(context.store, actor, task_of(request), extension, version, reply_of(form, answer), context.now));
}

Response list_executors(const Request& request, Context& context) {
  const auto reader = context.store.read();
  const auto task = reader.task(context.agency(), task_of(request));
  JsonWriter json;
  json.begin_object();
  write_list(json, "items", actions::executors_for(reader, context.agency(), task), [](JsonWriter& out, const domain::User& user) {
    out.begin_object();
    out.member("id", user.id.text());
    out.member("name", user.full_name.empty() ? user.name : user.full_name);
    out.member("unit", user.unit ? user.unit->text() : "");
    out.end_object();
  });
  json.end_object();
  return json_response(json.take());
}

Response put_executor(const Request& request, Context& context) {
  const int version = version_wanted(request);
  const auto form = json_body(request);
  const auto* executor = find_member(form, "executor");
  if (!executor) refuse_value("executor");
  const auto to = executor->is_null() ? std::nullopt : std::optional(domain::UserId::parse(text_of(*executor, "executor")));
  actions::assign_work(context.store, context.who().actor(), task_of(request), version, to, optional_text(form, "words"), context.now);
  return work_response(context.store.read(), context, task_of(request));
}

Response hand_over_work(const Request& request, Context& context) {
  const auto form = json_body(request);
  const auto from = domain::UserId::parse(text_member(form, "from")), to = domain::UserId::parse(text_member(form, "to"));
  JsonWriter json;
  json.begin_object();
  json.member("handed", actions::hand_over(context.store, context.who().actor(), from, to, optional_text(form, "words"), context.now));
  json.end_object();
  return json_response(json.take());
}

Response say_no_news(const Request& request, Context& context) {
  const auto form = json_body(request);
  const auto* list = find_member(form, "tasks");
  if (!list || !list->is_array() || list->get_array().empty()) refuse_value("tasks");
  std::vector<domain::TaskId> tasks;
  for (const auto& id : list->get_array()) tasks.push_back(domain::TaskId::parse(text_of(id, "tasks")));
  JsonWriter json;
  json.begin_object();
  json.member("noted", actions::say_no_news(context.store, context.who().actor(), tasks, context.now));
  json.end_object();
  return json_response(json.take());
}

Response list_citations(const Request& request, Context&) {
  const std::string text(request.find_query("text").value_or(""));
  if (text.empty() || text.size() > longest_citation) refuse_value("text");
  JsonWriter json;
  json.begin_object();
  write_list(json, "items", domain::citations(nfc(text)), [](JsonWriter& out, const domain::Citation& citation) {
    out.begin_object();
    out.member("kind", citation.kind);
    out.member("number", citation.number);
    out.member("symbol", citation.symbol);
    citation.date ? out.member("issued_on", iso(*citation.date)) : out.member("issued_on", nullptr);
    out.member("issuer", citation.issuer);
    out.end_object();
  });
  json.end_object();
  return json_response(json.take());
}

}  // namespace tiendo::http

// Letters to units about their tasks, and the tasks that one may be written about.
#include "actions/letters.h"

#include "actions/kept_file.h"
#include "actions/tasks_to_urge.h"
#include "base/error.h"
#include "base/text.h"
#include "http/dated_members.h"
#include "http/drawn.h"
#include "http/files.h"
#include "http/handlers.h"
#include "http/members.h"
#include "http/work_json.h"
#include "reports/letter.h"
#include "store/letters.h"

namespace tiendo::http {
namespace {

using domain::Letter;
using domain::LetterId;
using domain::LetterReply;

constexpr std::size_t longest_name = 200;

LetterId letter_of(const Request& request) {
  return LetterId::parse(request.path_value("letter"));
}

std::int64_t reply_id_of(const Request& request) {
  const auto id = tiendo::find_id(request.path_value("reply"));
  if (!id) throw_bad_id(request.path_value("reply"));
  return *id;
}

std::string text_or_nothing(const boost::json::object& form, std::string_view name) {
  const auto* value = find_member(form, name);
  return value ? text_of(*value, name) : std::string();
}

std::vector<domain::TaskId> tasks_of(std::string_view list) {
  std::vector<domain::TaskId> tasks;
  for (std::size_t first = 0; first < list.size();) {
    const auto end = std::min(list.find(',', first), list.size());
    tasks.push_back(domain::TaskId::parse(list.substr(first, end - first)));
    first = end + 1;
  }
  if (tasks.size() > domain::most_letter_tasks) refuse_value("tasks");
  return tasks;
}

// What somebody may not read is not there.
Letter readable(const store::Reader& reader, const Context& context, LetterId id) {
  Letter letter = store::letter(reader, context.agency(), id);
  if (!actions::may_read(reader, context.who().user, letter)) throw Error(ErrorCode::not_found, "letter_not_found");
  return letter;
}

void write_form(JsonWriter& json, const domain::LetterForm& form) {
  json.key("form");
  json.begin_object();
  json.member("superior", form.superior);
  json.member("issuer", form.issuer);
  json.member("place", form.place);
  json.member("symbol", form.symbol);
  json.member("subject", form.subject);
  json.member("basis", form.basis);
  json.member("words", form.words);
  json.member("answer_days", form.answer_days);
  json.member("capacity", form.capacity);
  json.member("signer", form.signer);
  json.member("recipients", form.recipients);
  json.end_object();
}

void write_reply(JsonWriter& json, const LetterReply& reply) {
  json.begin_object();
  json.member("id", id_text(reply.id));
  json.member("by", reply.by.name);
  json.member("at", iso(reply.at));
  json.member("words", reply.words);
  json.member("number", reply.number);
  json.member("symbol", reply.symbol);
  member_or_null(json, "issued_on", reply.issued_on);
  json.member("file_name", reply.file_name);
  json.member("file_bytes", reply.file_bytes);
  json.end_object();
}

// What a list says of it.
void write_summary(JsonWriter& json, const Letter& letter, Date today) {
  json.member("id", letter.id.text());
  json.member("kind", name_of(letter.kind));
  json.member("state", name_of(letter.state));
  json.member("unit", letter.unit.text());
  json.member("unit_name", letter.unit_name);
  json.member("subject", letter.form.subject);
  json.member("number", domain::printed_number(letter.number));
  json.member("symbol", letter.form.symbol);
  member_or_null(json, "issued_on", letter.issued_on);
  member_or_null(json, "answer_due", letter.answer_due);
  member_or_null(json, "answered_on", letter.answered_on);
  json.member("is_overdue", domain::is_overdue(letter, today));
  json.member("was_answered_late", domain::was_answered_late(letter));
  json.member("tasks_count", letter.tasks.size());
  json.key("replies");
  json.begin_array();
  for (const auto& reply : letter.replies) write_reply(json, reply);
  json.end_array();
}

void write_tasks(JsonWriter& json, const Letter& letter) {
  json.key("tasks");
  json.begin_array();
  for (const auto& task : letter.tasks) {
    json.begin_object();
    json.member("task", task.task.text());
    json.member("number", task.number);
    json.member("title", task.title);
    member_or_null(json, "due_on", task.due_on);
    json.member("state", name_of(task.state));
    json.member("percent", task.percent);
    json.member("days_overdue", task.days_overdue);
    json.member("standing", reports::standing_in_words(task));
    json.end_object();
  }
  json.end_array();
}

Response letter_response(const Context& context, LetterId id, int status = 200) {
  const auto reader = context.store.read();
  const Letter letter = readable(reader, context, id);
  const auto text = reports::letter_text(letter);
  JsonWriter json;
  json.begin_object();
  write_summary(json, letter, local_date(context.now));
  write_form(json, letter.form);
  json.member("as_of", iso(letter.as_of));
  json.member("opening", text.opening);
  list_member(json, "asks", text.asks, [](const std::string& ask) { return ask; });
  json.member("reason", letter.reason);
  json.member("made_by", letter.made_by.name);
  json.member("made_at", iso(letter.made_at));
  write_tasks(json, letter);
  list_member(json, "moves", actions::moves_for(reader, context.who().actor(), letter),
              [](domain::LetterMove move) { return name_of(move); });
  json.member("version", letter.version);
  json.end_object();
  auto response = json_response(json.take(), status);
  response.etag(letter.version);
  return response;
}

Response list_response(const Context& context, const store::Reader& reader, const std::vector<Letter>& letters) {
  JsonWriter json;
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const Letter& letter : letters) {
    if (!actions::may_read(reader, context.who().user, letter)) continue;
    json.begin_object();
    write_summary(json, letter, local_date(context.now));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

Response reply_response(const LetterReply& reply, int status) {
  JsonWriter json;
  write_reply(json, reply);
  return json_response(json.take(), status);
}

std::string file_name_of(const Letter& letter) {
  const char* kind = letter.kind == domain::LetterKind::urging ? "Công văn đôn đốc " : "Công văn yêu cầu giải trình ";
  return kind + letter.unit_name;
}

domain::LetterForm form_from(const boost::json::object& form) {
  domain::LetterForm written;
  written.superior = text_member(form, "superior");
  written.issuer = text_member(form, "issuer");
  written.place = text_member(form, "place");
  written.symbol = text_member(form, "symbol");
  written.subject = text_member(form, "subject");
  written.basis = text_member(form, "basis");
  written.words = text_member(form, "words");
  written.answer_days = number_member(form, "answer_days", domain::fewest_letter_days, domain::most_letter_days);
  written.capacity = text_member(form, "capacity");
  written.signer = text_member(form, "signer");
  written.recipients = text_member(form, "recipients");
  return written;
}

void write_to_urge(JsonWriter& json, const actions::TaskToUrge& one) {
  json.begin_object();
  json.member("task", one.task.id.text());
  json.member("programme", one.task.programme.text());
  json.member("number", one.task.number);
  json.member("title", one.task.title);
  json.member("state", name_of(one.work.state));
  json.member("percent", one.work.percent);
  member_or_null(json, "due_on", one.work.due_on);
  json.member("days_overdue", one.days_overdue);
  json.member("days_silent", one.days_silent);
  json.member("is_heard", one.work.heard_at.has_value());
  member_or_null(json, "urged_on", one.urged_on);
  json.end_object();
}

}  // namespace

Response list_tasks_to_urge(const Request& request, Context& context) {
  const auto reader = context.store.read();
  const auto units = actions::tasks_to_urge(reader, context.agency(), find_id<domain::UnitId>(request, "unit"),
                                            tasks_of(request.find_query("tasks").value_or("")), local_date(context.now));
  JsonWriter json;
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const auto& unit : units) {
    json.begin_object();
    json.member("unit", unit.unit.text());
    json.member("name", unit.name);
    json.key("tasks");
    json.begin_array();
    for (const auto& one : unit.tasks) write_to_urge(json, one);
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

Response list_letters(const Request&, Context& context) {
  const auto reader = context.store.read();
  return list_response(context, reader, store::letters(reader, context.agency()));
}

Response list_letters_about(const Request& request, Context& context) {
  const auto id = domain::TaskId::parse(request.path_value("task"));
  const auto reader = context.store.read();
  reader.task(context.agency(), id);
  return list_response(context, reader, store::letters_about(reader, context.agency(), id));
}

Response draft_letter(const Request& request, Context& context) {
  const auto form = json_body(request);
  const auto kind = domain::find_letter_kind(text_member(form, "kind"));
  if (!kind) refuse_value("kind");
  actions::LetterWish wish{.kind = *kind, .unit = domain::UnitId::parse(text_member(form, "unit"))};
  const auto* tasks = find_member(form, "tasks");
  if (!tasks || !tasks->is_array()) refuse_value("tasks");
  for (const auto& each : tasks->get_array()) wish.tasks.push_back(domain::TaskId::parse(text_of(each, "tasks")));
  const auto letter = actions::draft_letter(context.store, context.who().actor(), wish, context.now);
  return letter_response(context, letter.id, 201);
}

Response show_letter(const Request& request, Context& context) {
  return letter_response(context, letter_of(request));
}

Response put_letter(const Request& request, Context& context) {
  const int version = version_wanted(request);
  actions::edit_letter(context.store, context.who().actor(), letter_of(request), version, form_from(json_body(request)), context.now);
  return letter_response(context, letter_of(request));
}

Response issue_letter(const Request& request, Context& context) {
  const int version = version_wanted(request);
  const auto form = json_body(request);
  const actions::LetterIssue issue{text_member(form, "number"), text_member(form, "symbol"), date_member(form, "issued_on"),
                                   text_member(form, "capacity"), text_member(form, "signer")};
  actions::issue_letter(context.store, context.who().actor(), letter_of(request), version, issue, context.now);
  return letter_response(context, letter_of(request));
}

Response ask_letter_again(const Request& request, Context& context) {
  const int version = version_wanted(request);
  actions::ask_letter_again(context.store, context.who().actor(), letter_of(request), version,
                            text_or_nothing(json_body(request), "reason"), context.now);
  return letter_response(context, letter_of(request));
}

Response withdraw_letter(const Request& request, Context& context) {
  const int version = version_wanted(request);
  actions::withdraw_letter(context.store, context.who().actor(), letter_of(request), version, text_or_nothing(json_body(request), "reason"),
                           context.now);
  return letter_response(context, letter_of(request));
}

Response answer_letter(const Request& request, Context& context) {
  const auto form = json_body(request);
  LetterReply reply;
  reply.words = text_or_nothing(form, "words");
  reply.number = text_or_nothing(form, "number");
  reply.symbol = text_or_nothing(form, "symbol");
  if (find_member(form, "issued_on")) reply.issued_on = day_or_null(form, "issued_on");
  return reply_response(actions::answer_letter(context.store, context.who().actor(), letter_of(request), std::move(reply), context.now),
                        201);
}

Response put_reply_file(const Request& request, Context& context) {
  const std::string name = trimmed(request.find_query("name").value_or(""));
  if (name.empty() || name.size() > longest_name) refuse_value("name");
  return reply_response(actions::put_reply_file(context.store, context.who().actor(), letter_of(request), reply_id_of(request), name,
                                                request.body, context.now),
                        200);
}

// Always a download: a foreign file is never shown as a page of ours.
Response show_reply_file(const Request& request, Context& context) {
  const auto reader = context.store.read();
  const auto reply = actions::reply_of(readable(reader, context, letter_of(request)), reply_id_of(request));
  Response response;
  response.body = reader.file(context.agency(), reply.file_sha256);
  response.header("Content-Type", "application/octet-stream");
  response.header("Content-Disposition", "attachment; filename*=UTF-8''" + percent_encoded(reply.file_name));
  return response;
}

Response download_letter(const Request& request, Context& context) {
  const auto reader = context.store.read();
  const Letter letter = readable(reader, context, letter_of(request));
  return drawn(request, reports::letter_sheet(letter), file_name_of(letter));
}

}  // namespace tiendo::http

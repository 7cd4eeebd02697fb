// Notices, how the agency and each person want them, and one's own calendar for other programs.
#include <boost/json.hpp>

#include "actions/remember.h"
#include "http/form.h"
#include "http/handlers.h"
#include "http/members.h"
#include "http/route.h"
#include "store/report_notices.h"

namespace tiendo::http {
namespace {

constexpr int most_messages_shown = 20;

Response own_response(const store::OwnReminders& own) {
  JsonWriter json;
  json.begin_object();
  json.member("email", own.email);
  json.member("by_email", own.by_email);
  json.member("has_feed", own.has_feed);
  json.member("version", own.version);
  json.end_object();
  auto response = json_response(json.take());
  response.etag(own.version);
  return response;
}

Response own_response(Context& context) {
  return own_response(store::own_reminders(context.store.read(), context.agency(), context.who().user.id));
}

void write_message(JsonWriter& json, const store::Message& message) {
  json.begin_object();
  json.member("channel", name_of(message.channel));
  json.member("day", iso(message.day));
  json.member("state", name_of(message.state));
  json.member("attempts", message.attempts);
  json.member("fault", message.fault);
  json.end_object();
}

Response settings_response(Context& context) {
  const auto reader = context.store.read();
  const auto settings = store::reminder_settings(reader, context.agency());
  JsonWriter json;
  json.begin_object();
  json.member("version", settings.version);
  json.member("has_password", !settings.mail.password.empty());
  json.member("has_secret", !settings.webhook.secret.empty());
  json.key("settings");
  json.raw(boost::json::serialize(to_json(settings)));
  json.key("messages");
  json.begin_array();
  for (const auto& message : store::messages(reader, context.agency(), most_messages_shown)) write_message(json, message);
  json.end_array();
  json.end_object();
  auto response = json_response(json.take());
  response.etag(settings.version);
  return response;
}

// None where it is not in the form: it stays as it is.
std::optional<std::string> find_secret(const boost::json::object& form, std::string_view name) {
  return find_member(form, name) ? std::optional(text_member(form, name)) : std::nullopt;
}

void write_notice(JsonWriter& json, const store::NoticeOnTask& notice) {
  json.begin_object();
  json.member("id", notice.id.text());
  json.member("day", iso(notice.day));
  json.member("kind", name_of(notice.notice.kind));
  json.member("step", name_of(notice.notice.step));
  json.member("days", notice.notice.days);
  json.member("programme", notice.programme.text());
  json.member("task", notice.task.text());
  json.member("number", notice.number);
  json.member("title", notice.title);
  member_or_null(json, "part", notice.part ? std::optional(notice.part_words) : std::nullopt);
  member_or_null(json, "due_on", notice.due_on);
  json.member("is_resolved", notice.is_resolved);
  member_or_null(json, "read_at", notice.read_at);
  json.end_object();
}

void write_report_notice(JsonWriter& json, const store::ReportNotice& notice, const store::Names& names) {
  const auto* unit = notice.unit ? names.find_unit(*notice.unit) : nullptr;
  json.begin_object();
  json.member("id", notice.id.text());
  json.member("day", iso(notice.day));
  member_or_null(json, "unit_name", unit ? std::optional(unit->name) : std::nullopt);
  json.member("kind", name_of(notice.period.kind));
  json.member("year", notice.period.year);
  json.member("number", notice.period.number);
  json.member("send_by", iso(notice.send_by));
  json.member("is_resolved", notice.is_sent);
  member_or_null(json, "read_at", notice.read_at);
  json.end_object();
}

}  // namespace

Response list_notices(const Request&, Context& context) {
  const auto reader = context.store.read();
  const auto user = context.who().user.id;
  JsonWriter json;
  json.begin_object();
  json.member("unread", store::unread_notices(reader, context.agency(), user));
  json.key("items");
  json.begin_array();
  for (const auto& notice : store::notices_of(reader, context.agency(), user)) write_notice(json, notice);
  json.end_array();
  const auto names = reader.names(context.agency());
  json.key("reports");
  json.begin_array();
  for (const auto& notice : store::report_notices_of(reader, context.agency(), user)) write_report_notice(json, notice, *names);
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

Response read_notices(const Request& request, Context& context) {
  const auto form = json_body(request);
  const auto* value = find_member(form, "notice");
  if (!value) refuse_value("notice");
  std::optional<store::NoticeId> notice;
  if (!value->is_null()) notice = store::NoticeId::parse(text_of(*value, "notice"));
  actions::mark_notices_read(context.store, context.who().actor(), notice, context.now);
  return no_content();
}

Response show_own_reminders(const Request&, Context& context) {
  return own_response(context);
}

Response put_own_reminders(const Request& request, Context& context) {
  const int version = version_wanted(request);
  const auto form = json_body(request);
  const auto* by_email = find_member(form, "by_email");
  if (!by_email || !by_email->is_bool()) refuse_value("by_email");
  const store::OwnReminders own{.email = text_member(form, "email"), .by_email = by_email->get_bool(), .version = version};
  actions::save_own_reminders(context.store, context.who().actor(), own, context.now);
  return own_response(context);
}

Response renew_feed(const Request&, Context& context) {
  const auto secret = actions::renew_feed(context.store, context.who().actor(), context.now);
  JsonWriter json;
  json.begin_object();
  json.member("path", std::string(api_root) + "/calendar_feeds/" + secret);
  json.end_object();
  return json_response(json.take(), 201);
}

Response remove_feed(const Request&, Context& context) {
  actions::remove_feed(context.store, context.who().actor(), context.now);
  return no_content();
}

Response show_feed(const Request& request, Context& context) {
  Response response;
  response.body = actions::own_calendar(context.store, request.path_value("feed"), context.now);
  response.header("Content-Type", "text/calendar; charset=utf-8");
  return response;
}

Response show_reminder_settings(const Request&, Context& context) {
  return settings_response(context);
}

Response put_reminder_settings(const Request& request, Context& context) {
  const int version = version_wanted(request);
  const auto form = json_body(request);
  const auto* wanted = find_member(form, "settings");
  if (!wanted || !wanted->is_object()) refuse_value("settings");
  auto settings = domain::reminder_settings_from(wanted->get_object());
  settings.version = version;
  actions::save_reminder_settings(context.store, context.who().actor(), std::move(settings), find_secret(form, "mail_password"),
                                  find_secret(form, "webhook_secret"), context.now);
  return settings_response(context);
}

}  // namespace tiendo::http

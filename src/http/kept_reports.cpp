// The reports of periods: who has sent theirs, what they say, and their way to the lock.
#include "store/kept_reports.h"

#include "actions/keep_report.h"
#include "actions/save_report_settings.h"
#include "base/error.h"
#include "http/drawn.h"
#include "http/form.h"
#include "http/handlers.h"
#include "http/members.h"
#include "http/report_period.h"
#include "http/rules_json.h"
#include "http/work_json.h"
#include "store/report_settings.h"

namespace tiendo::http {
namespace {

using domain::KeptReport;
using domain::KeptReportId;
using domain::ReportMove;
using domain::ReportPeriod;

KeptReportId report_of(const Request& request) {
  return KeptReportId::parse(request.path_value("report"));
}

// What somebody may not read is not there.
KeptReport readable(const store::Reader& reader, const Context& context, KeptReportId id) {
  KeptReport report = store::kept_report(reader, context.agency(), id);
  if (!actions::may_read(reader, context.who().user, report)) throw Error(ErrorCode::not_found, "report_not_found");
  return report;
}

ReportMove move_of(const boost::json::object& form) {
  const auto name = text_member(form, "move");
  for (const auto& rule : domain::report_move_rules())
    if (name == name_of(rule.move) && rule.move != ReportMove::edit) return rule.move;
  refuse_value("move");
}

std::optional<std::string> name_of(const std::optional<domain::Actor>& actor) {
  return actor ? std::optional(actor->name) : std::nullopt;
}

void write_period(JsonWriter& json, const ReportPeriod& period, const domain::Period& counted) {
  json.member("kind", name_of(period.kind));
  json.member("year", period.year);
  json.member("number", period.number);
  json.member("first_day", iso(counted.first_day()));
  json.member("last_day", iso(counted.last_day()));
}

void write_signatures(JsonWriter& json, const KeptReport& report) {
  member_or_null(json, "submitted_by", name_of(report.submitted_by));
  member_or_null(json, "submitted_at", report.submitted_at);
  member_or_null(json, "approved_by", name_of(report.approved_by));
  member_or_null(json, "approved_at", report.approved_at);
  member_or_null(json, "locked_by", name_of(report.locked_by));
  member_or_null(json, "locked_at", report.locked_at);
}

void write_owed(JsonWriter& json, const Context& context, const store::Reader& reader, const actions::ReportOwed& owed) {
  json.begin_object();
  member_or_null(json, "unit", owed.unit ? std::optional(owed.unit->text()) : std::nullopt);
  json.member("name", owed.name);
  json.member("send_by", iso(owed.send_by));
  json.member("is_overdue", owed.is_overdue);
  json.member("may_begin", owed.may_begin);
  json.key("report");
  if (!owed.report) {
    json.value(nullptr);
  } else {
    json.begin_object();
    json.member("id", owed.report->id.text());
    json.member("state", name_of(owed.report->state));
    json.member("nothing_arose", owed.report->nothing_arose);
    json.member("may_read", actions::may_read(reader, context.who().user, *owed.report));
    write_signatures(json, *owed.report);
    json.end_object();
  }
  json.end_object();
}

void write_tasks(JsonWriter& json, std::string_view name, const std::vector<reports::ReportedTask>& tasks) {
  json.key(name);
  json.begin_array();
  for (const auto& task : tasks) {
    json.begin_object();
    json.member("number", task.number);
    json.member("title", task.title);
    json.member("lead", task.lead);
    member_or_null(json, "due_on", task.due_on);
    json.end_object();
  }
  json.end_array();
}

// By the name that the report prints: units may have gone since.
void write_tally(JsonWriter& json, const std::string& name, const domain::Tally& tally) {
  json.begin_object();
  json.member("key", name);
  json.member("name", name);
  write_tally_members(json, tally);
  json.end_object();
}

void write_content(JsonWriter& json, const reports::PeriodReport& content) {
  json.key("whole");
  write_tally(json, content.unit.value_or(content.agency), content.tally);
  json.key("units");
  json.begin_array();
  for (const auto& unit : content.units) write_tally(json, unit.name, unit.tally);
  json.end_array();
  write_tasks(json, "completed", content.completed);
  write_tasks(json, "overdue", content.overdue);
  write_tasks(json, "coming", content.coming);
}

void write_rounds(JsonWriter& json, const std::vector<store::ReportRound>& rounds) {
  json.key("rounds");
  json.begin_array();
  for (const auto& round : rounds) {
    json.begin_object();
    json.member("round", round.round);
    json.member("at", iso(round.at));
    json.member("by", round.by_name);
    json.end_object();
  }
  json.end_array();
}

Response report_response(const Context& context, KeptReportId id, int status = 200) {
  const auto reader = context.store.read();
  const auto report = readable(reader, context, id);
  const auto content = actions::content_of(reader, report, context.now);
  JsonWriter json;
  json.begin_object();
  json.member("id", report.id.text());
  member_or_null(json, "unit", report.unit ? std::optional(report.unit->text()) : std::nullopt);
  json.member("name", content.unit.value_or(content.agency));
  write_period(json, report.period, content.counted);
  json.member("state", name_of(report.state));
  write_signatures(json, report);
  json.member("reason", report.reason);
  json.key("words");
  json.begin_object();
  json.member("assessment", report.words.assessment);
  json.member("difficulties", report.words.difficulties);
  json.member("requests", report.words.requests);
  json.member("plans", report.words.plans);
  json.end_object();
  json.member("nothing_arose", report.nothing_arose);
  write_content(json, content);
  write_rounds(json, store::report_rounds(reader, context.agency(), id));
  list_member(json, "moves", actions::moves_for(reader, context.who().actor(), report), [](ReportMove move) { return name_of(move); });
  json.member("version", report.version);
  json.end_object();
  auto response = json_response(json.take(), status);
  response.etag(report.version);
  return response;
}

}  // namespace

Response list_period_reports(const Request& request, Context& context) {
  const auto reader = context.store.read();
  const auto settings = store::report_settings(reader, context.agency());
  const Date today = local_date(context.now);
  const auto owed = domain::reports_owed(settings, today);
  const auto asked = find_report_period(request);
  const ReportPeriod period = asked ? *asked : owed.empty() ? ReportPeriod{.year = static_cast<int>(today.year())} : owed.front();
  JsonWriter json;
  json.begin_object();
  json.key("period");
  json.begin_object();
  const auto counted = domain::counted_days(period, settings.rule(period.kind));
  write_period(json, period, counted);
  json.member("is_over", counted.last_day() < today);
  json.end_object();
  json.key("items");
  json.begin_array();
  for (const auto& each : actions::reports_of_period(reader, context.who().actor(), period, today)) write_owed(json, context, reader, each);
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

Response begin_period_report(const Request& request, Context& context) {
  const auto form = json_body(request);
  const auto* unit = find_member(form, "unit");
  if (!unit) refuse_value("unit");
  const auto of = unit->is_null() ? std::nullopt : std::optional(domain::UnitId::parse(text_of(*unit, "unit")));
  const auto report = actions::begin_report(context.store, context.who().actor(), report_period_in(form), of, context.now);
  return report_response(context, report.id, 201);
}

Response show_period_report(const Request& request, Context& context) {
  return report_response(context, report_of(request));
}

Response put_period_report(const Request& request, Context& context) {
  const int version = version_wanted(request);
  const auto form = json_body(request);
  const auto* nothing_arose = find_member(form, "nothing_arose");
  if (!nothing_arose || !nothing_arose->is_bool()) refuse_value("nothing_arose");
  const auto* words = find_member(form, "words");
  if (!words || !words->is_object()) refuse_value("words");
  const auto& written = words->get_object();
  actions::edit_report(context.store, context.who().actor(), report_of(request), version,
                       {text_member(written, "assessment"), text_member(written, "difficulties"), text_member(written, "requests"),
                        text_member(written, "plans")},
                       nothing_arose->get_bool(), context.now);
  return report_response(context, report_of(request));
}

Response move_period_report(const Request& request, Context& context) {
  const int version = version_wanted(request);
  const auto form = json_body(request);
  const auto* reason = find_member(form, "reason");
  const auto move = move_of(form);
  const auto moved = actions::move_report(context.store, context.who().actor(), report_of(request), version, move,
                                          reason ? text_of(*reason, "reason") : "", context.now);
  return report_response(context, moved.id);
}

Response download_kept_report(const Request& request, Context& context) {
  const auto reader = context.store.read();
  const auto report = readable(reader, context, report_of(request));
  const auto content = actions::content_of(reader, report, context.now, find_number(request, "round", 1, 1'000'000));
  return drawn(request, reports::period_report_sheet(content),
               "Báo cáo " + reports::name_in_words(report.period) + " " + content.unit.value_or(content.agency));
}

Response show_report_settings(const Request&, Context& context) {
  return rules_response(store::report_settings(context.store.read(), context.agency()));
}

Response put_report_settings(const Request& request, Context& context) {
  const auto settings = rules_wanted(request, store::report_settings(context.store.read(), context.agency()));
  return rules_response(actions::save_report_settings(context.store, context.who().actor(), settings, context.now));
}

}  // namespace tiendo::http

#include "http/work_json.h"

#include "actions/add_progress.h"
#include "actions/assign_work.h"
#include "actions/move_work.h"
#include "http/members.h"

namespace tiendo::http {
namespace {

template <class Value, class Text>
void text_or_null(JsonWriter& json, std::string_view name, const std::optional<Value>& value, Text text) {
  value ? json.member(name, text(*value)) : json.member(name, nullptr);
}

template <class Value>
void value_or_null(JsonWriter& json, std::string_view name, const std::optional<Value>& value) {
  value ? json.member(name, *value) : json.member(name, nullptr);
}

void day_or_null(JsonWriter& json, std::string_view name, const std::optional<Date>& day) {
  text_or_null(json, name, day, [](Date date) { return iso(date); });
}

void instant_or_null(JsonWriter& json, std::string_view name, const std::optional<Instant>& instant) {
  text_or_null(json, name, instant, [](Instant at) { return iso(at); });
}

void user_or_null(JsonWriter& json, std::string_view name, const std::optional<domain::UserId>& user) {
  text_or_null(json, name, user, [](domain::UserId id) { return id.text(); });
}

void write_period(JsonWriter& json, std::string_view name, const domain::Period& period) {
  json.key(name);
  json.begin_object();
  json.member("from", iso(period.first_day()));
  json.member("to", iso(period.last_day()));
  json.end_object();
}

void write_share(JsonWriter& json, std::string_view name, const domain::Share& share) {
  json.key(name);
  json.begin_object();
  json.member("part", share.part);
  json.member("whole", share.whole);
  json.member("base", name_of(share.base));
  value_or_null(json, "percent", domain::percent(share));
  json.end_object();
}

}  // namespace

void write_work_members(JsonWriter& json, const domain::Work& work, const domain::DeadlinePolicy& policy, Instant now) {
  json.member("state", name_of(work.state));
  json.member("timing", name_of(domain::timing(work, now, policy)));
  json.member("version", work.version);
  day_or_null(json, "due_on", work.due_on);
  day_or_null(json, "first_due_on", work.first_due_on);
  day_or_null(json, "completed_on", work.completed_on);
  instant_or_null(json, "confirmed_at", work.confirmed_at);
  json.member("percent", work.percent);
  json.member("sent_back", work.sent_back);
  json.member("extensions", work.extensions);
  user_or_null(json, "executor", work.executor);
  user_or_null(json, "reported_by", work.reported_by);
  instant_or_null(json, "heard_at", work.heard_at);
}

void write_own(JsonWriter& json, const store::Reader& reader, const domain::Actor& actor, const domain::Task& task,
               const domain::Work& work, Date today) {
  const auto executor = work.executor ? reader.find_user(actor.agency, *work.executor) : std::nullopt;
  json.member("executor_name", executor ? (executor->full_name.empty() ? executor->name : executor->full_name) : std::string());
  json.member("may_update", actions::may_update(reader, actor, task, work, today));
  json.member("may_assign", actions::may_assign(reader, actor, task, work, today));
  list_member(json, "moves", actions::moves_for(reader, actor, task, work, today), [](domain::WorkMove move) { return name_of(move); });
}

void write_entry(JsonWriter& json, const domain::WorkEntry& entry) {
  json.begin_object();
  json.member("id", id_text(entry.id));
  json.member("at", iso(entry.at));
  json.member("by", entry.by.name);
  json.member("kind", name_of(entry.kind));
  text_or_null(json, "move", entry.move, [](domain::WorkMove move) { return name_of(move); });
  json.member("state", name_of(entry.state));
  json.member("words", entry.words);
  json.member("difficulties", entry.difficulties);
  json.member("requests", entry.requests);
  value_or_null(json, "percent", entry.percent);
  json.key("done");
  json.begin_array();
  for (const auto& each : entry.done) {
    json.begin_object();
    json.member("unit", each.unit);
    json.member("amount", each.amount);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_target_members(JsonWriter& json, const domain::Target& target) {
  json.member("unit", target.unit);
  json.member("least", target.least);
  value_or_null(json, "most", target.most);
  json.member("approximate", target.approximate);
  json.member("done", target.done);
}

void write_evidence(JsonWriter& json, const domain::Evidence& evidence) {
  json.begin_object();
  json.member("id", id_text(evidence.id));
  json.member("kind", evidence.kind);
  json.member("number", evidence.number);
  json.member("symbol", evidence.symbol);
  day_or_null(json, "issued_on", evidence.issued_on);
  json.member("issuer", evidence.issuer);
  json.member("words", evidence.words);
  json.member("file_name", evidence.file_name);
  json.member("file_bytes", evidence.file_bytes);
  json.member("file_sha256", evidence.file_sha256);
  json.member("added_at", iso(evidence.added_at));
  json.end_object();
}

void write_extension(JsonWriter& json, const domain::Extension& extension) {
  json.begin_object();
  json.member("id", id_text(extension.id));
  json.member("state", name_of(extension.state));
  json.member("version", extension.version);
  json.member("asked_at", iso(extension.asked_at));
  json.member("asked_by", extension.asked_by.name);
  json.member("current_to", iso(extension.current_last_day));
  write_period(json, "wanted", extension.wanted);
  json.member("reason", extension.reason);
  json.member("document", extension.document);
  instant_or_null(json, "answered_at", extension.answered_at);
  json.member("answered_by", extension.answered_by ? extension.answered_by->name : std::string());
  json.member("answer", extension.answer);
  if (extension.offered)
    write_period(json, "offered", *extension.offered);
  else
    json.member("offered", nullptr);
  json.end_object();
}

void write_tally_members(JsonWriter& json, const domain::Tally& tally) {
  json.member("assigned", tally.assigned());
  json.member("completed_on_time", tally.completed_on_time);
  json.member("completed_late", tally.completed_late);
  json.member("under_way_in_time", tally.under_way_in_time);
  json.member("under_way_overdue", tally.under_way_overdue);
  json.member("completed_without_deadline", tally.completed_without_deadline);
  json.member("under_way_without_deadline", tally.under_way_without_deadline);
  write_share(json, "on_time_over_completed", domain::on_time_over_completed(tally));
  write_share(json, "completed_over_fallen_due", domain::completed_over_fallen_due(tally));
  write_share(json, "completed_over_assigned", domain::completed_over_assigned(tally));
  write_share(json, "overdue_over_under_way", domain::overdue_over_under_way(tally));
}

}  // namespace tiendo::http

// The log of changes: append-only, each row sealed by a hash that covers the one before.
#include <fmt/format.h>

#include "store/access_log.h"
#include "store/log_chain.h"
#include "store/store.h"

namespace tiendo::store {
namespace {

#define TIENDO_EVENT_COLUMNS "sequence, id, at, actor_id, actor_name, kind, entity, entity_id, before, after, previous_hash, hash"

Event event_from(const Rows& row) {
  Event event;
  event.sequence = row.number(0);
  event.id = row.number(1);
  event.at = row.instant(2);
  if (!row.is_null(3)) event.actor = UserId(row.number(3));
  event.actor_name = row.text(4);
  event.kind = row.text(5);
  event.entity = row.text(6);
  event.entity_id = row.number(7);
  event.before = row.text(8);
  event.after = row.text(9);
  event.previous_hash = row.text(10);
  event.hash = row.text(11);
  return event;
}

// Texts carry their length, so that no two events have the same seal.
std::string content_of(const Event& event) {
  std::string content = fmt::format("{}\n{}\n{}\n{}\n", event.id, event.at.time_since_epoch().count(),
                                    event.actor ? event.actor->value() : 0, event.entity_id);
  for (const std::string* text : {&event.actor_name, &event.kind, &event.entity, &event.before, &event.after}) {
    content += fmt::format("{}:", text->size()) + *text + "\n";
  }
  return content;
}

}  // namespace

std::int64_t Reader::changes_of(AgencyId agency) const {
  auto rows = database().query("select max(sequence) from events where agency_id = $1", agency);
  return rows.next() ? rows.number(0) : 0;
}

std::vector<Event> Reader::events_of(AgencyId agency, std::string_view entity, std::int64_t entity_id) const {
  std::vector<Event> events;
  auto rows = database().query("select " TIENDO_EVENT_COLUMNS
                               " from events where agency_id = $1 and entity = $2 and entity_id = $3 order by sequence",
                               agency, entity, entity_id);
  while (rows.next()) events.push_back(event_from(rows));
  return events;
}

std::vector<Event> Reader::events(AgencyId agency, std::int64_t after_sequence, int limit) const {
  std::vector<Event> events;
  auto rows =
      database().query("select " TIENDO_EVENT_COLUMNS " from events where agency_id = $1 and sequence > $2 order by sequence limit $3",
                       agency, after_sequence, limit);
  while (rows.next()) events.push_back(event_from(rows));
  return events;
}

std::optional<std::int64_t> Reader::find_broken_event(AgencyId agency) const {
  const auto faults = chain_faults(database(), agency, Log::events);
  return faults.empty() ? std::nullopt : std::optional(faults.front().sequence);
}

void each_event(Database& database, AgencyId agency, const VisitLink& visit) {
  auto rows = database.query("select " TIENDO_EVENT_COLUMNS " from events where agency_id = $1 order by sequence", agency);
  while (rows.next()) {
    const Event event = event_from(rows);
    visit({event.sequence, event.previous_hash, event.hash, content_of(event)});
  }
}

void Writer::record(const Actor& actor, std::string_view kind, std::string_view entity, std::int64_t entity_id, std::string_view before,
                    std::string_view after, Instant now) {
  Head& head = logs_->head(database(), actor.agency, Log::events);
  Event event;
  event.sequence = head.sequence + 1;
  event.previous_hash = head.hash;
  event.id = next_id(now);
  event.at = now;
  if (actor.user) event.actor = actor.user;
  event.actor_name = actor.name;
  event.kind = kind;
  event.entity = entity;
  event.entity_id = entity_id;
  event.before = before;
  event.after = after;
  seal(head, actor.agency, content_of(event));
  event.hash = head.hash;
  const auto or_null = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional<std::string_view>(text); };
  database().run(R"sql(
    insert into events (agency_id, sequence, id, at, actor_id, actor_name, kind, entity, entity_id, before, after, previous_hash, hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  )sql",
                 actor.agency, event.sequence, event.id, event.at, event.actor, event.actor_name, event.kind, event.entity, event.entity_id,
                 or_null(event.before), or_null(event.after), event.previous_hash, event.hash);
  if (is_about_accounts(entity)) log_account_event(*this, actor, event);
}

}  // namespace tiendo::store

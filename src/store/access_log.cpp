#include "store/access_log.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.h"
#include "store/log_chain.h"
#include "store/task_filter.h"

namespace tiendo::store {
namespace {

constexpr std::array kind_names{"session", "account", "read", "change", "log"};
constexpr std::array result_names{"done", "refused", "absent", "failed"};

template <class Value, std::size_t count>
std::optional<Value> find_name(const std::array<const char*, count>& names, std::string_view name) {
  const auto found = std::ranges::find(names, name, [](const char* known) { return std::string_view(known); });
  return found == names.end() ? std::nullopt : std::optional(static_cast<Value>(found - names.begin()));
}

#define TIENDO_ACCESS_COLUMNS "sequence, at, kind, what, object, result, times, user_id, account, address, host, previous_hash, hash"
constexpr int previous_hash_at = 11, hash_at = 12;

Access access_from(const Rows& row) {
  Access access;
  access.sequence = row.number(0);
  access.at = row.instant(1);
  access.kind = find_access_kind(row.view(2)).value();
  access.what = row.text(3);
  access.object = row.text(4);
  access.result = find_access_result(row.view(5)).value();
  access.times = row.number(6);
  if (!row.is_null(7)) access.user = UserId(row.number(7));
  access.account = row.text(8);
  access.address = row.text(9);
  access.host = row.text(10);
  return access;
}

// Of the columns as they stand, whatever somebody wrote there; texts carry their length.
std::string content_of(std::int64_t at, std::int64_t times, std::int64_t user, std::initializer_list<std::string_view> texts) {
  std::string content = fmt::format("{}\n{}\n{}\n", at, times, user);
  for (const auto text : texts) content += fmt::format("{}:{}\n", text.size(), text);
  return content;
}

std::string content_of(const Access& access) {
  return content_of(
      access.at.time_since_epoch().count(), access.times, access.user ? access.user->value() : 0,
      {name_of(access.kind), access.what, access.object, name_of(access.result), access.account, access.address, access.host});
}

constexpr std::string_view trimmed = "log_trimmed";

// Names the last row that went, so that nobody moves the beginning without a row that says so.
std::string trim_object(const Head& head) {
  return fmt::format("{} {}", head.trimmed_to, head.trimmed_hash);
}

thread_local Asked* asked = nullptr;

// The last row of a page.
struct Place {
  std::int64_t at = 0, sequence = 0;
};

Place place_from(const std::string& text) {
  const auto point = text.find('.');
  const auto at = find_id(text.substr(0, point));
  const auto sequence = point == std::string::npos ? std::nullopt : find_id(text.substr(point + 1));
  if (!at || !sequence) throw Error(ErrorCode::invalid, "bad_cursor");
  return {*at, *sequence};
}

std::string text_of(const Access& access) {
  return id_text(access.at.time_since_epoch().count()) + '.' + id_text(access.sequence);
}

}  // namespace

const char* name_of(AccessKind kind) {
  return kind_names[static_cast<std::size_t>(kind)];
}

std::optional<AccessKind> find_access_kind(std::string_view name) {
  return find_name<AccessKind>(kind_names, name);
}

const char* name_of(AccessResult result) {
  return result_names[static_cast<std::size_t>(result)];
}

std::optional<AccessResult> find_access_result(std::string_view name) {
  return find_name<AccessResult>(result_names, name);
}

void add(Writer& writer, AgencyId agency, Access access) {
  Head& head = writer.logs().head(writer.database(), agency, Log::access);
  const std::string previous_hash = head.hash;
  seal(head, agency, content_of(access));
  writer.database().run(R"sql(
    insert into access_log (agency_id, sequence, at, kind, what, object, result, times, user_id, account, address, host, previous_hash, hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  )sql",
                        agency, head.sequence, access.at, name_of(access.kind), access.what, access.object, name_of(access.result),
                        access.times, access.user, access.account, access.address, access.host, previous_hash, head.hash);
}

AccessPage accesses(const Reader& reader, AgencyId agency, const AccessFilter& filter) {
  const auto count = [](Instant instant) { return std::int64_t{instant.time_since_epoch().count()}; };
  const int limit = std::clamp(filter.limit, 1, most_accesses_a_page);
  Query query;
  query.add("select " TIENDO_ACCESS_COLUMNS " from access_log where agency_id = ?", {agency.value()});
  if (filter.from) query.add(" and at >= ?", {count(*filter.from)});
  if (filter.before) query.add(" and at < ?", {count(*filter.before)});
  if (!filter.account.empty()) query.add(" and account = ?", {filter.account});
  if (filter.kind) query.add(" and kind = ?", {std::string(name_of(*filter.kind))});
  if (filter.kind && *filter.kind != AccessKind::read) query.add(" and kind <> 'read'");  // leads to the index of the few
  if (filter.result) query.add(" and result = ?", {std::string(name_of(*filter.result))});
  if (!filter.cursor.empty()) {
    const Place after = place_from(filter.cursor);
    query.add(" and (at, sequence) < (?, ?)", {after.at, after.sequence});
  }
  query.add(" order by at desc, sequence desc limit ?", {std::int64_t{limit} + 1});
  AccessPage page;
  auto rows = query.ask(reader.database());
  while (rows.next()) {
    if (static_cast<int>(page.items.size()) == limit) {
      page.next = text_of(page.items.back());
      break;
    }
    page.items.push_back(access_from(rows));
  }
  return page;
}

std::int64_t trim_access_log(Writer& writer, const Actor& actor, Instant before, Instant now) {
  Database& database = writer.database();
  Head& head = writer.logs().head(database, actor.agency, Log::access);
  {
    // Rows stand in the order of writing: the beginning ends before the first that is young enough.
    auto rows = database.query(R"sql(
      select sequence, hash from access_log where agency_id = $1 and sequence <
        coalesce((select min(sequence) from access_log where agency_id = $1 and at >= $2), $3) order by sequence desc limit 1
    )sql",
                               actor.agency, before, head.sequence + 1);
    if (!rows.next()) return 0;
    head.trimmed_to = rows.number(0);
    head.trimmed_hash = rows.text(1);
  }
  add(writer, actor.agency,
      {.at = now, .kind = AccessKind::log, .what = std::string(trimmed), .object = trim_object(head), .account = actor.name});
  writer.logs().write(database);  // the rows may go once the head says so
  return database.run(
      "delete from access_log where agency_id = $1 and sequence <= (select trimmed_to from log_heads "
      "where agency_id = $1 and log = 'access')",
      actor.agency);
}

void each_access(Database& database, AgencyId agency, const VisitLink& visit) {
  auto rows = database.query("select " TIENDO_ACCESS_COLUMNS " from access_log where agency_id = $1 order by sequence", agency);
  while (rows.next()) {
    visit({rows.number(0), rows.text(previous_hash_at), rows.text(hash_at),
           content_of(rows.number(1), rows.number(6), rows.is_null(7) ? 0 : rows.number(7),
                      {rows.text(2), rows.text(3), rows.text(4), rows.text(5), rows.text(8), rows.text(9), rows.text(10)})});
  }
}

bool says_trimmed(Database& database, AgencyId agency, const Head& head) {
  auto rows = database.query(
      "select object from access_log where agency_id = $1 and kind = 'log' and kind <> 'read' and what = $2 "
      "order by sequence desc limit 1",
      agency, trimmed);
  return rows.next() && rows.view(0) == trim_object(head);
}

Answering::Answering(Asked& request) {
  asked = &request;
}

Answering::~Answering() {
  asked = nullptr;
}

bool is_about_accounts(std::string_view entity) {
  constexpr std::array entities{"user", "session", "token", "account_rules"};
  return std::ranges::find(entities, entity) != entities.end();
}

void log_account_event(Writer& writer, const Actor& actor, const Event& event) {
  constexpr std::array of_sessions{"signed_in", "signed_out", "sign_in_failed", "session_ended"};
  const bool is_session = std::ranges::find(of_sessions, event.kind) != of_sessions.end();
  const auto user = actor.user ? writer.find_user(actor.agency, actor.user) : std::nullopt;
  Access access{.at = event.at,
                .kind = is_session ? AccessKind::session : AccessKind::account,
                .what = event.kind,
                .object = id_text(event.entity_id),
                .result = event.kind == "sign_in_failed" ? AccessResult::failed : AccessResult::done,
                .user = event.actor,
                .account = user ? user->name : actor.name};
  if (asked) {
    access.address = asked->address;
    access.host = asked->host;
    writer.logs().tells_of_request = true;
  }
  add(writer, actor.agency, std::move(access));
}

void log_request(Writer& writer) {
  if (!asked || !asked->change || asked->is_logged || writer.logs().tells_of_request) return;
  add(writer, asked->agency, *asked->change);
  writer.logs().tells_of_request = true;
}

void note_request_logged(Writer& writer) {
  if (asked && writer.logs().tells_of_request) asked->is_logged = true;
}

}  // namespace tiendo::store

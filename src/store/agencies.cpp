// Agencies, those who may sign in, and their sessions.
#include "base/error.h"
#include "base/text.h"
#include "store/database.h"
#include "store/store.h"

namespace tiendo::store {
namespace {

Agency agency_from(const Rows& row) {
  return {AgencyId(row.number(0)), row.text(1), row.small(2)};
}

#define TIENDO_USER_COLUMNS                                                                                                 \
  "u.agency_id, u.id, u.name, u.full_name, u.version, u.role, u.unit_id, u.person_id, u.must_change_password, u.failures, " \
  "u.locked_until, "                                                                                                        \
  "u.disabled_at, u.signed_in_at, u.password_changed_at"
constexpr int user_columns = 14;

std::optional<Instant> instant_at(const Rows& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.instant(column));
}

User user_from(const Rows& row) {
  User user{UserId(row.number(1)), AgencyId(row.number(0)), row.text(2), row.text(3), row.small(4)};
  user.role = find_role(row.view(5)).value();
  if (!row.is_null(6)) user.unit = UnitId(row.number(6));
  if (!row.is_null(7)) user.person = PersonId(row.number(7));
  user.must_change_password = row.number(8) == 1;
  user.failures = row.small(9);
  user.locked_until = instant_at(row, 10);
  user.disabled_at = instant_at(row, 11);
  user.signed_in_at = instant_at(row, 12);
  user.password_changed_at = instant_at(row, 13);
  return user;
}

}  // namespace

std::vector<Agency> Reader::agencies() const {
  std::vector<Agency> agencies;
  auto rows = database().query("select agency_id, name, version from agencies order by agency_id");
  while (rows.next()) agencies.push_back(agency_from(rows));
  return agencies;
}

std::optional<Agency> Reader::find_agency(AgencyId agency) const {
  auto rows = database().query("select agency_id, name, version from agencies where agency_id = $1", agency);
  return rows.next() ? std::optional(agency_from(rows)) : std::nullopt;
}

std::vector<User> Reader::users(AgencyId agency) const {
  std::vector<User> users;
  auto rows = database().query("select " TIENDO_USER_COLUMNS " from users u where u.agency_id = $1 order by u.id", agency);
  while (rows.next()) users.push_back(user_from(rows));
  return users;
}

std::optional<User> Reader::find_user(AgencyId agency, UserId user) const {
  auto rows = database().query("select " TIENDO_USER_COLUMNS " from users u where u.agency_id = $1 and u.id = $2", agency, user);
  return rows.next() ? std::optional(user_from(rows)) : std::nullopt;
}

std::optional<Credentials> Reader::find_credentials(std::string_view name) const {
  auto rows = database().query("select " TIENDO_USER_COLUMNS R"sql(, u.password_hash
    from sign_in_names n join users u on u.agency_id = n.agency_id and u.id = n.user_id
    where n.name_key = $1
  )sql",
                               marked_key(name));
  return rows.next() ? std::optional(Credentials{user_from(rows), rows.text(user_columns)}) : std::nullopt;
}

std::optional<Session> Reader::find_session(AgencyId agency, std::string_view token_hash) const {
  auto rows = database().query(R"sql(
    select user_id, csrf, created_at, last_seen_at, expires_at from sessions where agency_id = $1 and token_hash = $2
  )sql",
                               agency, token_hash);
  if (!rows.next()) return std::nullopt;
  return Session{agency, UserId(rows.number(0)), std::string(token_hash), rows.text(1), rows.instant(2), rows.instant(3), rows.instant(4)};
}

void Writer::add(const Agency& agency) {
  database().run("insert into agencies (agency_id, name, version) values ($1, $2, $3)", agency.id, agency.name, agency.version);
}

void Writer::add(const User& user, std::string_view password_hash, Instant now) {
  database().run(R"sql(
    insert into users (agency_id, id, name, full_name, password_hash, created_at, version, role, unit_id, person_id, must_change_password,
      password_changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $6)
  )sql",
                 user.agency, user.id, user.name, user.full_name, password_hash, now, user.version, name_of(user.role), user.unit,
                 user.person, user.must_change_password ? 1 : 0);
  database().run("insert into sign_in_names (name_key, agency_id, user_id) values ($1, $2, $3)", marked_key(user.name), user.agency,
                 user.id);
}

void Writer::save_password(AgencyId agency, UserId user, std::string_view password_hash) {
  const int changed = database().run(
      "update users set password_hash = $3, failures = 0, locked_until = null, version = version + 1 where agency_id = $1 and id = $2",
      agency, user, password_hash);
  if (changed == 0) throw Error(ErrorCode::not_found, "user_not_found");
  database().run("delete from sessions where agency_id = $1 and user_id = $2", agency, user);
}

void Writer::save(const User& user) {
  const int changed =
      database().run(R"sql(
    update users set full_name = $3, role = $4, unit_id = $5, person_id = $6, must_change_password = $7, failures = $8, locked_until = $9,
      disabled_at = $10, signed_in_at = $11, password_changed_at = $12, version = version + 1
    where agency_id = $1 and id = $2 and version = $13
  )sql",
                     user.agency, user.id, user.full_name, name_of(user.role), user.unit, user.person, user.must_change_password ? 1 : 0,
                     user.failures, user.locked_until, user.disabled_at, user.signed_in_at, user.password_changed_at, user.version);
  if (changed == 0) throw Error(ErrorCode::conflict, "stale_version");
}

void Writer::remove_sessions_of(AgencyId agency, UserId user) {
  database().run("delete from sessions where agency_id = $1 and user_id = $2", agency, user);
}

void Writer::add(const Session& session) {
  database().run(R"sql(
    insert into sessions (agency_id, token_hash, user_id, csrf, created_at, last_seen_at, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7)
  )sql",
                 session.agency, session.token_hash, session.user, session.csrf, session.created_at, session.last_seen_at,
                 session.expires_at);
}

void Writer::save(const Session& session) {
  database().run("update sessions set last_seen_at = $3, expires_at = $4 where agency_id = $1 and token_hash = $2", session.agency,
                 session.token_hash, session.last_seen_at, session.expires_at);
}

void Writer::remove_session(AgencyId agency, std::string_view token_hash) {
  database().run("delete from sessions where agency_id = $1 and token_hash = $2", agency, token_hash);
}

void Writer::remove_sessions_before(Instant expired) {
  database().run("delete from sessions where expires_at <= $1", expired);
}

}  // namespace tiendo::store

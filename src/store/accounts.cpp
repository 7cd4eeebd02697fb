#include "store/accounts.h"

#include "base/error.h"
#include "store/database.h"
#include "store/rules.h"

namespace tiendo::store {
namespace {

#define TIENDO_ACCOUNT_COLUMNS                                                                                                  \
  "u.id, u.name, u.full_name, u.version, u.role, u.unit_id, u.person_id, u.must_change_password, u.failures, u.locked_until, "  \
  "u.disabled_at, u.signed_in_at, u.password_changed_at, u.created_at, u.opened_at, i.expires_at, s.confirmed_at is not null, " \
  "(select count(*) from sessions o where o.agency_id = u.agency_id and o.user_id = u.id) "                                     \
  "from users u left join invitations i on i.agency_id = u.agency_id and i.user_id = u.id "                                     \
  "left join second_factors s on s.agency_id = u.agency_id and s.user_id = u.id "

std::optional<Instant> instant_at(const Rows& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.instant(column));
}

Account account_from(const Rows& row, AgencyId agency) {
  Account account;
  account.agency = agency;
  row.read(0, account.id);
  account.name = row.text(1);
  account.full_name = row.text(2);
  account.version = row.small(3);
  account.role = find_role(row.view(4)).value();
  if (!row.is_null(5)) account.unit = UnitId(row.number(5));
  if (!row.is_null(6)) account.person = PersonId(row.number(6));
  account.must_change_password = row.number(7) == 1;
  account.failures = row.small(8);
  account.locked_until = instant_at(row, 9);
  account.disabled_at = instant_at(row, 10);
  account.signed_in_at = instant_at(row, 11);
  account.password_changed_at = instant_at(row, 12);
  account.created_at = row.instant(13);
  account.opened_at = instant_at(row, 14);
  account.invited_until = instant_at(row, 15);
  account.has_second_factor = row.number(16) == 1;
  account.sessions = row.small(17);
  return account;
}

void keep_old(Writer& writer, AgencyId agency, UserId user, int remembered, Instant now) {
  auto& database = writer.database();
  database.run(R"sql(
    insert or replace into old_passwords (agency_id, user_id, kept_at, password_hash)
    select agency_id, id, $3, password_hash from users where agency_id = $1 and id = $2 and password_hash <> ''
  )sql",
               agency, user, now);
  database.run(R"sql(
    delete from old_passwords where agency_id = $1 and user_id = $2 and kept_at not in (
      select kept_at from old_passwords where agency_id = $1 and user_id = $2 order by kept_at desc limit $3)
  )sql",
               agency, user, remembered);
}

}  // namespace

AccountRules account_rules(const Reader& reader, AgencyId agency) {
  return rules_kept<AccountRules>(reader, agency, "account_rules");
}

void save(Writer& writer, AgencyId agency, const AccountRules& rules) {
  keep_rules(writer, agency, "account_rules", rules);
}

std::vector<Account> accounts(const Reader& reader, AgencyId agency) {
  std::vector<Account> all;
  auto rows = reader.database().query("select " TIENDO_ACCOUNT_COLUMNS "where u.agency_id = $1 order by u.id", agency);
  while (rows.next()) all.push_back(account_from(rows, agency));
  return all;
}

Account account(const Reader& reader, AgencyId agency, UserId user) {
  auto rows = reader.database().query("select " TIENDO_ACCOUNT_COLUMNS "where u.agency_id = $1 and u.id = $2", agency, user);
  if (!rows.next()) throw Error(ErrorCode::not_found, "account_not_found");
  return account_from(rows, agency);
}

void save_signing(Writer& writer, const User& user) {
  writer.database().run("update users set failures = $3, locked_until = $4, signed_in_at = $5 where agency_id = $1 and id = $2",
                        user.agency, user.id, user.failures, user.locked_until, user.signed_in_at);
}

void open_account(Writer& writer, AgencyId agency, UserId user, Instant now) {
  writer.database().run("update users set opened_at = $3 where agency_id = $1 and id = $2", agency, user, now);
}

void change_password(Writer& writer, AgencyId agency, UserId user, std::string_view hash, int remembered, Instant now) {
  keep_old(writer, agency, user, remembered, now);
  writer.save_password(agency, user, hash);
  writer.database().run(
      "update users set password_changed_at = $3, opened_at = $3, must_change_password = 0 where agency_id = $1 and id = $2", agency, user,
      now);
}

void remove_password(Writer& writer, AgencyId agency, UserId user, int remembered, Instant now) {
  keep_old(writer, agency, user, remembered, now);
  writer.save_password(agency, user, "");
}

std::string password_hash_of(const Reader& reader, AgencyId agency, UserId user) {
  auto rows = reader.database().query("select password_hash from users where agency_id = $1 and id = $2", agency, user);
  if (!rows.next()) throw Error(ErrorCode::not_found, "account_not_found");
  return rows.text(0);
}

std::vector<std::string> old_passwords(const Reader& reader, AgencyId agency, UserId user) {
  std::vector<std::string> hashes;
  auto rows = reader.database().query("select password_hash from old_passwords where agency_id = $1 and user_id = $2 order by kept_at desc",
                                      agency, user);
  while (rows.next()) hashes.push_back(rows.text(0));
  return hashes;
}

std::optional<Invitation> find_invitation(const Reader& reader, AgencyId agency, UserId user) {
  auto rows = reader.database().query("select code_hash, expires_at from invitations where agency_id = $1 and user_id = $2", agency, user);
  return rows.next() ? std::optional(Invitation{rows.text(0), rows.instant(1)}) : std::nullopt;
}

void save(Writer& writer, AgencyId agency, UserId user, const Invitation& invitation) {
  writer.database().run("insert or replace into invitations (agency_id, user_id, code_hash, expires_at) values ($1, $2, $3, $4)", agency,
                        user, invitation.code_hash, invitation.expires_at);
}

void remove_invitation(Writer& writer, AgencyId agency, UserId user) {
  writer.database().run("delete from invitations where agency_id = $1 and user_id = $2", agency, user);
}

std::vector<SessionAtDevice> sessions_of(const Reader& reader, AgencyId agency, UserId user, Instant now) {
  std::vector<SessionAtDevice> all;
  auto rows = reader.database().query(R"sql(
    select token_hash, csrf, created_at, last_seen_at, expires_at, device, address from sessions
    where agency_id = $1 and user_id = $2 and expires_at > $3 order by last_seen_at desc, token_hash
  )sql",
                                      agency, user, now);
  while (rows.next())
    all.push_back(
        {{agency, user, rows.text(0), rows.text(1), rows.instant(2), rows.instant(3), rows.instant(4)}, {rows.text(5), rows.text(6)}});
  return all;
}

void say_device(Writer& writer, const Session& session, const Device& device) {
  writer.database().run("update sessions set device = $3, address = $4 where agency_id = $1 and token_hash = $2", session.agency,
                        session.token_hash, device.text, device.address);
}

}  // namespace tiendo::store

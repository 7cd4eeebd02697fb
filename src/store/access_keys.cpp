#include "store/access_keys.h"

#include "store/database.h"
#include "store/lists.h"

namespace tiendo::store {
namespace {

#define TIENDO_ACCESS_KEY_COLUMNS "select id, user_id, name, rights, created_at, expires_at, last_used_at, revoked_at from access_keys "

AccessKey access_key_from(const Rows& row) {
  AccessKey key;
  row.read(0, key.id);
  row.read(1, key.user);
  key.name = row.text(2);
  const auto names = boost::json::parse(row.view(3));
  for (const auto& name : names.as_array())
    if (const auto right = find_right(name.as_string())) key.rights.push_back(*right);
  key.created_at = row.instant(4);
  key.expires_at = row.instant(5);
  if (!row.is_null(6)) key.last_used_at = row.instant(6);
  if (!row.is_null(7)) key.revoked_at = row.instant(7);
  return key;
}

std::string names_of(const std::vector<Right>& rights) {
  boost::json::array names;
  for (const Right right : rights) names.emplace_back(name_of(right));
  return boost::json::serialize(names);
}

}  // namespace

std::vector<AccessKey> access_keys(const Reader& reader, AgencyId agency) {
  std::vector<AccessKey> all;
  auto rows = reader.database().query(TIENDO_ACCESS_KEY_COLUMNS "where agency_id = $1 order by id desc", agency);
  while (rows.next()) all.push_back(access_key_from(rows));
  return all;
}

std::vector<AccessKey> access_keys_of(const Reader& reader, AgencyId agency, UserId user) {
  std::vector<AccessKey> all;
  auto rows = reader.database().query(TIENDO_ACCESS_KEY_COLUMNS "where agency_id = $1 and user_id = $2 order by id desc", agency, user);
  while (rows.next()) all.push_back(access_key_from(rows));
  return all;
}

std::optional<AccessKey> find_access_key(const Reader& reader, AgencyId agency, std::string_view key_hash) {
  auto rows = reader.database().query(TIENDO_ACCESS_KEY_COLUMNS "where agency_id = $1 and key_hash = $2", agency, key_hash);
  return rows.next() ? std::optional(access_key_from(rows)) : std::nullopt;
}

void add(Writer& writer, AgencyId agency, const AccessKey& key, std::string_view key_hash) {
  writer.database().run(R"sql(
    insert into access_keys (agency_id, id, user_id, name, key_hash, rights, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
  )sql",
                        agency, key.id, key.user, key.name, key_hash, names_of(key.rights), key.created_at, key.expires_at);
}

void say_used(Writer& writer, AgencyId agency, AccessKeyId key, Instant now) {
  writer.database().run("update access_keys set last_used_at = $3 where agency_id = $1 and id = $2", agency, key, now);
}

void revoke(Writer& writer, AgencyId agency, AccessKeyId key, Instant now) {
  writer.database().run("update access_keys set revoked_at = $3 where agency_id = $1 and id = $2 and revoked_at is null", agency, key, now);
}

}  // namespace tiendo::store

#include "actions/own_keys.h"

#include <algorithm>

#include <boost/json.hpp>

#include "base/error.h"
#include "base/hash.h"
#include "base/password.h"
#include "base/text.h"
#include "store/access_keys.h"

namespace tiendo::actions {
namespace {

std::string facts(const domain::AccessKey& key) {
  boost::json::array rights;
  for (const auto right : key.rights) rights.emplace_back(name_of(right));
  return boost::json::serialize(
      boost::json::object{{"access_key", key.id.text()}, {"name", key.name}, {"rights", rights}, {"expires_at", iso(key.expires_at)}});
}

}  // namespace

NewAccessKey add_access_key(store::Store& store, const SignedIn& who, const std::string& name, const std::vector<domain::Right>& rights,
                            int days, Instant now) {
  const auto actor = who.actor();
  if (who.pending != domain::Pending::nothing) throw Error(ErrorCode::forbidden, name_of(who.pending));
  domain::AccessKey key{
      domain::AccessKeyId::make(now), actor.user, collapse_blanks(nfc(name)), {}, now, now + std::chrono::days(days), {}, {}};
  if (key.name.empty() || code_points(key.name) > longest_access_key_name) throw Error(ErrorCode::invalid, "access_key_name");
  if (days < 1 || days > domain::most_access_key_days)
    throw Error(ErrorCode::invalid, "access_key_days", {std::to_string(domain::most_access_key_days)});
  for (const auto right : rights) {
    if (!may_go_to_a_key(right) || !domain::may(who.user.role, right)) throw Error(ErrorCode::invalid, "access_key_right");
    if (std::ranges::find(key.rights, right) == key.rights.end()) key.rights.push_back(right);
  }
  if (key.rights.empty()) throw Error(ErrorCode::invalid, "access_key_right");
  const std::string secret = actor.agency.text() + "." + random_token();
  auto writer = store.begin();
  const auto own = store::access_keys_of(writer, actor.agency, actor.user);
  if (std::ranges::count_if(own, [now](const auto& other) { return other.is_good(now); }) >= static_cast<int>(domain::most_access_keys))
    throw Error(ErrorCode::conflict, "access_keys_full", {std::to_string(domain::most_access_keys)});
  store::add(writer, actor.agency, key, sha256(secret));
  writer.record(actor, "access_key_added", "user", actor.user.value(), "", facts(key), now);
  writer.commit();
  return {key, secret};
}

void revoke_access_key(store::Store& store, const SignedIn& who, domain::AccessKeyId id, Instant now) {
  const auto actor = who.actor();
  auto writer = store.begin();
  const auto own = store::access_keys_of(writer, actor.agency, actor.user);
  const auto key = std::ranges::find(own, id, &domain::AccessKey::id);
  if (key == own.end()) throw Error(ErrorCode::not_found, "access_key_not_found");
  if (key->revoked_at) return;
  store::revoke(writer, actor.agency, id, now);
  writer.record(actor, "access_key_revoked", "user", actor.user.value(), facts(*key), "", now);
  writer.commit();
}

}  // namespace tiendo::actions

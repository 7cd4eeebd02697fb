#include "actions/own_password.h"

#include <algorithm>

#include "actions/failures.h"
#include "actions/handed_code.h"
#include "base/equal.h"
#include "base/error.h"

namespace tiendo::actions {
namespace {

// The rules of the agency, and none that the account had: as slow as it is on purpose, so never inside a transaction.
std::string hash_of_new(const store::Reader& reader, const domain::Account& account, std::string_view password) {
  check_password(store::account_rules(reader, account.agency), password, account.name, account.has_second_factor);
  auto known = store::old_passwords(reader, account.agency, account.id);
  known.push_back(store::password_hash_of(reader, account.agency, account.id));
  const bool is_known = std::ranges::any_of(known, [&](const auto& hash) { return !hash.empty() && is_password(password, hash); });
  if (is_known) throw Error(ErrorCode::invalid, "password_known");
  return password_hash(password);
}

[[noreturn]] void refuse_invitation() {
  throw Error(ErrorCode::unauthenticated, "invitation_failed");
}

bool fits(const std::optional<store::Invitation>& invitation, std::string_view code, Instant now) {
  return invitation && now < invitation->expires_at && equal_in_constant_time(invitation->code_hash, hash_of_code(code));
}

domain::Actor actor_of(const domain::User& user) {
  return {user.id, user.agency, user.full_name.empty() ? user.name : user.full_name};
}

}  // namespace

void change_own_password(store::Store& store, const SignedIn& who, std::string_view old_password, std::string_view password, Instant now) {
  const auto actor = who.actor();
  std::string known, hash;
  bool is_right = false;
  {
    const auto reader = store.read();
    const auto account = store::account(reader, actor.agency, actor.user);
    if (is_locked(account, now)) throw Error(ErrorCode::conflict, "account_locked");
    known = store::password_hash_of(reader, actor.agency, actor.user);
    is_right = old_password.size() <= longest_password && !known.empty() && is_password(old_password, known);
    if (is_right) hash = hash_of_new(reader, account, password);
  }
  auto writer = store.begin();
  if (!is_right) {
    note_failure(writer, actor, *writer.find_user(actor.agency, actor.user), now);
    throw Error(ErrorCode::invalid, "password_wrong");
  }
  if (store::password_hash_of(writer, actor.agency, actor.user) != known) throw Error(ErrorCode::conflict, "password_changed_meanwhile");
  const auto own = store::sessions_of(writer, actor.agency, actor.user, now);
  const auto here = std::ranges::find(own, sha256(who.token), &store::Session::token_hash);
  store::change_password(writer, actor.agency, actor.user, hash, store::account_rules(writer, actor.agency).passwords_remembered, now);
  if (here != own.end()) {
    writer.add(*here);
    store::say_device(writer, *here, here->device);
  }
  writer.record(actor, "password_changed", "user", actor.user.value(), "", "", now);
  writer.commit();
}

void redeem_invitation(store::Store& store, std::string_view name, std::string_view code, std::string_view password, Instant now) {
  std::string hash;
  const auto known = store.read().find_credentials(name);
  if (!known || is_locked(known->user, now)) refuse_invitation();
  const auto actor = actor_of(known->user);
  {
    const auto reader = store.read();
    if (fits(store::find_invitation(reader, actor.agency, actor.user), code, now))
      hash = hash_of_new(reader, store::account(reader, actor.agency, actor.user), password);
  }
  auto writer = store.begin();
  const auto user = *writer.find_user(actor.agency, actor.user);
  if (hash.empty() || !fits(store::find_invitation(writer, actor.agency, actor.user), code, now)) {
    note_failure(writer, actor, user, now);
    refuse_invitation();
  }
  if (user.disabled_at) throw Error(ErrorCode::unauthenticated, "account_disabled");
  store::change_password(writer, actor.agency, actor.user, hash, store::account_rules(writer, actor.agency).passwords_remembered, now);
  store::remove_invitation(writer, actor.agency, actor.user);
  writer.record(actor, "invitation_taken", "user", actor.user.value(), "", "", now);
  writer.commit();
}

}  // namespace tiendo::actions

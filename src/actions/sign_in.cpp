#include "actions/sign_in.h"

#include "actions/find_session.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/password.h"

namespace tiendo::actions {
namespace {

// An unknown name costs as much time as a wrong password, so that names cannot be tried out.
bool matches(const std::optional<store::Credentials>& known, std::string_view password) {
  static const std::string nobody = password_hash(random_token());
  if (password.size() > longest_password) return false;
  return is_password(password, known ? known->password_hash : nobody) && known;
}

// After so many wrong passwords in a row nobody signs in with this name for a while.
void note_failure(store::Writer& writer, const domain::Actor& actor, domain::User user, Instant now) {
  ++user.failures;
  const bool is_locked = user.failures >= most_failures;
  if (is_locked) {
    user.locked_until = now + lock_lasts;
    user.failures = 0;
  }
  writer.save(user);
  writer.record(actor, "sign_in_failed", "user", user.id.value(), "", "", now);
  if (is_locked) writer.record(actor, "user_locked", "user", user.id.value(), "", "", now);
  writer.commit();
}

// The same answer as for a wrong password would send a rightful user in circles: a right password is told that it is locked.
void check_open(const domain::User& user, Instant now) {
  if (user.disabled_at) throw Error(ErrorCode::unauthenticated, "account_disabled");
  if (user.locked_until && now < *user.locked_until) throw Error(ErrorCode::unauthenticated, "account_locked");
  const bool is_forgotten = user.signed_in_at && now - *user.signed_in_at > unused_lasts;
  if (is_forgotten) throw Error(ErrorCode::unauthenticated, "account_unused");
}

}  // namespace

SignedIn sign_in(store::Store& store, std::string_view name, std::string_view password, Instant now) {
  const auto known = store.read().find_credentials(name);
  const bool is_known = matches(known, password);
  if (!known) throw Error(ErrorCode::unauthenticated, "sign_in_failed");
  auto writer = store.begin();
  // A change of password in the meantime must not leave a session of the old one.
  const auto now_known = writer.find_credentials(name);
  if (!now_known || now_known->password_hash != known->password_hash) throw Error(ErrorCode::unauthenticated, "sign_in_failed");
  const domain::User& user = now_known->user;
  const domain::Actor actor{user.id, user.agency, user.full_name.empty() ? user.name : user.full_name};
  const bool is_locked = user.locked_until && now < *user.locked_until;
  if (!is_known) {
    if (!is_locked) note_failure(writer, actor, *writer.find_user(user.agency, user.id), now);
    throw Error(ErrorCode::unauthenticated, "sign_in_failed");
  }
  check_open(user, now);
  SignedIn signed_in{user, *writer.find_agency(user.agency), user.agency.text() + "." + random_token(), random_token()};
  writer.remove_sessions_before(now);
  domain::User seen = *writer.find_user(user.agency, user.id);
  seen.failures = 0;
  seen.locked_until.reset();
  seen.signed_in_at = now;
  writer.save(seen);
  writer.add(store::Session{user.agency, user.id, sha256(signed_in.token), signed_in.csrf, now, now, now + idle_of(user.role)});
  writer.record(actor, "signed_in", "user", user.id.value(), "", "", now);
  writer.commit();
  return signed_in;
}

}  // namespace tiendo::actions

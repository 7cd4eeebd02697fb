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

}  // namespace

SignedIn sign_in(store::Store& store, std::string_view name, std::string_view password, Instant now) {
  const auto known = store.read().find_credentials(name);
  const bool is_known = matches(known, password);
  if (!known) throw Error(ErrorCode::unauthenticated, "sign_in_failed");
  auto writer = store.begin();
  const domain::User& user = known->user;
  const domain::Actor actor{user.id, user.agency, user.full_name.empty() ? user.name : user.full_name};
  if (!is_known) {
    writer.record(actor, "sign_in_failed", "user", user.id.value(), "", "", now);
    writer.commit();
    throw Error(ErrorCode::unauthenticated, "sign_in_failed");
  }
  SignedIn signed_in{user, *writer.find_agency(user.agency), user.agency.text() + "." + random_token(), random_token()};
  writer.remove_sessions_before(now);
  writer.add(store::Session{user.agency, user.id, sha256(signed_in.token), signed_in.csrf, now, now, now + session_idle});
  writer.record(actor, "signed_in", "user", user.id.value(), "", "", now);
  writer.commit();
  return signed_in;
}

}  // namespace tiendo::actions

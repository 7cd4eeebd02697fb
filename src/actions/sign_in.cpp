#include "actions/sign_in.h"

#include <algorithm>

#include "actions/failures.h"
#include "actions/second_factor.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/password.h"

namespace tiendo::actions {
namespace {

// An unknown name costs as much time as a wrong password, so that names cannot be tried out.
bool matches(const std::optional<store::Credentials>& known, std::string_view password) {
  static const std::string nobody = password_hash(random_token());
  if (password.size() > longest_password) return false;
  const bool has_password = known && !known->password_hash.empty();
  return is_password(password, has_password ? known->password_hash : nobody) && has_password;
}

// The same answer as for a wrong password would send a rightful user in circles: a right password is told that it is locked.
void check_open(const domain::Account& account, const domain::AccountRules& rules, Instant now) {
  switch (state_of(account, rules, now)) {
    case domain::AccountState::disabled:
      throw Error(ErrorCode::unauthenticated, "account_disabled");
    case domain::AccountState::locked:
      throw Error(ErrorCode::unauthenticated, "account_locked");
    case domain::AccountState::unused:
      throw Error(ErrorCode::unauthenticated, "account_unused");
    case domain::AccountState::invited:
    case domain::AccountState::open:
      break;
  }
}

void check_code(store::Writer& writer, const domain::Actor& actor, const domain::Account& account, std::string_view code, Instant now) {
  if (!account.has_second_factor) return;
  if (code.empty()) throw Error(ErrorCode::unauthenticated, "code_wanted");
  if (take_code(writer, actor, code, now)) return;
  note_failure(writer, actor, account, now);
  throw Error(ErrorCode::unauthenticated, "code_wrong");
}

}  // namespace

bool SignedIn::may(domain::Right right) const {
  return domain::may(user.role, right) && (!rights || std::ranges::find(*rights, right) != rights->end());
}

SignedIn sign_in(store::Store& store, const SignInForm& form, Instant now) {
  const auto known = store.read().find_credentials(form.name);
  const bool is_known = matches(known, form.password);
  if (!known) throw Error(ErrorCode::unauthenticated, "sign_in_failed");
  auto writer = store.begin();
  // A change of password in the meantime must not leave a session of the old one.
  const auto now_known = writer.find_credentials(form.name);
  if (!now_known || now_known->password_hash != known->password_hash) throw Error(ErrorCode::unauthenticated, "sign_in_failed");
  domain::User user = now_known->user;
  const domain::Actor actor{user.id, user.agency, user.full_name.empty() ? user.name : user.full_name};
  if (!is_known) {
    if (!is_locked(user, now)) note_failure(writer, actor, user, now);
    throw Error(ErrorCode::unauthenticated, "sign_in_failed");
  }
  const auto account = store::account(writer, user.agency, user.id);
  const auto rules = store::account_rules(writer, user.agency);
  check_open(account, rules, now);
  check_code(writer, actor, account, form.code, now);

  user.failures = 0;
  user.locked_until.reset();
  user.signed_in_at = now;
  store::save_signing(writer, user);
  writer.remove_sessions_before(now);
  SignedIn signed_in{user,           *writer.find_agency(user.agency), user.agency.text() + "." + random_token(),
                     random_token(), pending_of(account, rules, now),  std::nullopt};
  const store::Session session{user.agency, user.id, sha256(signed_in.token), signed_in.csrf, now, now, now + rules.idle_of(user.role)};
  writer.add(session);
  store::say_device(writer, session, form.device);
  writer.record(actor, "signed_in", "user", user.id.value(), "", "", now);
  writer.commit();
  return signed_in;
}

}  // namespace tiendo::actions

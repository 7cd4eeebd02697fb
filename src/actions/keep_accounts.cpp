#include "actions/keep_accounts.h"

#include <boost/json.hpp>

#include "actions/handed_code.h"
#include "actions/operator.h"
#include "actions/rule_facts.h"
#include "base/error.h"
#include "base/text.h"
#include "store/second_factors.h"

namespace tiendo::actions {
namespace {

using domain::Account;
using domain::AccountRules;
using domain::Actor;
using domain::UserId;

std::string facts(const domain::User& user) {
  const auto id = [](const auto& other) { return other ? boost::json::value(other->text()) : boost::json::value(); };
  return boost::json::serialize(boost::json::object{{"name", user.name},
                                                    {"full_name", user.full_name},
                                                    {"role", name_of(user.role)},
                                                    {"unit", id(user.unit)},
                                                    {"leader", id(user.person)},
                                                    {"disabled", user.disabled_at.has_value()}});
}

Account account_of_another(const store::Reader& reader, const Actor& actor, UserId user) {
  auto account = store::account(reader, actor.agency, user);
  if (user == actor.user) throw Error(ErrorCode::forbidden, "own_account");
  return account;
}

std::string tidied(const std::string& text, std::size_t longest, const char* field) {
  std::string tidy = collapse_blanks(nfc(text));
  if (code_points(tidy) > longest) throw Error(ErrorCode::invalid, "bad_field", {field});
  return tidy;
}

void fill(const store::Reader& reader, domain::User& user, const AccountForm& form) {
  const auto names = reader.names(user.agency);
  const auto* unit = form.unit ? names->find_unit(*form.unit) : nullptr;
  if (form.unit && (!unit || unit->successor)) throw Error(ErrorCode::invalid, "unit_unknown");
  if (form.person && !names->find_leader(*form.person)) throw Error(ErrorCode::invalid, "leader_unknown");
  user.full_name = tidied(form.full_name, longest_full_name, "full_name");
  user.role = form.role;
  user.unit = form.unit;
  user.person = form.person;
}

std::string hand_out(store::Writer& writer, const Actor& actor, UserId user, Instant now) {
  auto code = new_code();
  const auto lasts = std::chrono::hours(store::account_rules(writer, actor.agency).invitation_hours);
  store::save(writer, actor.agency, user, store::Invitation{hash_of_code(code), now + lasts});
  return code;
}

Account committed(store::Writer& writer, const Actor& actor, UserId user) {
  auto account = store::account(writer, actor.agency, user);
  writer.commit();
  return account;
}

}  // namespace

Invited invite_account(store::Store& store, const Actor& actor, const std::string& name, const AccountForm& form, Instant now) {
  domain::User user{UserId::make(now), actor.agency, tidied(name, longest_account_name, "name"), {}, 1};
  if (user.name.empty()) throw Error(ErrorCode::invalid, "name_missing");
  auto writer = store.begin();
  fill(writer, user, form);
  if (writer.find_credentials(user.name)) throw Error(ErrorCode::conflict, "user_exists", {user.name});
  writer.add(user, "", now);
  auto code = hand_out(writer, actor, user.id, now);
  writer.record(actor, "user_added", "user", user.id.value(), "", facts(user), now);
  return {committed(writer, actor, user.id), std::move(code)};
}

Invited reset_password(store::Store& store, const Actor& actor, UserId user, Instant now) {
  auto writer = store.begin();
  account_of_another(writer, actor, user);
  const auto rules = store::account_rules(writer, actor.agency);
  store::remove_password(writer, actor.agency, user, rules.passwords_remembered, now);
  auto code = hand_out(writer, actor, user, now);
  writer.record(actor, "password_reset", "user", user.value(), "", "", now);
  return {committed(writer, actor, user), std::move(code)};
}

Account edit_account(store::Store& store, const Actor& actor, UserId user, int version, const AccountForm& form, Instant now) {
  auto writer = store.begin();
  const Account before = account_of_another(writer, actor, user);
  if (before.version != version) throw Error(ErrorCode::conflict, "stale_version");
  domain::User after = before;
  fill(writer, after, form);
  if (facts(after) == facts(before)) return before;
  writer.save(after);
  if (after.role != before.role) writer.remove_sessions_of(actor.agency, user);
  writer.record(actor, after.role == before.role ? "user_edited" : "role_changed", "user", user.value(), facts(before), facts(after), now);
  return committed(writer, actor, user);
}

Account disable_account(store::Store& store, const Actor& actor, UserId user, Instant now) {
  auto writer = store.begin();
  const Account before = account_of_another(writer, actor, user);
  if (before.disabled_at) return before;
  domain::User after = before;
  after.disabled_at = now;
  writer.save(after);
  writer.remove_sessions_of(actor.agency, user);
  store::remove_invitation(writer, actor.agency, user);
  writer.record(actor, "user_disabled", "user", user.value(), facts(before), facts(after), now);
  return committed(writer, actor, user);
}

Account open_account(store::Store& store, const Actor& actor, UserId user, Instant now) {
  auto writer = store.begin();
  const Account before = account_of_another(writer, actor, user);
  const auto state = state_of(before, store::account_rules(writer, actor.agency), now);
  if (state != domain::AccountState::disabled && state != domain::AccountState::unused) return before;
  domain::User after = before;
  after.disabled_at.reset();
  writer.save(after);
  if (before.opened_at) store::open_account(writer, actor.agency, user, now);
  writer.record(actor, "user_enabled", "user", user.value(), facts(before), facts(after), now);
  return committed(writer, actor, user);
}

Account unlock_account(store::Store& store, const Actor& actor, UserId user, Instant now) {
  auto writer = store.begin();
  Account account = account_of_another(writer, actor, user);
  if (!account.locked_until && account.failures == 0) return account;
  account.locked_until.reset();
  account.failures = 0;
  store::save_signing(writer, account);
  writer.record(actor, "user_unlocked", "user", user.value(), "", "", now);
  return committed(writer, actor, user);
}

void end_sessions(store::Store& store, const Actor& actor, UserId user, Instant now) {
  auto writer = store.begin();
  account_of_another(writer, actor, user);
  writer.remove_sessions_of(actor.agency, user);
  writer.record(actor, "sessions_ended", "user", user.value(), "", "", now);
  writer.commit();
}

void remove_second_factor_of(store::Store& store, const Actor& actor, UserId user, Instant now) {
  auto writer = store.begin();
  account_of_another(writer, actor, user);
  store::remove_second_factor(writer, actor.agency, user);
  writer.remove_sessions_of(actor.agency, user);
  writer.record(actor, "second_factor_removed", "user", user.value(), "", "", now);
  writer.commit();
}

void remove_second_factor_by_name(store::Store& store, std::string_view name, Instant now) {
  const auto known = store.read().find_credentials(name);
  if (!known) throw Error(ErrorCode::not_found, "user_not_found", {std::string(name)});
  remove_second_factor_of(store, the_operator(known->user.agency), known->user.id, now);
}

AccountRules save_account_rules(store::Store& store, const Actor& actor, AccountRules rules, Instant now) {
  domain::check_bounds(rules);
  auto writer = store.begin();
  const auto before = store::account_rules(writer, actor.agency);
  if (before.version != rules.version) throw Error(ErrorCode::conflict, "stale_version");
  if (before == rules) return before;
  store::save(writer, actor.agency, rules);
  writer.record(actor, "account_rules_changed", "agency", actor.agency.value(), rule_facts(before), rule_facts(rules), now);
  writer.commit();
  ++rules.version;
  return rules;
}

}  // namespace tiendo::actions

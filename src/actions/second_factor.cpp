#include "actions/second_factor.h"

#include <algorithm>

#include "actions/failures.h"
#include "actions/handed_code.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/one_time_code.h"

namespace tiendo::actions {
namespace {

store::SecondFactor confirmed_factor(const store::Reader& reader, const domain::Actor& actor) {
  const auto factor = store::find_second_factor(reader, actor.agency, actor.user);
  if (!factor || !factor->confirmed_at) throw Error(ErrorCode::conflict, "second_factor_missing");
  return *factor;
}

std::string encoded(std::string_view text) {
  constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  std::string out;
  for (const char c : text) {
    if (plain.find(c) != std::string_view::npos)
      out += c;
    else
      out += '%' + hex({&c, 1});
  }
  return out;
}

std::vector<std::string> hand_out_codes(store::Writer& writer, const domain::Actor& actor) {
  std::vector<std::string> codes, hashes;
  for (int at = 0; at < recovery_codes; ++at) {
    codes.push_back(new_code());
    hashes.push_back(hash_of_code(codes.back()));
  }
  store::save_recovery_codes(writer, actor.agency, actor.user, hashes);
  return codes;
}

// A code that somebody who is signed in types: wrong ones count as at the door.
void expect_code(store::Writer& writer, const domain::Actor& actor, std::string_view code, Instant now) {
  const auto user = *writer.find_user(actor.agency, actor.user);
  if (is_locked(user, now)) throw Error(ErrorCode::conflict, "account_locked");
  if (take_code(writer, actor, code, now)) return;
  note_failure(writer, actor, user, now);
  throw Error(ErrorCode::invalid, "code_wrong");
}

}  // namespace

NewSecondFactor begin_second_factor(store::Store& store, const SignedIn& who, Instant now) {
  const auto actor = who.actor();
  auto writer = store.begin();
  const auto known = store::find_second_factor(writer, actor.agency, actor.user);
  if (known && known->confirmed_at) throw Error(ErrorCode::conflict, "second_factor_exists");
  const store::SecondFactor factor{random_secret(), now, std::nullopt, 0};
  store::save(writer, actor.agency, actor.user, factor);
  writer.record(actor, "second_factor_begun", "user", actor.user.value(), "", "", now);
  writer.commit();
  const auto secret = base32(factor.secret);
  return {secret,
          "otpauth://totp/" + encoded("Tiến Độ") + ':' + encoded(who.user.name) + "?secret=" + secret + "&issuer=" + encoded("Tiến Độ")};
}

std::vector<std::string> confirm_second_factor(store::Store& store, const SignedIn& who, std::string_view code, Instant now) {
  const auto actor = who.actor();
  auto writer = store.begin();
  auto factor = store::find_second_factor(writer, actor.agency, actor.user);
  if (!factor) throw Error(ErrorCode::conflict, "second_factor_missing");
  if (factor->confirmed_at) throw Error(ErrorCode::conflict, "second_factor_exists");
  const auto step = find_step(factor->secret, plain_code(code), factor->last_step, now);
  if (!step) throw Error(ErrorCode::invalid, "code_wrong");
  factor->confirmed_at = now;
  factor->last_step = *step;
  store::save(writer, actor.agency, actor.user, *factor);
  const auto codes = hand_out_codes(writer, actor);
  writer.record(actor, "second_factor_added", "user", actor.user.value(), "", "", now);
  writer.commit();
  return codes;
}

std::vector<std::string> renew_recovery_codes(store::Store& store, const SignedIn& who, std::string_view code, Instant now) {
  const auto actor = who.actor();
  auto writer = store.begin();
  confirmed_factor(writer, actor);
  expect_code(writer, actor, code, now);
  const auto codes = hand_out_codes(writer, actor);
  writer.record(actor, "recovery_codes_renewed", "user", actor.user.value(), "", "", now);
  writer.commit();
  return codes;
}

void remove_second_factor(store::Store& store, const SignedIn& who, std::string_view code, Instant now) {
  const auto actor = who.actor();
  auto writer = store.begin();
  confirmed_factor(writer, actor);
  if (store::account_rules(writer, actor.agency).wants_second_factor(who.user.role))
    throw Error(ErrorCode::conflict, "second_factor_required");
  expect_code(writer, actor, code, now);
  store::remove_second_factor(writer, actor.agency, actor.user);
  writer.record(actor, "second_factor_removed", "user", actor.user.value(), "", "", now);
  writer.commit();
}

bool take_code(store::Writer& writer, const domain::Actor& actor, std::string_view code, Instant now) {
  auto factor = store::find_second_factor(writer, actor.agency, actor.user);
  if (!factor || !factor->confirmed_at) return false;
  if (const auto step = find_step(factor->secret, plain_code(code), factor->last_step, now)) {
    factor->last_step = *step;
    store::save(writer, actor.agency, actor.user, *factor);
    return true;
  }
  if (!store::take_recovery_code(writer, actor.agency, actor.user, hash_of_code(code))) return false;
  writer.record(actor, "recovery_code_used", "user", actor.user.value(), "", "", now);
  return true;
}

}  // namespace tiendo::actions

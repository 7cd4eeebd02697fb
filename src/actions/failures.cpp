#include "actions/failures.h"

namespace tiendo::actions {

bool is_locked(const domain::User& user, Instant now) {
  return user.locked_until && now < *user.locked_until;
}

void note_failure(store::Writer& writer, const domain::Actor& actor, domain::User user, Instant now) {
  const auto rules = store::account_rules(writer, actor.agency);
  ++user.failures;
  const bool is_full = user.failures >= rules.most_failures;
  if (is_full) {
    user.locked_until = now + std::chrono::hours(rules.lock_hours);
    user.failures = 0;
  }
  store::save_signing(writer, user);
  writer.record(actor, "sign_in_failed", "user", user.id.value(), "", "", now);
  if (is_full) writer.record(actor, "user_locked", "user", user.id.value(), "", "", now);
  writer.commit();
}

}  // namespace tiendo::actions

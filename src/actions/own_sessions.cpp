#include "actions/own_sessions.h"

#include <algorithm>

#include "base/error.h"
#include "base/hash.h"

namespace tiendo::actions {

void end_own_session(store::Store& store, const SignedIn& who, std::string_view session, Instant now) {
  const auto actor = who.actor();
  auto writer = store.begin();
  const auto own = store::sessions_of(writer, actor.agency, actor.user, now);
  if (std::ranges::find(own, session, &store::Session::token_hash) == own.end()) throw Error(ErrorCode::not_found, "session_not_found");
  writer.remove_session(actor.agency, session);
  writer.record(actor, "session_ended", "user", actor.user.value(), "", "", now);
  writer.commit();
}

int end_other_sessions(store::Store& store, const SignedIn& who, Instant now) {
  const auto actor = who.actor();
  const auto here = sha256(who.token);
  auto writer = store.begin();
  int ended = 0;
  for (const auto& session : store::sessions_of(writer, actor.agency, actor.user, now)) {
    if (session.token_hash == here) continue;
    writer.remove_session(actor.agency, session.token_hash);
    ++ended;
  }
  if (ended == 0) return 0;
  writer.record(actor, "sessions_ended", "user", actor.user.value(), "", "", now);
  writer.commit();
  return ended;
}

}  // namespace tiendo::actions

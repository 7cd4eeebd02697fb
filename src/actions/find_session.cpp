#include "actions/find_session.h"

#include <algorithm>

#include "base/hash.h"

namespace tiendo::actions {
namespace {

constexpr std::chrono::minutes between_notes{1};

void keep_awake(store::Store& store, store::Session session, domain::Role role, Instant now) {
  session.last_seen_at = now;
  session.expires_at = std::min<Instant>(now + idle_of(role), session.created_at + session_most);
  auto writer = store.begin();
  writer.save(session);
  writer.commit();
}

}  // namespace

std::optional<domain::AgencyId> agency_of_token(std::string_view token) {
  return domain::AgencyId::find(token.substr(0, token.find('.')));
}

std::optional<SignedIn> find_session(store::Store& store, std::string_view token, Instant now) {
  const auto agency = agency_of_token(token);
  if (!agency) return std::nullopt;
  std::optional<store::Session> session;
  std::optional<SignedIn> found;
  {
    const auto reader = store.read();
    session = reader.find_session(*agency, sha256(token));
    if (!session || session->expires_at <= now) return std::nullopt;
    const auto user = reader.find_user(*agency, session->user);
    const auto its_agency = reader.find_agency(*agency);
    if (!user || !its_agency || user->disabled_at) return std::nullopt;
    found = SignedIn{*user, *its_agency, std::string(token), session->csrf};
  }
  if (now - session->last_seen_at >= between_notes) keep_awake(store, *session, found->user.role, now);
  return found;
}

}  // namespace tiendo::actions

#include "actions/find_session.h"

#include <algorithm>

#include "base/hash.h"
#include "store/access_keys.h"

namespace tiendo::actions {
namespace {

constexpr std::chrono::minutes between_notes{1};

void keep_awake(store::Store& store, store::Session session, const domain::AccountRules& rules, domain::Role role, Instant now) {
  session.last_seen_at = now;
  session.expires_at = std::min<Instant>(now + rules.idle_of(role), session.created_at + std::chrono::hours(rules.session_hours));
  auto writer = store.begin();
  writer.save(session);
  writer.commit();
}

// What is worked out for every request, without the joins of a whole account.
domain::Pending pending_of_session(const store::Reader& reader, const domain::User& user, const domain::AccountRules& rules, Instant now) {
  if (!user.must_change_password && !rules.wants_second_factor(user.role) && user.role != domain::Role::administrator)
    return domain::Pending::nothing;
  return pending_of(store::account(reader, user.agency, user.id), rules, now);
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
  domain::AccountRules rules;
  {
    const auto reader = store.read();
    session = reader.find_session(*agency, sha256(token));
    if (!session || session->expires_at <= now) return std::nullopt;
    const auto user = reader.find_user(*agency, session->user);
    const auto its_agency = reader.find_agency(*agency);
    if (!user || !its_agency || user->disabled_at) return std::nullopt;
    rules = store::account_rules(reader, *agency);
    if (now >= session->last_seen_at + rules.idle_of(user->role)) return std::nullopt;  // the rules have become stricter since
    found = SignedIn{*user, *its_agency, std::string(token), session->csrf, pending_of_session(reader, *user, rules, now), std::nullopt};
  }
  if (now - session->last_seen_at >= between_notes) keep_awake(store, *session, rules, found->user.role, now);
  return found;
}

std::optional<SignedIn> find_key_holder(store::Store& store, std::string_view key, Instant now) {
  const auto agency = agency_of_token(key);
  if (!agency) return std::nullopt;
  std::optional<domain::AccessKey> token;
  std::optional<SignedIn> found;
  {
    const auto reader = store.read();
    token = store::find_access_key(reader, *agency, sha256(key));
    if (!token || !token->is_good(now)) return std::nullopt;
    const auto account = store::account(reader, *agency, token->user);
    const auto rules = store::account_rules(reader, *agency);
    const auto its_agency = reader.find_agency(*agency);
    if (!its_agency || state_of(account, rules, now) != domain::AccountState::open) return std::nullopt;
    found = SignedIn{account, *its_agency, "", "", pending_of(account, rules, now), token->rights};
  }
  if (!token->last_used_at || now - *token->last_used_at >= between_notes) {
    auto writer = store.begin();
    store::say_used(writer, *agency, token->id, now);
    writer.commit();
  }
  return found;
}

}  // namespace tiendo::actions

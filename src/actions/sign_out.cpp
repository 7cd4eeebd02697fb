#include "actions/sign_out.h"

#include "actions/find_session.h"
#include "base/hash.h"

namespace tiendo::actions {

void sign_out(store::Store& store, std::string_view token, Instant now) {
  const auto signed_in = find_session(store, token, now);
  if (!signed_in) return;
  auto writer = store.begin();
  writer.remove_session(signed_in->agency.id, sha256(token));
  writer.record(signed_in->actor(), "signed_out", "user", signed_in->user.id.value(), "", "", now);
  writer.commit();
}

}  // namespace tiendo::actions

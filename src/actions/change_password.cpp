#include "actions/change_password.h"

#include "actions/add_user.h"
#include "actions/operator.h"
#include "base/error.h"
#include "base/password.h"

namespace tiendo::actions {

void change_password(store::Store& store, std::string_view name, std::string_view password, Instant now) {
  check_password(password);
  const std::string hash = password_hash(password);
  auto writer = store.begin();
  const auto known = writer.find_credentials(name);
  if (!known) throw Error(ErrorCode::not_found, "user_not_found", {std::string(name)});
  writer.save_password(known->user.agency, known->user.id, hash);
  writer.record(the_operator(known->user.agency), "password_changed", "user", known->user.id.value(), "", "", now);
  writer.commit();
}

}  // namespace tiendo::actions

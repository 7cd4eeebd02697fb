#include "actions/change_password.h"

#include "actions/add_user.h"
#include "actions/operator.h"
#include "base/error.h"
#include "base/password.h"
#include "store/accounts.h"

namespace tiendo::actions {

void change_password(store::Store& store, std::string_view name, std::string_view password, Instant now, bool must_change_password) {
  check_first_password(password);
  const std::string hash = password_hash(password);
  auto writer = store.begin();
  const auto known = writer.find_credentials(name);
  if (!known) throw Error(ErrorCode::not_found, "user_not_found", {std::string(name)});
  const auto agency = known->user.agency;
  store::change_password(writer, agency, known->user.id, hash, store::account_rules(writer, agency).passwords_remembered, now);
  auto user = *writer.find_user(agency, known->user.id);
  user.must_change_password = must_change_password;
  writer.save(user);
  store::remove_invitation(writer, agency, user.id);
  writer.record(the_operator(agency), "password_changed", "user", user.id.value(), "", "", now);
  writer.commit();
}

}  // namespace tiendo::actions

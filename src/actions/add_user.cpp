#include "actions/add_user.h"

#include "actions/operator.h"
#include "base/error.h"
#include "base/password.h"
#include "base/text.h"
#include "store/accounts.h"

namespace tiendo::actions {

void check_first_password(std::string_view password) {
  if (code_points(password) < shortest_first_password) {
    throw Error(ErrorCode::invalid, "password_short", {std::to_string(shortest_first_password)});
  }
  if (password.size() > longest_password) throw Error(ErrorCode::invalid, "password_long");
}

domain::User add_user(store::Store& store, domain::AgencyId agency, const NewUser& form, Instant now) {
  domain::User user{domain::UserId::make(now), agency, collapse_blanks(nfc(form.name)), collapse_blanks(nfc(form.full_name)), 1};
  user.role = form.role;
  user.unit = form.unit;
  user.person = form.person;
  user.must_change_password = form.must_change_password;
  if (user.name.empty()) throw Error(ErrorCode::invalid, "name_missing");
  check_first_password(form.password);
  const std::string hash = password_hash(form.password);
  auto writer = store.begin();
  if (writer.find_credentials(user.name)) throw Error(ErrorCode::conflict, "user_exists", {user.name});
  writer.add(user, hash, now);
  store::open_account(writer, agency, user.id, now);
  writer.record(the_operator(agency), "user_added", "user", user.id.value(), "", "", now);
  writer.commit();
  return user;
}

}  // namespace tiendo::actions

// The accounts of the agency and the rules for them, for the administrator.
#include "actions/keep_accounts.h"
#include "http/account_json.h"
#include "http/form.h"
#include "http/handlers.h"
#include "http/rules_json.h"
#include "store/access_keys.h"

namespace tiendo::http {
namespace {

using domain::Account;
using domain::UserId;

UserId user_in(const Request& request) {
  return UserId::parse(request.path_value("account"));
}

template <class Id>
std::optional<Id> id_or_null(const boost::json::object& form, std::string_view name) {
  const auto* value = find_member(form, name);
  if (!value) refuse_value(name);
  return value->is_null() ? std::nullopt : std::optional(Id::parse(text_of(*value, name)));
}

actions::AccountForm account_form(const boost::json::object& form) {
  const auto role = domain::find_role(text_member(form, "role"));
  if (!role) refuse_value("role");
  return {text_member(form, "full_name"), *role, id_or_null<domain::UnitId>(form, "unit"), id_or_null<domain::PersonId>(form, "leader")};
}

Response account_response(Context& context, const Account& account) {
  JsonWriter json;
  json.begin_object();
  write_account_members(json, account, store::account_rules(context.store.read(), context.agency()), context.now);
  json.end_object();
  auto response = json_response(json.take());
  response.etag(account.version);
  return response;
}

Response invited_response(Context& context, const actions::Invited& invited, int status) {
  JsonWriter json;
  json.begin_object();
  write_account_members(json, invited.account, store::account_rules(context.store.read(), context.agency()), context.now);
  json.member("code", invited.code);
  json.end_object();
  auto response = json_response(json.take(), status);
  response.etag(invited.account.version);
  return response;
}

template <class Item>
void write_choices(JsonWriter& json, std::string_view name, const std::vector<Item>& items) {
  json.key(name);
  json.begin_array();
  for (const auto& [id, text] : items) {
    json.begin_object();
    json.member("id", id.text());
    json.member("name", text);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

Response list_accounts(const Request&, Context& context) {
  const auto reader = context.store.read();
  const auto rules = store::account_rules(reader, context.agency());
  JsonWriter json;
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const auto& account : store::accounts(reader, context.agency())) {
    json.begin_object();
    write_account_members(json, account, rules, context.now);
    json.end_object();
  }
  json.end_array();
  const auto names = reader.names(context.agency());
  std::vector<std::pair<domain::UnitId, std::string>> units;
  for (const auto& unit : names->units)
    if (!unit.successor) units.emplace_back(unit.id, unit.name);
  std::vector<std::pair<domain::PersonId, std::string>> leaders;
  for (const auto& person : names->leaders) leaders.emplace_back(person.id, person.full_name);
  write_choices(json, "units", units);
  write_choices(json, "leaders", leaders);
  json.end_object();
  return json_response(json.take());
}

Response create_account(const Request& request, Context& context) {
  const auto form = json_body(request);
  const auto invited =
      actions::invite_account(context.store, context.who().actor(), text_member(form, "name"), account_form(form), context.now);
  return invited_response(context, invited, 201);
}

Response put_account(const Request& request, Context& context) {
  const auto version = version_wanted(request);
  return account_response(context, actions::edit_account(context.store, context.who().actor(), user_in(request), version,
                                                         account_form(json_body(request)), context.now));
}

Response create_invitation(const Request& request, Context& context) {
  return invited_response(context, actions::reset_password(context.store, context.who().actor(), user_in(request), context.now), 201);
}

Response disable_account(const Request& request, Context& context) {
  return account_response(context, actions::disable_account(context.store, context.who().actor(), user_in(request), context.now));
}

Response enable_account(const Request& request, Context& context) {
  return account_response(context, actions::open_account(context.store, context.who().actor(), user_in(request), context.now));
}

Response unlock_account(const Request& request, Context& context) {
  return account_response(context, actions::unlock_account(context.store, context.who().actor(), user_in(request), context.now));
}

Response end_account_sessions(const Request& request, Context& context) {
  actions::end_sessions(context.store, context.who().actor(), user_in(request), context.now);
  return no_content();
}

Response remove_account_second_factor(const Request& request, Context& context) {
  actions::remove_second_factor_of(context.store, context.who().actor(), user_in(request), context.now);
  return no_content();
}

Response show_account_rules(const Request&, Context& context) {
  return rules_response(store::account_rules(context.store.read(), context.agency()));
}

Response put_account_rules(const Request& request, Context& context) {
  const auto rules = rules_wanted(request, store::account_rules(context.store.read(), context.agency()));
  return rules_response(actions::save_account_rules(context.store, context.who().actor(), rules, context.now));
}

}  // namespace tiendo::http

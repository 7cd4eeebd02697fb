#include "http/account_json.h"

namespace tiendo::http {

void write_or_null(JsonWriter& json, std::string_view name, const std::optional<Instant>& at) {
  json.key(name);
  at ? json.value(iso(*at)) : json.value(nullptr);
}

void write_account_members(JsonWriter& json, const domain::Account& account, const domain::AccountRules& rules, Instant now) {
  json.member("id", account.id.text());
  json.member("name", account.name);
  json.member("full_name", account.full_name);
  json.member("role", name_of(account.role));
  account.unit ? json.member("unit", account.unit->text()) : json.member("unit", nullptr);
  account.person ? json.member("leader", account.person->text()) : json.member("leader", nullptr);
  json.member("state", name_of(state_of(account, rules, now)));
  json.member("must_change_password", account.must_change_password);
  json.member("has_second_factor", account.has_second_factor);
  json.member("sessions", account.sessions);
  write_or_null(json, "created_at", account.created_at);
  write_or_null(json, "opened_at", account.opened_at);
  write_or_null(json, "invited_until", account.invited_until);
  write_or_null(json, "locked_until", account.locked_until);
  write_or_null(json, "disabled_at", account.disabled_at);
  write_or_null(json, "signed_in_at", account.signed_in_at);
  json.member("version", account.version);
}

void write_access_key_members(JsonWriter& json, const domain::AccessKey& token, Instant now) {
  json.member("id", token.id.text());
  json.member("name", token.name);
  json.key("rights");
  json.begin_array();
  for (const auto right : token.rights) json.value(name_of(right));
  json.end_array();
  write_or_null(json, "created_at", token.created_at);
  write_or_null(json, "expires_at", token.expires_at);
  write_or_null(json, "last_used_at", token.last_used_at);
  write_or_null(json, "revoked_at", token.revoked_at);
  json.member("is_good", token.is_good(now));
}

}  // namespace tiendo::http

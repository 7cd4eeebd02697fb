// Accounts, sessions and keys as JSON.
#pragma once

#include "base/json_writer.h"
#include "domain/access_key.h"
#include "domain/account.h"

namespace tiendo::http {

void write_or_null(JsonWriter& json, std::string_view name, const std::optional<Instant>& at);

// Inside an object that the caller begins and ends.
void write_account_members(JsonWriter& json, const domain::Account& account, const domain::AccountRules& rules, Instant now);
void write_access_key_members(JsonWriter& json, const domain::AccessKey& token, Instant now);

}  // namespace tiendo::http

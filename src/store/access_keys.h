// Keys with which other programs act for an account.
#pragma once

#include "domain/access_key.h"
#include "store/store.h"

namespace tiendo::store {

std::vector<AccessKey> access_keys(const Reader& reader, AgencyId agency);  // newest first; also those that ended
std::vector<AccessKey> access_keys_of(const Reader& reader, AgencyId agency, UserId user);
std::optional<AccessKey> find_access_key(const Reader& reader, AgencyId agency, std::string_view key_hash);
void add(Writer& writer, AgencyId agency, const AccessKey& key, std::string_view key_hash);
void say_used(Writer& writer, AgencyId agency, AccessKeyId key, Instant now);
void revoke(Writer& writer, AgencyId agency, AccessKeyId key, Instant now);

}  // namespace tiendo::store

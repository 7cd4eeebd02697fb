// The authenticators of accounts, and the codes for when one is lost.
#pragma once

#include "store/store.h"

namespace tiendo::store {

struct SecondFactor {
  std::string secret;
  Instant made_at{};
  std::optional<Instant> confirmed_at;
  std::int64_t last_step = 0;
};

std::optional<SecondFactor> find_second_factor(const Reader& reader, AgencyId agency, UserId user);
void save(Writer& writer, AgencyId agency, UserId user, const SecondFactor& factor);
void remove_second_factor(Writer& writer, AgencyId agency, UserId user);  // with its recovery codes

int recovery_codes_left(const Reader& reader, AgencyId agency, UserId user);
void save_recovery_codes(Writer& writer, AgencyId agency, UserId user, const std::vector<std::string>& hashes);  // in place of earlier ones
bool take_recovery_code(Writer& writer, AgencyId agency, UserId user, std::string_view hash);                    // false where it is none

}  // namespace tiendo::store

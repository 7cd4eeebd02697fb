// Codes of an authenticator on a telephone: RFC 6238 over RFC 4226, HMAC-SHA-1, a new one every 30 seconds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace tiendo {

inline constexpr std::chrono::seconds one_time_step{30};
inline constexpr int one_time_digits = 6;
inline constexpr std::size_t one_time_secret_bytes = 20;

std::int64_t step_at(Instant now);
std::string one_time_code(std::string_view secret, std::int64_t step, int digits = one_time_digits);

// The step whose code this is: the present one, or one beside it where a clock is off; later than `last_step`, so that none is taken twice.
std::optional<std::int64_t> find_step(std::string_view secret, std::string_view code, std::int64_t last_step, Instant now);

std::string random_secret();                 // `one_time_secret_bytes` bytes
std::string base32(std::string_view bytes);  // RFC 4648 without padding, as authenticators take it

}  // namespace tiendo

#include "base/one_time_code.h"

#include <array>

#include <fmt/format.h>
#include <nettle/hmac.h>
#include <sodium.h>

#include "base/equal.h"

namespace tiendo {
namespace {

std::array<std::uint8_t, SHA1_DIGEST_SIZE> hmac_sha1(std::string_view key, std::string_view message) {
  hmac_sha1_ctx context;
  hmac_sha1_set_key(&context, key.size(), reinterpret_cast<const std::uint8_t*>(key.data()));
  hmac_sha1_update(&context, message.size(), reinterpret_cast<const std::uint8_t*>(message.data()));
  std::array<std::uint8_t, SHA1_DIGEST_SIZE> digest{};
  hmac_sha1_digest(&context, digest.size(), digest.data());
  return digest;
}

}  // namespace

std::int64_t step_at(Instant now) {
  return std::chrono::floor<std::chrono::seconds>(now).time_since_epoch() / one_time_step;
}

// RFC 4226, 5.3: 31 bits from the place that the last four bits of the digest name.
std::string one_time_code(std::string_view secret, std::int64_t step, int digits) {
  std::string counter(8, '\0');
  for (int at = 7; at >= 0; --at, step >>= 8) counter[static_cast<std::size_t>(at)] = static_cast<char>(step & 0xFF);
  const auto digest = hmac_sha1(secret, counter);
  const std::size_t at = digest.back() & 0x0F;
  const std::uint32_t number =
      (digest[at] & 0x7Fu) << 24 | std::uint32_t{digest[at + 1]} << 16 | std::uint32_t{digest[at + 2]} << 8 | digest[at + 3];
  std::uint32_t bound = 1;
  for (int i = 0; i < digits; ++i) bound *= 10;
  return fmt::format("{:0{}}", number % bound, digits);
}

std::optional<std::int64_t> find_step(std::string_view secret, std::string_view code, std::int64_t last_step, Instant now) {
  const auto present = step_at(now);
  for (const auto step : {present, present - 1, present + 1}) {
    if (step > last_step && equal_in_constant_time(one_time_code(secret, step), code)) return step;
  }
  return std::nullopt;
}

std::string random_secret() {
  std::string bytes(one_time_secret_bytes, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

std::string base32(std::string_view bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string text;
  std::uint32_t bits = 0;
  int held = 0;
  for (const char byte : bytes) {
    bits = bits << 8 | static_cast<unsigned char>(byte);
    for (held += 8; held >= 5; held -= 5) text += letters[bits >> (held - 5) & 31];
    bits &= (1u << held) - 1;
  }
  if (held > 0) text += letters[bits << (5 - held) & 31];
  return text;
}

}  // namespace tiendo

#include "base/id.h"

#include <mutex>

#include "base/error.h"

namespace tiendo {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t id_letters = 13;
constexpr std::int64_t epoch_ms = 1577836800000;  // 2020-01-01T00:00:00Z
constexpr int node_bits = 10;
constexpr int counter_bits = 12;

int digit_of(char letter) {
  if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  const auto at = alphabet.find(letter);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

}  // namespace

std::string id_text(std::int64_t value) {
  std::string text(id_letters, '0');
  auto rest = static_cast<std::uint64_t>(value);
  for (std::size_t i = id_letters; i-- > 0; rest >>= 5) text[i] = alphabet[rest & 31];
  return text;
}

std::optional<std::int64_t> find_id(std::string_view text) {
  if (text.size() != id_letters) return std::nullopt;
  if (digit_of(text[0]) > 7) return std::nullopt;  // more than 63 bits
  std::uint64_t value = 0;
  for (const char letter : text) {
    const int digit = digit_of(letter);
    if (digit < 0) return std::nullopt;
    value = (value << 5) | static_cast<std::uint64_t>(digit);
  }
  return static_cast<std::int64_t>(value);
}

std::int64_t least_id(Instant instant) {
  return (instant.time_since_epoch().count() - epoch_ms) << (node_bits + counter_bits);
}

Instant made_at(std::int64_t id) {
  return Instant{std::chrono::milliseconds{(id >> (node_bits + counter_bits)) + epoch_ms}};
}

std::int64_t next_id(Instant now) {
  static std::mutex mutex;
  static std::int64_t last = 0;
  const std::lock_guard lock(mutex);
  last = std::max(least_id(now), last + 1);
  return last;
}

void throw_bad_id(std::string_view text) {
  throw Error(ErrorCode::invalid, "bad_id", {std::string(text.substr(0, 40))});
}

}  // namespace tiendo

#include "base/password.h"

#include <array>
#include <semaphore>

#include <sodium.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/error.h"

namespace tiendo {
namespace {

constexpr std::size_t memory_bytes = 32u << 20;
constexpr unsigned long long rounds = 3;
std::counting_semaphore<2> at_once(2);

class Turn {
 public:
  Turn() { at_once.acquire(); }
  ~Turn() { at_once.release(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
};

void begin_sodium() {
  if (sodium_init() < 0) throw Error(ErrorCode::internal, "internal", {}, "sodium_init");
}

}  // namespace

std::string password_hash(std::string_view password) {
  begin_sodium();
  const Turn turn;
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), rounds, memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw Error(ErrorCode::internal, "internal", {}, "no memory for Argon2id");
  }
  return hash.data();
}

bool is_password(std::string_view password, const std::string& hash) {
  begin_sodium();
  const Turn turn;
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

int character_kinds(std::string_view text) {
  bool has_small = false, has_capital = false, has_digit = false, has_other = false;
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 letter = 0;
    U8_NEXT(text.data(), at, size, letter);
    if (u_islower(letter))
      has_small = true;
    else if (u_isupper(letter))
      has_capital = true;
    else if (u_isdigit(letter))
      has_digit = true;
    else
      has_other = true;
  }
  return has_small + has_capital + has_digit + has_other;
}

std::string random_token() {
  begin_sodium();
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::array<char, sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING)> text{};
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return text.data();
}

std::string random_password() {
  begin_sodium();
  constexpr std::string_view letters = "23456789abcdefghjkmnpqrstuvwxyz";
  std::string password;
  for (int at = 0; at < 16; ++at) {
    if (at > 0 && at % 4 == 0) password += '-';
    password += letters[randombytes_uniform(static_cast<std::uint32_t>(letters.size()))];
  }
  return password;
}

}  // namespace tiendo

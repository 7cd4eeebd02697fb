// SHA-256 of bytes, alone or under a key, and bytes as text, in lower-case hexadecimal; base64.
#pragma once

#include <string>
#include <string_view>

namespace tiendo {

std::string sha256(std::string_view bytes);
std::string hex(std::string_view bytes);
std::string hmac_sha256(std::string_view key, std::string_view message);  // RFC 2104
std::string base64(std::string_view bytes);                               // RFC 4648, with padding

}  // namespace tiendo

// SHA-256 of bytes, and bytes as text, both in lower-case hexadecimal.
#pragma once

#include <string>
#include <string_view>

namespace tiendo {

std::string sha256(std::string_view bytes);
std::string hex(std::string_view bytes);

}  // namespace tiendo

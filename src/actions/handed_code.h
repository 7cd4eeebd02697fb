// Codes that are handed over on paper or by telephone: 79 random bits, typed with or without the dashes.
#pragma once

#include <string>
#include <string_view>

#include "base/hash.h"
#include "base/password.h"

namespace tiendo::actions {

inline std::string new_code() {
  return random_password();
}

// As it was typed, without dashes, blanks and capitals.
inline std::string plain_code(std::string_view typed) {
  std::string code;
  for (const char c : typed) {
    if (c >= 'A' && c <= 'Z')
      code += static_cast<char>(c - 'A' + 'a');
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      code += c;
  }
  return code;
}

inline std::string hash_of_code(std::string_view typed) {
  return sha256(plain_code(typed));
}

}  // namespace tiendo::actions

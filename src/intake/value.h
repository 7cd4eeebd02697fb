// One number for the text of a cell, blind to case and blanks: cells that repeat are recognised by it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/text.h"

namespace tiendo::intake {

inline constexpr std::uint64_t value_base = 0x9E3779B97F4A7C15ull;

inline std::uint64_t value_of_word(std::string_view word) {
  return std::hash<std::string>{}(marked_key(word)) | 1;
}

inline std::uint64_t value_of(std::string_view text) {
  std::uint64_t out = 0;
  for (const auto& word : words(text)) out = out * value_base + value_of_word(word);
  return out;
}

}  // namespace tiendo::intake

// Latin letters without marks, as the names of elements, members and endings are written: capitals and small ones alike.
#pragma once

#include <algorithm>
#include <string_view>

namespace tiendo::formats {

constexpr char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
}

// `start` and `ending` are given in small letters.
constexpr bool begins(std::string_view text, std::string_view start) {
  return text.size() >= start.size() && std::ranges::equal(text.substr(0, start.size()), start, {}, lower);
}
constexpr bool ends(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && std::ranges::equal(text.substr(text.size() - ending.size()), ending, {}, lower);
}

}  // namespace tiendo::formats

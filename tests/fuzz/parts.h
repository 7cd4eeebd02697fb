// One input of a fuzzer as the parts of a document: the fuzzer changes XML, not the zip around it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../formats/zip_builder.h"

namespace tiendo::fuzz {

inline std::vector<std::string> parts(std::string_view bytes, std::size_t count) {
  std::vector<std::string> out(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto end = i + 1 < count ? std::min(bytes.find('\0'), bytes.size()) : bytes.size();
    out[i] = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return out;
}

}  // namespace tiendo::fuzz

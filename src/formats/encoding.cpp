#include "formats/encoding.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "formats/old_encoding.h"
#include "formats/text.h"

namespace tiendo::formats {
namespace {

void append(std::string& out, char32_t letter) {
  if (letter < 0x80) {
    out += static_cast<char>(letter);
    return;
  }
  const int more = letter < 0x800 ? 1 : letter < 0x10000 ? 2 : 3;
  constexpr unsigned char heads[] = {0, 0xC0, 0xE0, 0xF0};
  out += static_cast<char>(heads[more] | (letter >> (6 * more)));
  for (int at = more - 1; at >= 0; --at) out += static_cast<char>(0x80 | ((letter >> (6 * at)) & 0x3F));
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  std::string out;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t letter = unit(at);
    if (letter >= 0xD800 && letter < 0xDC00 && at + 3 < bytes.size() && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
      letter = 0x10000 + ((letter - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
      at += 2;
    }
    append(out, letter >= 0xD800 && letter < 0xE000 ? U'\uFFFD' : letter);
  }
  return out;
}

// Zero bytes, or more than one control sign in a hundred: a program, a picture, a damaged file.
bool is_binary(std::string_view bytes) {
  constexpr std::size_t looked_at = 64 * 1024;
  const auto beginning = bytes.substr(0, looked_at);
  const auto is_control = [](char sign) {
    return static_cast<unsigned char>(sign) < 0x20 && std::string_view("\t\n\r\f\v").find(sign) == std::string_view::npos;
  };
  const auto controls = static_cast<std::size_t>(std::ranges::count_if(beginning, is_control));
  return beginning.find('\0') != std::string_view::npos || controls * 100 > beginning.size();
}

}  // namespace

std::string utf8_text(std::string_view bytes) {
  if (bytes.size() > most_text_bytes) throw Error(ErrorCode::invalid, "text_too_large");
  if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), false);
  if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), true);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (is_binary(bytes)) throw Error(ErrorCode::invalid, "file_not_text");
  if (is_utf8(bytes)) return std::string(bytes);
  auto old = latin1_as_utf8(bytes);
  if (!find_old_encoding(old)) throw Error(ErrorCode::invalid, "text_not_utf8");
  return old;
}

}  // namespace tiendo::formats

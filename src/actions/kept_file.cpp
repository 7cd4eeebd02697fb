#include "actions/kept_file.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"

namespace tiendo::actions {
namespace {

constexpr auto known_beginnings = std::to_array<std::string_view>({"%PDF-", "PK\x03\x04", "\xD0\xCF\x11\xE0", "\x89PNG", "\xFF\xD8\xFF"});
constexpr std::size_t longest_file_name = 255;  // bytes

}  // namespace

void expect_kept_kind(std::string_view bytes) {
  if (bytes.size() > most_evidence_bytes)
    throw Error(ErrorCode::invalid, "evidence_too_large", {std::to_string(most_evidence_bytes >> 20)});
  const bool is_known = std::ranges::any_of(known_beginnings, [&](std::string_view beginning) { return bytes.starts_with(beginning); });
  if (!is_known) throw Error(ErrorCode::invalid, "evidence_kind");
}

std::string tidied_file_name(std::string_view name) {
  std::string tidied = collapse_blanks(nfc(name));
  while (tidied.size() > longest_file_name || !is_utf8(tidied)) tidied.pop_back();
  return tidied;
}

}  // namespace tiendo::actions

#include "actions/kept_file.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"

namespace tiendo::actions {
namespace {

enum class FileKind { pdf, office, picture };

constexpr auto known_beginnings = std::to_array<std::pair<std::string_view, FileKind>>({{"%PDF-", FileKind::pdf},
                                                                                        {"PK\x03\x04", FileKind::office},
                                                                                        {"\xD0\xCF\x11\xE0", FileKind::office},
                                                                                        {"\x89PNG", FileKind::picture},
                                                                                        {"\xFF\xD8\xFF", FileKind::picture}});
constexpr std::size_t longest_file_name = 255;  // bytes

bool is_kept(FileKind kind, const domain::WorkSettings& settings) {
  if (kind == FileKind::office) return settings.evidence_office_files == 1;
  return kind == FileKind::pdf || settings.evidence_pictures == 1;
}

}  // namespace

void expect_kept_kind(std::string_view bytes, const domain::WorkSettings& settings) {
  const auto most = static_cast<std::size_t>(settings.evidence_megabytes);
  if (bytes.size() > most << 20) throw Error(ErrorCode::invalid, "evidence_too_large", {std::to_string(most)});
  const auto kind = std::ranges::find_if(known_beginnings, [&](const auto& each) { return bytes.starts_with(each.first); });
  if (kind == known_beginnings.end() || !is_kept(kind->second, settings)) throw Error(ErrorCode::invalid, "evidence_kind");
}

std::string tidied_file_name(std::string_view name) {
  std::string tidied = collapse_blanks(nfc(name));
  while (tidied.size() > longest_file_name || !is_utf8(tidied)) tidied.pop_back();
  return tidied;
}

}  // namespace tiendo::actions

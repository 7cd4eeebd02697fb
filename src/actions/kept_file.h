// Files that people hand in: of which kinds and sizes they are kept.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "domain/work_settings.h"

namespace tiendo::actions {

inline constexpr std::size_t most_evidence_bytes = std::size_t{32} << 20;

// PDF, and Word, Excel and pictures where the agency takes them: told by how the content begins, whatever the name says.
// Throws invalid "evidence_kind", "evidence_too_large".
void expect_kept_kind(std::string_view bytes, const domain::WorkSettings& settings);

std::string tidied_file_name(std::string_view name);

}  // namespace tiendo::actions

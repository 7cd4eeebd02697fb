// A PDF -> Paper: cells from ruling lines, tables joined over pages.
#pragma once

#include <string_view>

#include "formats/paper.h"
#include "formats/progress.h"

namespace tiendo::formats {

inline constexpr std::size_t most_pdf_bytes = 64u << 20;
inline constexpr int most_pdf_pages = 500;
inline constexpr int most_pdf_seconds = 60;

// Throws invalid "pdf_too_large", "pdf_too_many_pages", "pdf_too_slow", "pdf_damaged", "document_encrypted".
// Pages without readable text are recognised as scans are (scan_reader.h), and named in a notice.
Paper read_pdf(std::string_view bytes, std::string_view name, const Progress& progress = {});

}  // namespace tiendo::formats

// A programme as a file: the formats that it leaves the house in.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "reports/annex.h"
#include "reports/programme_json.h"

namespace tiendo::reports {

struct ExportFormat {
  std::string_view name;  // "docx": also the ending of the file
  std::string_view content_type;
  std::string (*write)(const ProgrammeFile& file, const AnnexForm& form);
};

std::span<const ExportFormat> export_formats();
// Throws invalid "unknown_format".
const ExportFormat& export_format(std::string_view name);

}  // namespace tiendo::reports

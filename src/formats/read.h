// One door for documents of every kind: the content decides which reader takes them.
#pragma once

#include <string_view>

#include "formats/paper.h"
#include "formats/progress.h"

namespace tiendo::formats {

// Throws what the reader of the kind throws; "document_empty", "document_encrypted", "old_office_file", "unknown_package",
// "table_too_large".
Paper read_paper(std::string_view bytes, std::string_view name, const Progress& progress = {});

}  // namespace tiendo::formats

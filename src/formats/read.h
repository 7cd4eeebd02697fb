// One door for documents of every kind: the content decides which reader takes them.
#pragma once

#include <functional>
#include <string_view>

#include "formats/paper.h"

namespace tiendo::formats {

// Called with the pages done and the pages there are; false gives the reading up (the reader throws conflict "reading_cancelled").
using Progress = std::function<bool(int done, int total)>;

// Throws what the reader of the kind throws; "document_empty", "document_encrypted", "old_office_file", "unknown_package".
Paper read_paper(std::string_view bytes, std::string_view name, const Progress& progress = {});

}  // namespace tiendo::formats

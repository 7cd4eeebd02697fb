#include "formats/paper.h"

namespace tiendo::formats {

const char* name_of(PaperKind kind) {
  constexpr const char* names[] = {"text", "docx", "xlsx", "csv", "html", "pdf", "image"};
  return names[static_cast<int>(kind)];
}

}  // namespace tiendo::formats

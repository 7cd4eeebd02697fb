#include "formats/paper.h"

#include "base/error.h"

namespace tiendo::formats {
namespace {

std::int64_t area(int rows, int columns) {
  return std::int64_t{rows} * columns;
}

}  // namespace

const char* name_of(PaperKind kind) {
  constexpr const char* names[] = {"text", "docx", "xlsx", "csv", "html", "pdf", "image"};
  return names[static_cast<int>(kind)];
}

void refuse_huge_tables(const Paper& paper) {
  std::int64_t places = 0, covered = 0;
  for (const auto& block : paper.blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (!table) continue;
    places += area(table->rows, table->columns);
    for (const auto& cell : table->cells) covered += area(cell.row_span, cell.column_span);
    if (places > most_table_places || covered > most_table_places) throw Error(ErrorCode::invalid, "table_too_large");
  }
}

}  // namespace tiendo::formats

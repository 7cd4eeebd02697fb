#include "formats/csv_writer.h"

#include <vector>

namespace tiendo::formats {
namespace {

std::string text_of(const std::vector<SheetParagraph>& paragraphs) {
  std::string out;
  for (const auto& paragraph : paragraphs) {
    if (&paragraph != &paragraphs.front()) out += '\n';
    for (const auto& run : paragraph.runs) out += run.text;
  }
  return out;
}

std::string quoted(const std::string& value) {
  if (value.find_first_of(",;\t|\"\r\n") == std::string::npos) return value;
  std::string out = "\"";
  for (const char letter : value) {
    if (letter == '"') out += '"';
    out += letter;
  }
  return out + '"';
}

void append_table(std::string& out, const SheetTable& table) {
  std::vector<std::vector<std::string>> rows(static_cast<std::size_t>(table.rows), std::vector<std::string>(table.widths.size()));
  for (const auto& cell : table.cells)
    rows.at(static_cast<std::size_t>(cell.row)).at(static_cast<std::size_t>(cell.column)) = text_of(cell.paragraphs);
  for (const auto& row : rows) {
    for (std::size_t column = 0; column < row.size(); ++column) out += (column ? "," : "") + quoted(row[column]);
    out += "\r\n";
  }
}

}  // namespace

std::string write_csv(const Sheet& sheet) {
  std::string out = "\xEF\xBB\xBF";
  for (const auto& block : sheet.blocks) {
    if (const auto* paragraph = std::get_if<SheetParagraph>(&block)) out += quoted(text_of({*paragraph})) + "\r\n";
    if (const auto* table = std::get_if<SheetTable>(&block)) append_table(out, *table);
  }
  return out;
}

}  // namespace tiendo::formats

#include "reports/table_draft.h"

#include <numeric>

namespace tiendo::reports {

using formats::Align;
using formats::SheetParagraph;

SheetParagraph line(std::string text, Align align, bool bold, bool italic, double size) {
  SheetParagraph paragraph;
  paragraph.align = align;
  if (!text.empty()) paragraph.runs.push_back({std::move(text), bold, italic, size});
  return paragraph;
}

TableDraft::TableDraft(std::vector<Column> columns, double letters) : columns_(std::move(columns)) {
  table_.size = letters;
  table_.header_rows = 1;
  for (std::size_t at = 0; at < columns_.size(); ++at) add_cell(static_cast<int>(at), line(columns_[at].heading, Align::centre, true));
  for (auto& cell : table_.cells) cell.vertical = formats::VerticalAlign::middle;
  ++table_.rows;
}

void TableDraft::add_row(const std::vector<std::string>& cells, bool bold) {
  for (std::size_t at = 0; at < columns_.size() && at < cells.size(); ++at) {
    add_cell(static_cast<int>(at), line(cells[at], columns_[at].align, bold));
    table_.cells.back().is_number = columns_[at].is_number;
  }
  ++table_.rows;
}

void TableDraft::add_heading(const std::string& text, bool italic) {
  add_cell(0, line(text, Align::left, true, italic), static_cast<int>(columns_.size()));
  table_.kept_with_next.push_back(table_.rows++);
}

formats::SheetTable TableDraft::take(double width) {
  const double shares =
      std::accumulate(columns_.begin(), columns_.end(), 0.0, [](double sum, const Column& column) { return sum + column.width; });
  for (const auto& column : columns_) table_.widths.push_back(column.width * width / shares);
  return std::move(table_);
}

void TableDraft::add_cell(int column, SheetParagraph paragraph, int span) {
  formats::SheetCell cell;
  cell.row = table_.rows;
  cell.column = column;
  cell.column_span = span;
  cell.paragraphs.push_back(std::move(paragraph));
  table_.cells.push_back(std::move(cell));
}

}  // namespace tiendo::reports

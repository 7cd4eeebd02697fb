// A table of a sheet while it is written row by row.
#pragma once

#include <string>
#include <vector>

#include "formats/sheet.h"

namespace tiendo::reports {

formats::SheetParagraph line(std::string text, formats::Align align, bool bold = false, bool italic = false, double size = 0);

class TableDraft {
 public:
  struct Column {
    std::string heading;
    double width;  // share
    formats::Align align = formats::Align::left;
    bool is_number = false;
  };

  TableDraft(std::vector<Column> columns, double letters);

  void add_row(const std::vector<std::string>& cells, bool bold = false);
  // One text across the whole table; stays with the row below it.
  void add_heading(const std::string& text, bool italic = false);
  formats::SheetTable take(double width);

 private:
  void add_cell(int column, formats::SheetParagraph paragraph, int span = 1);

  std::vector<Column> columns_;
  formats::SheetTable table_;
};

}  // namespace tiendo::reports

// A document to be printed: the one value that the writers of DOCX, PDF and XLSX draw. No meaning, only its look.
// Lengths are millimetres, letters and spaces between paragraphs are points.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace tiendo::formats {

enum class Align { left, centre, right, justify };
enum class VerticalAlign { top, middle };

struct Run {
  std::string text;  // '\n' breaks the line inside the paragraph
  bool bold = false;
  bool italic = false;
  double size = 0;  // 0: the size of the table, or of the sheet
};

struct SheetParagraph {
  std::vector<Run> runs;
  Align align = Align::left;
  double space_before = 0, space_after = 0;
  double first_line = 0;        // indent, mm
  double line_spacing = 1;      // times the height of a line
  bool keep_with_next = false;  // stays on the page of what follows
  int heading = 0;              // 1..3: a heading for the outline; 0: none
  double rule = 0;              // length of a line below the text, in its middle, mm; 0: none
};

// The anchor of a cell, as in paper.h; positions that no anchor covers are drawn empty.
struct SheetCell {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
  std::vector<SheetParagraph> paragraphs;
  VerticalAlign vertical = VerticalAlign::top;
  bool is_number = false;  // its text is one, and a workbook may add it up
};

struct SheetTable {
  std::vector<double> widths;  // of the columns, mm; their sum is the width of the table
  int rows = 0;
  int header_rows = 0;  // repeated on every page
  double size = 0;      // letters; 0: the size of the sheet
  bool bordered = true;
  bool rows_may_break = false;      // a row stays whole unless it is higher than a page
  std::vector<int> kept_with_next;  // rows (headings, groups) that must not end a page
  std::vector<SheetCell> cells;     // by row, then column
};

struct PageBreak {
  std::string worksheet;  // in a workbook, the one that begins here; empty: none does
};

using SheetBlock = std::variant<SheetParagraph, SheetTable, PageBreak>;

struct PageNumbers {
  bool shown = true;
  bool on_first_page = false;  // Decree 30/2020: centred in the top margin, not on page 1
  double size = 13;
};

// The page of Decree 30/2020; A4 upright or across.
struct PageSetup {
  double width = 210, height = 297;
  double top = 20, bottom = 20, left = 30, right = 15;
  PageNumbers numbers;
  double text_width() const { return width - left - right; }
};

struct Sheet {
  std::string title;                     // for the properties of the file
  std::string author;                    // the agency
  std::string font = "Times New Roman";  // drawn with a face of the same widths where it is not installed
  double size = 13;
  std::string worksheet = "Phụ lục";  // in a workbook, the first one
  PageSetup page;
  std::vector<SheetBlock> blocks;
};

}  // namespace tiendo::formats

// A document as it lies on the desk: paragraphs and tables in reading order, with their places. No meaning yet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace tiendo::formats {

enum class PaperKind { text, docx, xlsx, csv, html, pdf, image };

// Points (1/72 inch), origin at the top left of the page.
struct Box {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

// Where something stands in the source. Counted from 0; -1 where it does not apply.
struct Place {
  int page = -1;           // PDF and scans
  int line = -1;           // text: line of the file
  int from = -1, to = -1;  // text: first and one past the last code point within the line
  int table = -1, row = -1, column = -1;
  std::string sheet;       // XLSX
  std::optional<Box> box;  // PDF and scans
};

struct Paragraph {
  std::string text;  // one line of a text file, or one paragraph; blanks kept as they stand
  Place place;
  double confidence = 1;      // of the recogniser, where there was one
  bool is_furniture = false;  // page number, running head
};

// The anchor of a cell; rows and columns that it covers beyond the first hold no cell of their own.
struct Cell {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
  std::string text;  // lines parted by '\n'
  double confidence = 1;
  Place place;
};

struct Table {
  int rows = 0, columns = 0;
  int header_rows = 0;      // said by the format (repeated header row); 0 where it says nothing
  std::vector<Cell> cells;  // by row, then column
  Place place;
};

using Block = std::variant<Paragraph, Table>;

// What a reader left aside or had to assume; `key` names a sentence "notice.<key>".
struct Notice {
  std::string key;
  std::vector<std::string> arguments;
  Place place;
};

struct Paper {
  std::string name;  // file name as given
  PaperKind kind = PaperKind::text;
  std::string sha256;  // of the bytes
  std::vector<Block> blocks;
  std::vector<Notice> notices;
  int pages = 0;
};

// Rows times columns, all tables of a paper together: whoever reads them keeps a place for each.
inline constexpr std::int64_t most_table_places = 10'000'000;

const char* name_of(PaperKind kind);

// Throws invalid "table_too_large". A few words in a file can claim a billion rows.
void refuse_huge_tables(const Paper& paper);

}  // namespace tiendo::formats

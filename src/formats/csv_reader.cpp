#include "formats/csv_reader.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/hash.h"
#include "base/text.h"
#include "formats/docx_reader.h"
#include "formats/encoding.h"
#include "formats/grid.h"

namespace tiendo::formats {
namespace {

using Record = std::vector<std::string>;

// RFC 4180; a quote inside an unquoted value is an ordinary letter. Calls visit(record, first line) until it gives false.
template <class Visit>
void each_record(std::string_view text, char separator, Visit visit) {
  Record record(1);
  bool quoted = false, closed = false;
  int line = 0, first_line = 0;
  const auto end_record = [&] {
    const bool goes_on = visit(record, first_line);
    record.assign(1, {});
    closed = false;
    return goes_on;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char letter = text[i];
    if (letter == '\n') ++line;
    if (quoted) {
      if (letter == '"' && i + 1 < text.size() && text[i + 1] == '"')
        record.back() += text[++i];
      else if (letter == '"')
        quoted = false, closed = true;
      else if (letter != '\r')
        record.back() += letter;
    } else if (letter == '"' && record.back().empty() && !closed) {
      quoted = true;
    } else if (letter == separator) {
      if (record.size() >= static_cast<std::size_t>(most_table_columns)) throw Error(ErrorCode::invalid, "table_too_large");
      record.emplace_back();
      closed = false;
    } else if (letter == '\n' || (letter == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) {
      if (!end_record()) return;
      first_line = line;
    } else if (letter != '\r') {
      record.back() += letter;
    }
  }
  if (record.size() > 1 || !record.front().empty()) end_record();
}

// How many of the first lines this separator parts alike, weighed with into how many values.
std::size_t worth(std::string_view text, char separator) {
  constexpr int most_looked_at = 200;
  std::map<std::size_t, std::size_t> lines_by_values;
  int seen = 0;
  try {
    each_record(text, separator, [&](const Record& record, int) {
      if (record.size() > 1) ++lines_by_values[record.size()];
      return ++seen < most_looked_at;
    });
  } catch (const Error&) {
    return 0;
  }
  std::size_t best = 0;
  for (const auto& [values, lines] : lines_by_values) best = std::max(best, lines * std::min<std::size_t>(values, 20));
  return best;
}

char separator_of(std::string_view text) {
  if (text.starts_with("sep=") && text.size() > 4) return text[4];  // Excel's own word
  char best = ',';
  std::size_t most = 0;
  for (const char separator : {'\t', ';', ',', '|'})
    if (const auto found = worth(text, separator); found > most) {
      most = found;
      best = separator;
    }
  return best;
}

}  // namespace

Paper read_csv(std::string_view bytes, std::string_view name) {
  const auto text = utf8_text(bytes);
  const char separator = separator_of(text);
  Paper paper;
  paper.name = name;
  paper.kind = PaperKind::csv;
  paper.sha256 = sha256(bytes);
  std::vector<Cell> cells;
  int row = 0;
  each_record(text, separator, [&](const Record& record, int line) {
    if (row >= most_table_rows || cells.size() > static_cast<std::size_t>(most_table_cells))
      throw Error(ErrorCode::invalid, "table_too_large");
    const bool is_separator_line = row == 0 && record.front().starts_with("sep=");
    for (std::size_t column = 0; column < record.size() && !is_separator_line; ++column) {
      Cell cell;
      cell.row = cell.place.row = row;
      cell.column = cell.place.column = static_cast<int>(column);
      cell.place.line = line;
      cell.text = nfc(record[column]);
      if (!cell.text.empty()) cells.push_back(std::move(cell));
    }
    ++row;
    return true;
  });
  append_grid(paper, std::move(cells), 0);
  return paper;
}

}  // namespace tiendo::formats

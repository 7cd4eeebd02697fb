#include "intake/table_programme.h"

#include <algorithm>
#include <cctype>
#include <variant>

#include "base/text.h"
#include "intake/attachment.h"
#include "intake/chain.h"
#include "intake/lines.h"
#include "intake/outline.h"
#include "intake/table_rows.h"

namespace tiendo::intake {
namespace {

using domain::Field;
using formats::Cell;
using formats::Paragraph;
using formats::Table;

bool begins_small(std::string_view text) {
  Lines lines;
  Paragraph paragraph;
  paragraph.text = text;
  lines.add(paragraph);
  return !lines.words.empty() && lines.spelling(0).shape == Shape::lower;
}

// "I", "II.", "A.": the number of a section, not of a task.
bool numbers_section(std::string_view text) {
  if (text.ends_with('.') || text.ends_with(')')) text.remove_suffix(1);
  return value_of_roman(text) > 0 || (text.size() == 1 && text[0] >= 'A' && text[0] <= 'H');
}

class Reader {
 public:
  Reader(const formats::Paper& paper, Intake& out) : paper_(paper), out_(out), outline_(out) {}

  bool read() {
    bool found = false;
    for (const auto& block : paper_.blocks) {
      if (const auto* paragraph = std::get_if<Paragraph>(&block))
        add(*paragraph, found);
      else
        found = add(std::get<Table>(block), found) || found;
    }
    return found;
  }

 private:
  void add(const Paragraph& paragraph, bool found) {
    const std::string text = text_of_cell(paragraph.text);
    if (text.empty()) return;
    Stretch stretch{text, paragraph.place};
    if (stretch.place.line >= 0 && stretch.place.from < 0) {
      stretch.place.from = 0;
      stretch.place.to = static_cast<int>(code_points(paragraph.text));
    }
    if (paragraph.is_furniture) {
      out_.furniture.push_back(std::move(stretch));
      return;
    }
    if (!found) {
      preamble_.push_back(text);
      out_.headings.push_back(std::move(stretch));
      return;
    }
    if (auto heading = find_heading(text)) {
      outline_.enter(*heading, stretch);
      has_last_ = false;
      return;
    }
    out_.unplaced.push_back(std::move(stretch));
  }

  bool add(const Table& table, bool found) {
    const Grid grid(table);
    auto header = find_table_header(grid, 0);
    const bool goes_on = !header && found && grid.columns() == static_cast<int>(columns_.size()) && grid.rows() > 0;
    if (!header && !goes_on) {
      leave(grid, found);
      return false;
    }
    int row = 0;
    if (header) {
      if (!found) read_preamble(grid, header->first);
      start(grid, *header, 0);
      row = header->end;
    }
    for (; row < grid.rows(); ++row) {
      if (auto next = repeats_header(grid, row, columns_) ? std::nullopt : find_new_header(grid, row)) {
        start(grid, *next, row);
        row = next->end - 1;
        continue;
      }
      read_row(grid, row);
    }
    return true;
  }

  // A second table below the first, within the same grid, with headers of its own.
  std::optional<TableHeader> find_new_header(const Grid& grid, int row) const {
    auto header = find_table_header(grid, row);
    if (!header || header->first != row || same(header->columns, columns_)) return std::nullopt;
    return header;
  }

  // A table that is none of tasks: letterhead before, signatures after.
  void leave(const Grid& grid, bool found) {
    for (const Cell& cell : grid.table().cells) {
      const std::string text = text_of_cell(cell.text);
      if (!text.empty()) (found ? out_.unplaced : out_.headings).push_back({text, cell.place});
    }
  }

  void start(const Grid& grid, const TableHeader& header, int from) {
    for (int row = from; row < header.end; ++row) {
      for (const auto* cell : grid.filled(row)) {
        if (cell->row == row) out_.headings.push_back({grid.text(row, cell->column), cell->place});
      }
    }
    columns_ = header.columns;
    Columns named;
    for (const Column& column : columns_) {
      if (!column.header.empty()) named.push_back(column);
    }
    outline_.set_columns(named);
    proposals_ = !has(Field::deliverable) && has(Field::issuing_level) && proposes(grid, header.end);
    has_last_ = false;
  }

  bool has(Field field) const {
    return std::ranges::any_of(columns_, [&](const Column& column) { return column.field == field; });
  }

  static bool proposes(const Grid& grid, int first) {
    int out = 0;
    for (int row = first; row < grid.rows(); ++row) {
      for (const auto* cell : grid.filled(row)) out += cell->row == row && search_key(cell->text).find("de xuat") != std::string::npos;
    }
    return out >= 2;
  }

  void read_preamble(const Grid& grid, int header_row) {
    for (int row = 0; row < header_row; ++row) {
      for (const auto* cell : grid.filled(row)) {
        if (cell->row == row) preamble_.push_back(grid.text(row, cell->column));
      }
    }
    std::size_t end = preamble_.size();
    for (std::size_t i = preamble_.size(); i-- > 0;) {
      if (!begins_attachment(preamble_[i])) continue;
      std::string text = preamble_[i];
      for (std::size_t next = i + 1; next < preamble_.size() && text.find(')') == text.npos && next < i + 4; ++next)
        text = joined(text, preamble_[next]);
      out_.attachment = attachment_of(text);
      end = i;
      break;
    }
    std::size_t first = end;
    while (first > 0 && first + 3 > end && !ends_title(preamble_[first - 1])) --first;
    for (std::size_t i = first; i < end; ++i) out_.title = joined(out_.title, preamble_[i]);
    std::erase(out_.title, '*');
  }

  static bool ends_title(const std::string& text) {
    const std::string key = search_key(text);
    return (key.find("phu luc") != key.npos && words(key).size() <= 3) || key.ends_with("./.") || key.ends_with(";") ||
           key.ends_with(".") || begins_attachment(text);
  }

  std::optional<int> column_of(Field field) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].field == field) return static_cast<int>(i);
    }
    return std::nullopt;
  }

  void read_row(const Grid& grid, int row) {
    const auto cells = grid.filled(row);
    const auto begins_here = [&](const Cell* cell) { return cell->row == row; };
    if (std::ranges::none_of(cells, begins_here)) return;
    if (repeats_header(grid, row, columns_) || numbers_columns(grid, row)) {
      for (const auto* cell : cells) out_.furniture.push_back({grid.text(cell->row, cell->column), cell->place});
      after_break_ = true;
      return;
    }
    if (read_heading(grid, row, cells)) return;
    if (has_last_ && continues(grid, row))
      join_last(grid, row);
    else
      add_row(grid, row);
    after_break_ = false;
  }

  // A row of one text, or of a section's number and its name.
  bool read_heading(const Grid& grid, int row, const std::vector<const Cell*>& cells) {
    const auto number = column_of(Field::number), title = column_of(Field::title);
    const bool alone = cells.size() == 1 && cells[0]->row == row;
    std::string text = alone ? grid.text(row, cells[0]->column) : std::string();
    const bool numbered = number && title && cells.size() == 2 && cells[0]->row == row && cells[1]->row == row &&
                          cells[0]->column == *number && numbers_section(grid.text(row, *number));
    if (numbered) {
      std::string id = grid.text(row, *number);
      if (id.ends_with('.') || id.ends_with(')')) id.pop_back();
      text = id + ". " + grid.text(row, cells[1]->column);
    }
    if (text.empty()) return false;
    auto heading = find_heading(text);
    const bool wide = alone && (cells[0]->column_span >= 2 || cells[0]->column == 0);
    if (!heading && alone && !wide && (has_last_ || cells[0]->column != title.value_or(-1))) return false;
    if (!heading && alone && cells[0]->column_span < 2 && ordinal(text) > 0) return false;
    if (!heading) heading = Heading{Heading::Kind::group, {}, text, {}, {}, {}};
    for (std::size_t i = 1; i < cells.size(); ++i) out_.headings.push_back({grid.text(row, cells[i]->column), cells[i]->place});
    outline_.enter(*heading, {alone ? text : grid.text(row, cells[0]->column), cells[0]->place});
    has_last_ = false;
    after_break_ = false;
    return true;
  }

  bool continues(const Grid& grid, int row) const {
    const auto number = column_of(Field::number), title = column_of(Field::title);
    if (!title) return false;
    const Cell* name = grid.at(row, *title);
    if (name && name == last_title_ && !grid.text(row, *title).empty()) return true;
    if (!number || !grid.text(row, *number).empty()) return false;
    const std::string& text = grid.text(row, *title);
    return text.empty() || begins_small(text) || after_break_;
  }

  RowDraft& last() { return proposals_ ? static_cast<RowDraft&>(out_.proposals.back()) : static_cast<RowDraft&>(out_.tasks.back()); }

  // The rest of a row that a page broke, or further lines beside a merged title.
  void join_last(const Grid& grid, int row) {
    std::size_t extra = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const Cell* cell = grid.at(row, static_cast<int>(i));
      CellDraft* to = nullptr;
      if (columns_[i].field)
        to = &last()[*columns_[i].field];
      else if (!columns_[i].header.empty() && extra < last().extra.size())
        to = &last().extra[extra++].second;
      if (!cell || cell->row != row || grid.text(row, static_cast<int>(i)).empty()) continue;
      if (!to) {
        out_.unplaced.push_back({grid.text(row, static_cast<int>(i)), cell->place});
        continue;
      }
      to->text = joined(to->text, grid.text(row, static_cast<int>(i)));
      to->places.push_back(cell->place);
      to->confidence = std::min(to->confidence, after_break_ ? 0.85 : 0.75);
    }
  }

  void add_row(const Grid& grid, int row) {
    Columns named;
    std::vector<CellDraft> cells;
    std::vector<const Cell*> taken;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const Cell* cell = grid.at(row, static_cast<int>(i));
      CellDraft draft;
      if (cell && std::ranges::find(taken, cell) == taken.end()) {
        draft = {grid.text(row, static_cast<int>(i)), cell->confidence, {}, {}};
        if (!draft.text.empty()) draft.places.push_back(cell->place);
        taken.push_back(cell);
      }
      if (columns_[i].header.empty()) {
        if (!draft.text.empty()) out_.unplaced.push_back({draft.text, draft.places.front()});
        continue;
      }
      named.push_back(columns_[i]);
      cells.push_back(std::move(draft));
    }
    if (proposals_)
      outline_.add_proposal(named, std::move(cells));
    else
      outline_.add_task(named, std::move(cells));
    const auto title = column_of(Field::title);
    last_title_ = title ? grid.at(row, *title) : nullptr;
    has_last_ = true;
  }

  const formats::Paper& paper_;
  Intake& out_;
  Outline outline_;
  Columns columns_;
  std::vector<std::string> preamble_;
  bool proposals_ = false;
  bool has_last_ = false, after_break_ = false;
  const Cell* last_title_ = nullptr;
};

}  // namespace

bool read_tables(const formats::Paper& paper, const Register&, Intake& out) {
  const bool has_table = std::ranges::any_of(paper.blocks, [](const auto& block) { return std::holds_alternative<Table>(block); });
  if (!has_table) return false;
  Intake read;
  if (!Reader(paper, read).read()) return false;
  read.source_name = std::move(out.source_name);
  read.source_kind = std::move(out.source_kind);
  read.sha256 = std::move(out.sha256);
  out = std::move(read);
  return true;
}

}  // namespace tiendo::intake

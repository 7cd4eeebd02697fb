#include "actions/corrections.h"

#include <algorithm>
#include <charconv>

#include "base/error.h"
#include "base/text.h"

namespace tiendo::actions {
namespace {

using domain::Field;
using domain::ProblemPlace;
using intake::CellDraft;
using intake::Intake;
using intake::RowDraft;

constexpr std::string_view extra_prefix = "extra.";
constexpr std::size_t longest_cell = 64u << 10;

[[noreturn]] void refuse(std::string what) {
  throw Error(ErrorCode::invalid, "bad_correction", {std::move(what)});
}

int rows_of(const Intake& intake, RowKind kind) {
  return static_cast<int>(kind == RowKind::task ? intake.tasks.size() : intake.proposals.size());
}

RowDraft& row_of(Intake& intake, RowKind kind, int row) {
  if (row < 0 || row >= rows_of(intake, kind)) refuse("row " + std::to_string(row));
  const auto at = static_cast<std::size_t>(row);
  return kind == RowKind::task ? static_cast<RowDraft&>(intake.tasks[at]) : intake.proposals[at];
}

CellDraft* find_extra(RowDraft& row, std::string_view header) {
  const auto found = std::ranges::find(row.extra, header, [](const auto& cell) { return std::string_view(cell.first); });
  return found == row.extra.end() ? nullptr : &found->second;
}

bool has_column(const Intake& intake, std::string_view header) {
  return std::ranges::any_of(intake.columns, [&](const auto& column) { return !column.field && column.header == header; });
}

CellDraft& cell_of(Intake& intake, RowDraft& row, const std::string& field) {
  if (const auto known = domain::find_field(field)) return row[*known];
  if (!field.starts_with(extra_prefix)) refuse(field);
  const std::string header = field.substr(extra_prefix.size());
  if (CellDraft* cell = find_extra(row, header)) return *cell;
  if (!has_column(intake, header)) refuse(field);
  return row.extra.emplace_back(header, CellDraft{}).second;
}

std::string cleaned(const std::string& text) {
  if (text.size() > longest_cell) refuse("text");
  return collapse_blanks(nfc(text));
}

void decide(CellDraft& cell, std::string text) {
  cell.text = std::move(text);
  cell.confidence = 1;
  cell.other.clear();
}

std::optional<int> number_from(const std::string& text, int most, const std::string& field) {
  if (text.empty()) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 1 || value > most) refuse(field);
  return value;
}

const std::string& known_section(const Intake& intake, const std::string& id) {
  const auto found = std::ranges::find(intake.sections, id, &domain::Section::id);
  if (found == intake.sections.end()) refuse("section");
  return found->id;
}

void join(CellDraft& upper, CellDraft& lower) {
  if (lower.text.empty()) return;
  if (upper.text.empty()) {
    upper = std::move(lower);
    return;
  }
  if (upper.text != lower.text) upper.text += " " + lower.text;  // a merged cell stands in both rows with the same text
  upper.confidence = std::min(upper.confidence, lower.confidence);
  upper.other.clear();
  upper.places.insert(upper.places.end(), lower.places.begin(), lower.places.end());
}

ProblemPlace::Kind place_kind(RowKind kind) {
  return kind == RowKind::task ? ProblemPlace::Kind::task : ProblemPlace::Kind::proposal;
}

// What the reader remarked about rows below moves with them; about the rows themselves it no longer holds.
void move_problems(Intake& intake, RowKind kind, int row, int by) {
  std::erase_if(intake.problems, [&](const auto& problem) { return problem.where.kind == place_kind(kind) && problem.where.row == row; });
  for (auto& problem : intake.problems) {
    if (problem.where.kind == place_kind(kind) && problem.where.row > row) problem.where.row += by;
  }
}

template <class Change>
void change_rows(Intake& intake, RowKind kind, Change change) {
  if (kind == RowKind::task) {
    change(intake.tasks);
  } else {
    change(intake.proposals);
  }
}

struct Apply {
  Intake& intake;

  void operator()(const SetCell& set) const {
    RowDraft& row = row_of(intake, set.kind, set.row);
    if (set.field == "quarter") {
      row.quarter = number_from(set.text, 4, set.field);
    } else if (set.field == "month") {
      row.month = number_from(set.text, 12, set.field);
    } else if (set.field == "section") {
      row.section = known_section(intake, set.text);
    } else {
      decide(cell_of(intake, row, set.field), cleaned(set.text));
    }
  }

  void operator()(const AcceptCell& accept) const {
    CellDraft& cell = cell_of(intake, row_of(intake, accept.kind, accept.row), accept.field);
    decide(cell, cell.text);
  }

  void operator()(const MergeRow& merge) const {
    RowDraft& lower = row_of(intake, merge.kind, merge.row);
    RowDraft& upper = row_of(intake, merge.kind, merge.row - 1);
    for (const Field field : domain::all_fields) join(upper[field], lower[field]);
    for (auto& [header, cell] : lower.extra) {
      if (CellDraft* known = find_extra(upper, header)) {
        join(*known, cell);
      } else {
        upper.extra.emplace_back(header, std::move(cell));
      }
    }
    change_rows(intake, merge.kind, [&](auto& rows) { rows.erase(rows.begin() + merge.row); });
    move_problems(intake, merge.kind, merge.row, -1);
  }

  // Cells that are not named stay with the upper row.
  void operator()(const SplitRow& split) const {
    row_of(intake, split.kind, split.row);
    change_rows(intake, split.kind, [&](auto& rows) {
      auto lower = rows[static_cast<std::size_t>(split.row)];
      for (CellDraft& cell : lower.cells) cell = {};
      for (auto& [header, cell] : lower.extra) cell = {};
      rows.insert(rows.begin() + split.row + 1, std::move(lower));
    });
    RowDraft& upper = row_of(intake, split.kind, split.row);
    RowDraft& lower = row_of(intake, split.kind, split.row + 1);
    for (const auto& [field, parts] : split.cells) {
      CellDraft& kept = cell_of(intake, upper, field);
      CellDraft& taken = cell_of(intake, lower, field);
      taken.places = kept.places;
      decide(kept, cleaned(parts.first));
      decide(taken, cleaned(parts.second));
    }
    move_problems(intake, split.kind, split.row, +1);
  }

  // Its words stay in the list of what could not be placed.
  void operator()(const RemoveRow& remove) const {
    RowDraft& row = row_of(intake, remove.kind, remove.row);
    const auto lay_aside = [&](const CellDraft& cell) {
      if (!cell.text.empty()) intake.unplaced.push_back({cell.text, cell.places.empty() ? formats::Place{} : cell.places.front()});
    };
    for (const CellDraft& cell : row.cells) lay_aside(cell);
    for (const auto& [header, cell] : row.extra) lay_aside(cell);
    change_rows(intake, remove.kind, [&](auto& rows) { rows.erase(rows.begin() + remove.row); });
    move_problems(intake, remove.kind, remove.row, -1);
  }

  // What was left of one programme says nothing of another.
  void operator()(const ChooseProgramme& choose) const {
    const bool is_other = !intake.merge || intake.merge->programme != choose.programme;
    if (!choose.programme) {
      intake.merge.reset();
    } else {
      if (is_other) intake.merge = intake::MergeChoice{*choose.programme, true, {}};
      intake.merge->takes_numbers = choose.takes_numbers;
    }
    if (!is_other) return;
    for (auto& task : intake.tasks) task.left.clear();
  }

  void operator()(const TakeCell& take) const {
    auto& draft = static_cast<intake::TaskDraft&>(row_of(intake, RowKind::task, take.row));
    if (take.field != "place" && take.field != intake::whole_row) cell_of(intake, draft, take.field);
    if (take.is_taken) {
      draft.left.erase(take.field);
    } else {
      draft.left.insert(take.field);
    }
  }

  void operator()(const DropTask& drop) const {
    if (!intake.merge) refuse("drop");
    if (drop.is_dropped) {
      intake.merge->dropped.insert(drop.task);
    } else {
      intake.merge->dropped.erase(drop.task);
    }
  }

  void operator()(const InsertRow& insert) const {
    if (insert.row < 0 || insert.row > rows_of(intake, insert.kind)) refuse("row " + std::to_string(insert.row));
    change_rows(intake, insert.kind, [&](auto& rows) {
      typename std::remove_reference_t<decltype(rows)>::value_type made;
      if (!rows.empty()) {  // it stands under the same heading as its neighbour
        const auto& neighbour = rows[static_cast<std::size_t>(std::max(insert.row - 1, 0))];
        made.section = neighbour.section;
        made.quarter = neighbour.quarter;
        made.month = neighbour.month;
      }
      rows.insert(rows.begin() + insert.row, std::move(made));
    });
    RowDraft& row = row_of(intake, insert.kind, insert.row);
    for (const auto& [field, text] : insert.cells) decide(cell_of(intake, row, field), cleaned(text));
    for (auto& problem : intake.problems) {
      if (problem.where.kind == place_kind(insert.kind) && problem.where.row >= insert.row) ++problem.where.row;
    }
  }

  void operator()(const NameColumn& name) const {
    if (name.column < 0 || name.column >= static_cast<int>(intake.columns.size())) refuse("column");
    if (name.field) free_field(*name.field, name.column);
    move_column(static_cast<std::size_t>(name.column), name.field);
    intake.columns[static_cast<std::size_t>(name.column)].asks = false;
  }

  // A field has one column: whichever held it before goes to `extra` under its own header.
  void free_field(Field field, int except) const {
    for (std::size_t at = 0; at < intake.columns.size(); ++at) {
      if (static_cast<int>(at) != except && intake.columns[at].field == field) move_column(at, std::nullopt);
    }
  }

  void move_column(std::size_t at, std::optional<Field> to) const {
    auto& column = intake.columns[at];
    if (column.field == to) return;
    for (auto& row : intake.tasks) move_cell(row, column, to);
    for (auto& row : intake.proposals) move_cell(row, column, to);
    column.field = to;
  }

  static void move_cell(RowDraft& row, const intake::ColumnDraft& column, std::optional<Field> to) {
    CellDraft taken;
    if (column.field) {
      taken = std::exchange(row[*column.field], {});
    } else if (CellDraft* extra = find_extra(row, column.header)) {
      taken = std::move(*extra);
      std::erase_if(row.extra, [&](const auto& cell) { return cell.first == column.header; });
    }
    if (to) {
      join(row[*to], taken);
    } else {
      row.extra.emplace_back(column.header, std::move(taken));
    }
  }
};

}  // namespace

void apply(Intake& intake, const Correction& correction) {
  std::visit(Apply{intake}, correction);
}

int doubts_in(const Intake& intake) {
  int doubts = 0;
  const auto count = [&](const CellDraft& cell) { doubts += cell.confidence < intake::sure; };
  const auto count_row = [&](const RowDraft& row) {
    std::ranges::for_each(row.cells, count);
    for (const auto& [header, cell] : row.extra) count(cell);
  };
  std::ranges::for_each(intake.tasks, count_row);
  std::ranges::for_each(intake.proposals, count_row);
  return doubts;
}

}  // namespace tiendo::actions

#include "intake/outline.h"

#include <algorithm>

#include "domain/deadline.h"

namespace tiendo::intake {

void Outline::enter(const Heading& heading, const Stretch& stretch) {
  out_.headings.push_back(stretch);
  group_.clear();
  switch (heading.kind) {
    case Heading::Kind::section:
      section_ = heading.id;
      out_.sections.push_back({heading.id, heading.text, heading.quarter, heading.declared_tasks});
      quarter_ = heading.quarter;
      month_ = heading.month;
      break;
    case Heading::Kind::quarter:
      if (section_.empty() || !out_.sections.empty()) {
        section_ = heading.text;
        out_.sections.push_back({heading.text, heading.text, heading.quarter, heading.declared_tasks});
      }
      quarter_ = heading.quarter;
      month_.reset();
      break;
    case Heading::Kind::month:
      month_ = heading.month;
      quarter_ = heading.quarter;
      break;
    case Heading::Kind::group:
      group_ = heading.text;
      break;
  }
}

void Outline::set_columns(const Columns& columns) {
  for (const Column& column : columns) {
    if (column.is_unnamed) continue;
    const auto known = std::ranges::find_if(out_.columns, [&](const ColumnDraft& other) { return other.header == column.header; });
    if (known == out_.columns.end()) out_.columns.push_back({column.header, column.field});
  }
}

void Outline::set_month(int month) {
  month_ = month;
  quarter_ = (month - 1) / 3 + 1;
}

void Outline::place(RowDraft& row) const {
  row.section = section_;
  row.quarter = quarter_;
  row.month = month_;
}

void Outline::fill(RowDraft& row, const Columns& columns, std::vector<CellDraft> cells) const {
  for (std::size_t i = 0; i < columns.size() && i < cells.size(); ++i) {
    if (columns[i].field)
      row[*columns[i].field] = std::move(cells[i]);
    else if (!columns[i].is_unnamed)
      row.extra.emplace_back(columns[i].header, std::move(cells[i]));
  }
}

TaskDraft& Outline::add_task(const Columns& columns, std::vector<CellDraft> cells) {
  TaskDraft task;
  place(task);
  task.group = group_;
  fill(task, columns, std::move(cells));
  understand_due(task);
  return out_.tasks.emplace_back(std::move(task));
}

ProposalDraft& Outline::add_proposal(const Columns& columns, std::vector<CellDraft> cells) {
  ProposalDraft proposal;
  place(proposal);
  fill(proposal, columns, std::move(cells));
  proposal.order = static_cast<int>(out_.proposals.size()) + 1;
  return out_.proposals.emplace_back(std::move(proposal));
}

void understand_due(RowDraft& row) {
  const std::string& due = row[domain::Field::due].text;
  if (due.empty() || row.month) return;
  constexpr int no_year = 2025;  // only the month and the quarter are taken
  const auto deadline = domain::parse_deadline(due, no_year);
  if (!deadline || !deadline->period) return;
  const auto first = deadline->period->first_day(), last = deadline->period->last_day();
  if (first.year() != last.year()) return;
  const auto month = [](Date date) { return static_cast<int>(static_cast<unsigned>(date.month())); };
  const int quarter = (month(last) - 1) / 3 + 1;
  if (month(first) == month(last)) row.month = month(last);
  if (!row.quarter && (month(first) - 1) / 3 + 1 == quarter) row.quarter = quarter;
}

}  // namespace tiendo::intake

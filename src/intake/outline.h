// Where in the programme the reader stands: section, quarter, month and group; rows are written down under them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intake/header.h"
#include "intake/headings.h"
#include "intake/intake.h"

namespace tiendo::intake {

class Outline {
 public:
  explicit Outline(Intake& out) : out_(out) {}

  void enter(const Heading& heading, const Stretch& stretch);
  void enter_group(const std::string& text) { group_ = text; }
  void leave_group() { group_.clear(); }
  void set_columns(const Columns& columns);

  TaskDraft& add_task(const Columns& columns, std::vector<CellDraft> cells);
  ProposalDraft& add_proposal(const Columns& columns, std::vector<CellDraft> cells);
  // Later proposals stand under the month that a remark names.
  void set_month(int month);

 private:
  void place(RowDraft& row) const;
  void fill(RowDraft& row, const Columns& columns, std::vector<CellDraft> cells) const;

  Intake& out_;
  std::string section_, group_;
  std::optional<int> quarter_, month_;
};

// Month and quarter from the deadline column where no heading gave them.
void understand_due(RowDraft& row);

}  // namespace tiendo::intake

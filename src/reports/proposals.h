// What the units answered to a consultation as one table, by unit and month, with totals that are counted and not copied (R09, R44).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/proposal.h"
#include "formats/sheet.h"

namespace tiendo::reports {

struct AnsweredTask {
  domain::Task task;  // as printed in the version sent; of an addition as the unit wants it
  std::optional<domain::Proposal> proposal;
};

struct AnsweredMonth {
  std::optional<int> month;
  std::vector<AnsweredTask> tasks;
  domain::MonthTotals totals;
};

struct UnitAnswer {
  domain::UnitId id;
  std::string unit;
  domain::Answer answer = domain::Answer::awaited;
  std::vector<AnsweredMonth> months;
  std::vector<int> idle_months;  // of the version's months, those without a task of the unit
};

struct ConsultationTable {
  std::string agency, title;  // of the programme
  int version = 0;
  Date sent_on, due_on;
  std::vector<UnitAnswer> units;
};

// "Tháng 7: có 3 nhiệm vụ (số 32, 33, 34), đề xuất bỏ 2 (số 32, 33)".
std::string totals_in_words(const AnsweredMonth& month);

// In the form of the reference annex's section III, with the office's recommendation and the decision beside it. A4 across.
formats::Sheet consultation_sheet(const ConsultationTable& table);

}  // namespace tiendo::reports

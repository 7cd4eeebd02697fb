// What became of the tasks in a reporting period, in the form of a report of Decree 30/2020: figures as of the cut-off, each percentage
// with both its numbers (R40, R41), what is overdue and what comes next.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/kept_report.h"
#include "domain/tally.h"
#include "formats/sheet.h"

namespace tiendo::reports {

struct ReportedTask {
  std::string number, title, lead;  // as written
  std::optional<Date> due_on;
};

struct ReportedUnit {
  std::string name;
  domain::Tally tally;
};

struct PeriodReport {
  std::string agency;
  std::optional<std::string> unit;  // none: the report of the agency
  domain::ReportPeriod report;
  domain::Period counted, next;
  domain::Tally tally;                  // of all tasks, as of the cut-off
  domain::Tally unplanned;              // of those among them that were given outside the programmes
  std::vector<ReportedUnit> units;      // of the agency's report; a task of two units stands with both
  std::vector<ReportedTask> completed;  // in the period
  std::vector<ReportedTask> overdue;
  std::vector<ReportedTask> coming;  // open, and due in the next period
  domain::ReportWords words;         // what people wrote beside it; empty parts are left out
  bool nothing_arose = false;        // the whole answer
};

// "tháng 01 năm 2026", "quý IV năm 2025", "6 tháng đầu năm 2026".
std::string name_in_words(const domain::ReportPeriod& report);

// "12/15 nhiệm vụ, 80,00 %"; "0/0 nhiệm vụ" where there is nothing to take a share of.
std::string share_in_words(const domain::Share& share);

// Number, day and signer are left open for the clerk. A4 upright.
formats::Sheet period_report_sheet(const PeriodReport& report);

}  // namespace tiendo::reports

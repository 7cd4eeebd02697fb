// The workbook of the monthly briefing (R44): units by state and kind, a sheet for each unit, the next period's tasks. Its totals are
// those of the register as of the cut-off.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/report_period.h"
#include "domain/tally.h"
#include "formats/sheet.h"

namespace tiendo::reports {

enum class BriefedState { overdue, under_way, completed_in_period, completed_before };

struct BriefedTask {
  std::string number, title, deliverable, leader, executor, deadline;  // as written
  BriefedState state = BriefedState::under_way;
  bool is_late = false;  // of completed ones
  std::optional<Date> due_on;
  int percent = 0;
  std::string words, difficulties, requests;  // said last
};

struct BriefedUnit {
  std::string name;
  domain::Tally tally;
  std::map<std::string, domain::Tally> by_kind;  // by the name of the kind of deliverable
  std::vector<BriefedTask> tasks;                // all that the tally counts
};

struct Briefing {
  std::string agency;
  domain::ReportPeriod report;
  domain::Period counted, next;
  domain::Tally tally;
  std::vector<BriefedUnit> units;  // a task of two units stands with both
  struct Coming {
    BriefedTask task;
    std::string lead;
  };
  std::vector<Coming> coming;  // open and due in the next period, or overdue by now
};

// Across A4; each worksheet fits its width.
formats::Sheet briefing_sheet(const Briefing& briefing);
// The next period's tasks alone, as a document of its own.
formats::Sheet coming_sheet(const Briefing& briefing);

}  // namespace tiendo::reports

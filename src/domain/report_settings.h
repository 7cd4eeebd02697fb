// Which reports an agency asks for, where each is cut off, and until when it is sent (R45). Instruments in use differ, so each is a
// setting; nothing here is shown as law.
#pragma once

#include <vector>

#include "domain/report_period.h"
#include "domain/rule.h"

namespace tiendo::domain {

struct ReportSettings {
  int month_asked = 1, quarter_asked = 1, half_year_asked = 1, nine_months_asked = 0, year_asked = 1;  // 1: of every unit and the agency
  int month_cut_off_day = 14, quarter_cut_off_day = 14, half_year_cut_off_day = 14, nine_months_cut_off_day = 14, year_cut_off_day = 14;
  int sending = 0;  // 0: working days after the cut-off; 1: a day of the month; 2: working days before the meeting
  int month_sending_number = 2, quarter_sending_number = 2, half_year_sending_number = 2, nine_months_sending_number = 2,
      year_sending_number = 2;
  int meeting_day = 28;     // of the month: the leaders' meeting that hears the report
  int remind_before = 1;    // working days before the last day for sending; 0: on that day only
  int unit_days_ahead = 0;  // working days that units send before the agency has to
  int version = 1;

  bool asks_for(ReportKind kind) const;
  ReportRule rule(ReportKind kind) const;
  // The last day for sending, of the agency's report or of a unit's. Throws as counted_days.
  Date send_by(const ReportPeriod& report, bool is_of_unit, const WorkingDays& days) const;
  static std::span<const Rule<ReportSettings>> table();
  bool operator==(const ReportSettings&) const = default;
};

// The newest report of each kind asked for whose period is over on `today`.
std::vector<ReportPeriod> reports_owed(const ReportSettings& settings, Date today);

}  // namespace tiendo::domain

// Reporting periods, which are not the periods of a programme (R40): a cut-off day inside a month ends one and begins the next.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "domain/calendar.h"
#include "domain/period.h"

namespace tiendo::domain {

enum class ReportKind { month, quarter, half_year, nine_months, year };

const char* name_of(ReportKind kind);
std::optional<ReportKind> find_report_kind(std::string_view name);

// Which report: the month, quarter or half of the year by its number, the nine months and the year by 1.
struct ReportPeriod {
  ReportKind kind = ReportKind::month;
  int year = 0;
  int number = 1;
  bool operator==(const ReportPeriod&) const = default;
};

// When a report is counted and sent: settings of the agency for each kind, because the instruments in use differ (R45).
struct ReportRule {
  enum class Sending {
    day_of_month,            // that day, the first one after the cut-off
    working_days_after,      // so many working days after the cut-off
    working_days_of_notice,  // so many working days before the meeting that hears the report
  };

  int cut_off_day = 14;  // of the last month; 31 is its last day, whichever that is: the calendar's own periods
  Sending sending = Sending::working_days_after;
  int sending_number = 2;

  // Throws invalid "bad_report_rule": no such day of a month, or no days at all.
  void refuse_impossible() const;
};

// The days a report counts, both ends in. Periods of one kind follow each other without gap or overlap, but the nine months,
// which begin with their year. Throws invalid "bad_report_period", "bad_report_rule".
Period counted_days(const ReportPeriod& report, const ReportRule& rule);

// The report that counts a day; for nine months none after the ninth. Throws invalid "bad_report_rule".
std::optional<ReportPeriod> report_counting(Date day, ReportKind kind, const ReportRule& rule);

// The report before and after this one. Throw as counted_days.
ReportPeriod report_before(const ReportPeriod& report);
ReportPeriod report_after(const ReportPeriod& report);

// The instant as of which the figures are taken: the first one that is no longer counted.
Instant cut_off(const Period& counted);

// The last day for sending; none where it hangs on a meeting whose day is not known. Throws as counted_days.
std::optional<Date> send_by(const ReportPeriod& report, const ReportRule& rule, const WorkingDays& working_days,
                            std::optional<Date> meeting = {});

}  // namespace tiendo::domain

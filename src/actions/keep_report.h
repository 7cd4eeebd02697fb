// The report of a period from its draft to its lock (R40, R54): filled from the record, edited, submitted, approved, locked, and
// unlocked with a reason.
#pragma once

#include "domain/kept_report.h"
#include "domain/report_settings.h"
#include "reports/period_report.h"
#include "store/store.h"

namespace tiendo::actions {

// One of the reports that a period asks for.
struct ReportOwed {
  std::optional<domain::UnitId> unit;  // none: the agency's own
  std::string name;
  Date send_by{};
  std::optional<domain::KeptReport> report;  // none: nobody has begun it
  bool may_begin = false;
  bool is_overdue = false;  // not submitted, and the last day for sending has passed

  bool is_sent() const { return report && report->state != domain::ReportState::draft; }
};

// What a period asks for, whoever looks: the agency's own first, then the units that lead a task and those that have begun a report, by
// name. Nothing is asked for of a period that was over before the agency had a programme here.
std::vector<ReportOwed> reports_owed(const store::Reader& reader, domain::AgencyId agency, const domain::ReportPeriod& period, Date today);
// The same as an account sees it: those that it may not read stand there without what they say.
std::vector<ReportOwed> reports_of_period(const store::Reader& reader, const domain::Actor& actor, const domain::ReportPeriod& period,
                                          Date today);

// Difficulties and requests that were said in the period are written into it beforehand. Throws conflict "report_exists",
// "report_period_not_over", forbidden "not_yours_to_do", not_found "unit_not_found".
domain::KeptReport begin_report(store::Store& store, const domain::Actor& actor, const domain::ReportPeriod& period,
                                std::optional<domain::UnitId> unit, Instant now);

// Both throw not_found "report_not_found", forbidden "not_yours_to_do", "not_your_own_report", conflict "stale_version",
// "report_move_not_possible", "report_has_work" (a report that says nothing arose while something did), invalid "bad_field",
// "reason_missing".
domain::KeptReport edit_report(store::Store& store, const domain::Actor& actor, domain::KeptReportId id, int version,
                               domain::ReportWords words, bool nothing_arose, Instant now);
domain::KeptReport move_report(store::Store& store, const domain::Actor& actor, domain::KeptReportId id, int version,
                               domain::ReportMove move, std::string_view reason, Instant now);

// What it says: a draft as the record says now, the others as they were submitted. `round`: an earlier submission.
reports::PeriodReport content_of(const store::Reader& reader, const domain::KeptReport& report, Instant now, std::optional<int> round = {});

std::vector<domain::ReportMove> moves_for(const store::Reader& reader, const domain::Actor& actor, const domain::KeptReport& report);

// The office and auditors read all; leaders what was submitted once; a unit its own, and the agency's once it is approved.
bool may_read(const store::Reader& reader, const domain::User& user, const domain::KeptReport& report);

}  // namespace tiendo::actions

// The reports of periods, and what each submission of them said.
#pragma once

#include "domain/kept_report.h"
#include "store/store.h"

namespace tiendo::store {

struct ReportRound {
  int round = 0;
  std::string content;  // JSON (reports/period_report_json.h)
  Instant at{};
  std::string by_name;
};

std::vector<KeptReport> kept_reports(const Reader& reader, AgencyId agency, const ReportPeriod& period);
std::vector<KeptReport> kept_reports_in(const Reader& reader, AgencyId agency, ReportState state);  // oldest first
std::optional<KeptReport> find_kept_report(const Reader& reader, AgencyId agency, const ReportPeriod& period, std::optional<UnitId> unit);
KeptReport kept_report(const Reader& reader, AgencyId agency, KeptReportId id);  // throws not_found "report_not_found"

void add(Writer& writer, const KeptReport& report);
void save(Writer& writer, const KeptReport& report);  // all but whose it is and its period; throws conflict "stale_version"

void add(Writer& writer, AgencyId agency, KeptReportId report, const ReportRound& round);
std::vector<ReportRound> report_rounds(const Reader& reader, AgencyId agency, KeptReportId report);  // newest first
ReportRound report_round(const Reader& reader, AgencyId agency, KeptReportId report, int round);     // throws not_found "report_not_found"

// What was said of difficulties and requests from `first` on and before `end`: of each task the last word.
struct Trouble {
  TaskId task;
  std::string difficulties, requests;
};
std::vector<Trouble> troubles_between(const Reader& reader, AgencyId agency, Instant first, Instant end);

// What was said of each task before `end`: the last words, the last percentage.
struct Said {
  std::string words, difficulties, requests;
  int percent = 0;
};
std::map<TaskId, Said> said_before(const Reader& reader, AgencyId agency, Instant end);

}  // namespace tiendo::store

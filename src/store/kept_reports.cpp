#include "store/kept_reports.h"

#include "base/error.h"
#include "store/database.h"

namespace tiendo::store {
namespace {

#define TIENDO_REPORT_COLUMNS                                                                                                        \
  "id, unit_id, kind, year, number, cut_off_day, state, assessment, difficulties, requests, plans, nothing_arose, round, "           \
  "submitted_by, submitted_name, submitted_at, approved_by, approved_name, approved_at, locked_by, locked_name, locked_at, reason, " \
  "version"

std::int64_t key_of(const std::optional<UnitId>& unit) {
  return unit ? unit->value() : 0;
}

struct Signed {
  std::optional<Actor>& by;
  std::optional<Instant>& at;
};

void read_signed(const Rows& row, int column, AgencyId agency, Signed into) {
  if (row.is_null(column)) return;
  into.by = Actor{UserId(row.number(column)), agency, row.text(column + 1)};
  into.at = row.instant(column + 2);
}

KeptReport report_from(const Rows& row, AgencyId agency) {
  KeptReport report;
  report.agency = agency;
  row.read(0, report.id);
  if (row.number(1) != 0) report.unit = UnitId(row.number(1));
  report.period = {find_report_kind(row.view(2)).value(), row.small(3), row.small(4)};
  report.cut_off_day = row.small(5);
  report.state = find_report_state(row.view(6)).value();
  report.words = {row.text(7), row.text(8), row.text(9), row.text(10)};
  report.nothing_arose = row.number(11) == 1;
  report.round = row.small(12);
  read_signed(row, 13, agency, {report.submitted_by, report.submitted_at});
  read_signed(row, 16, agency, {report.approved_by, report.approved_at});
  read_signed(row, 19, agency, {report.locked_by, report.locked_at});
  report.reason = row.text(22);
  report.version = row.small(23);
  return report;
}

std::vector<KeptReport> reports_from(Rows rows, AgencyId agency) {
  std::vector<KeptReport> all;
  while (rows.next()) all.push_back(report_from(rows, agency));
  return all;
}

std::optional<std::int64_t> id_of(const std::optional<Actor>& actor) {
  return actor ? std::optional(actor->user.value()) : std::nullopt;
}

std::optional<std::string> name_of_actor(const std::optional<Actor>& actor) {
  return actor ? std::optional(actor->name) : std::nullopt;
}

ReportRound round_from(const Rows& row) {
  return {row.small(0), row.text(1), row.instant(2), row.text(3)};
}

}  // namespace

std::vector<KeptReport> kept_reports(const Reader& reader, AgencyId agency, const ReportPeriod& period) {
  return reports_from(reader.database().query("select " TIENDO_REPORT_COLUMNS
                                              " from period_reports where agency_id = $1 and kind = $2 and year = $3 and number = $4",
                                              agency, name_of(period.kind), period.year, period.number),
                      agency);
}

std::vector<KeptReport> kept_reports_in(const Reader& reader, AgencyId agency, ReportState state) {
  return reports_from(
      reader.database().query("select " TIENDO_REPORT_COLUMNS " from period_reports where agency_id = $1 and state = $2 order by id",
                              agency, name_of(state)),
      agency);
}

std::optional<KeptReport> find_kept_report(const Reader& reader, AgencyId agency, const ReportPeriod& period, std::optional<UnitId> unit) {
  auto found = reports_from(
      reader.database().query("select " TIENDO_REPORT_COLUMNS
                              " from period_reports where agency_id = $1 and kind = $2 and year = $3 and number = $4 and unit_id = $5",
                              agency, name_of(period.kind), period.year, period.number, key_of(unit)),
      agency);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

KeptReport kept_report(const Reader& reader, AgencyId agency, KeptReportId id) {
  auto found = reports_from(
      reader.database().query("select " TIENDO_REPORT_COLUMNS " from period_reports where agency_id = $1 and id = $2", agency, id), agency);
  if (found.empty()) throw Error(ErrorCode::not_found, "report_not_found");
  return std::move(found.front());
}

void add(Writer& writer, const KeptReport& report) {
  const auto& words = report.words;
  writer.database().run(R"sql(
    insert into period_reports (agency_id, id, unit_id, kind, year, number, cut_off_day, state, assessment, difficulties, requests,
                                plans, nothing_arose, round, reason)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
  )sql",
                        report.agency, report.id, key_of(report.unit), name_of(report.period.kind), report.period.year,
                        report.period.number, report.cut_off_day, name_of(report.state), words.assessment, words.difficulties,
                        words.requests, words.plans, report.nothing_arose, report.round, report.reason);
}

void save(Writer& writer, const KeptReport& report) {
  const auto& words = report.words;
  const int changed = writer.database().run(
      R"sql(
    update period_reports set state = $4, assessment = $5, difficulties = $6, requests = $7, plans = $8, nothing_arose = $9, round = $10,
      submitted_by = $11, submitted_name = $12, submitted_at = $13, approved_by = $14, approved_name = $15, approved_at = $16,
      locked_by = $17, locked_name = $18, locked_at = $19, reason = $20, version = version + 1
    where agency_id = $1 and id = $2 and version = $3
  )sql",
      report.agency, report.id, report.version, name_of(report.state), words.assessment, words.difficulties, words.requests, words.plans,
      report.nothing_arose, report.round, id_of(report.submitted_by), name_of_actor(report.submitted_by), report.submitted_at,
      id_of(report.approved_by), name_of_actor(report.approved_by), report.approved_at, id_of(report.locked_by),
      name_of_actor(report.locked_by), report.locked_at, report.reason);
  if (changed == 0) throw Error(ErrorCode::conflict, "stale_version");
}

void add(Writer& writer, AgencyId agency, KeptReportId report, const ReportRound& round) {
  writer.database().run(
      "insert into period_report_rounds (agency_id, report_id, round, content, at, by_name) values ($1, $2, $3, $4, $5, $6)", agency,
      report, round.round, round.content, round.at, round.by_name);
}

std::vector<ReportRound> report_rounds(const Reader& reader, AgencyId agency, KeptReportId report) {
  std::vector<ReportRound> all;
  auto rows = reader.database().query(
      "select round, content, at, by_name from period_report_rounds where agency_id = $1 and report_id = $2 order by round desc", agency,
      report);
  while (rows.next()) all.push_back(round_from(rows));
  return all;
}

ReportRound report_round(const Reader& reader, AgencyId agency, KeptReportId report, int round) {
  auto rows = reader.database().query(
      "select round, content, at, by_name from period_report_rounds where agency_id = $1 and report_id = $2 and round = $3", agency, report,
      round);
  if (!rows.next()) throw Error(ErrorCode::not_found, "report_not_found");
  return round_from(rows);
}

std::vector<Trouble> troubles_between(const Reader& reader, AgencyId agency, Instant first, Instant end) {
  std::vector<Trouble> all;
  auto rows = reader.database().query(R"sql(
    select task_id, difficulties, requests, max(id) from work_entries
    where agency_id = $1 and at >= $2 and at < $3 and (difficulties <> '' or requests <> '') group by task_id order by task_id
  )sql",
                                      agency, first, end);
  while (rows.next()) all.push_back({TaskId(rows.number(0)), rows.text(1), rows.text(2)});
  return all;
}

std::map<TaskId, Said> said_before(const Reader& reader, AgencyId agency, Instant end) {
  std::map<TaskId, Said> all;
  auto words = reader.database().query(R"sql(
    select task_id, words, difficulties, requests, max(id) from work_entries
    where agency_id = $1 and at < $2 and kind in ('progress', 'move') and (words <> '' or difficulties <> '' or requests <> '')
    group by task_id
  )sql",
                                       agency, end);
  while (words.next()) all[TaskId(words.number(0))] = {words.text(1), words.text(2), words.text(3), 0};
  auto percents = reader.database().query(
      "select task_id, percent, max(id) from work_entries where agency_id = $1 and at < $2 and percent is not null group by task_id",
      agency, end);
  while (percents.next()) all[TaskId(percents.number(0))].percent = percents.small(1);
  return all;
}

}  // namespace tiendo::store

#include "actions/keep_report.h"

#include <algorithm>

#include <boost/json.hpp>

#include "actions/period_report.h"
#include "actions/unit_today.h"
#include "base/error.h"
#include "base/text.h"
#include "reports/period_report_json.h"
#include "store/kept_reports.h"
#include "store/report_settings.h"

namespace tiendo::actions {
namespace {

namespace json = boost::json;
using domain::KeptReport;
using domain::ReportDoer;
using domain::ReportMove;
using domain::ReportPeriod;
using domain::ReportState;
using domain::Role;
using domain::UnitId;

bool is_of(const store::Reader& reader, const domain::User& user, UnitId unit) {
  return user.unit && *user.unit == unit_today(*reader.names(user.agency), unit);
}

bool is_doer(const store::Reader& reader, const domain::Actor& actor, std::optional<UnitId> unit, ReportDoer doer) {
  if (!actor.user) return true;  // the operator at the machine
  const auto user = reader.find_user(actor.agency, actor.user);
  if (!user) return false;
  switch (doer) {
    case ReportDoer::writer:
      return user->role == Role::office ||
             ((user->role == Role::unit_head || user->role == Role::officer) && unit && is_of(reader, *user, *unit));
    case ReportDoer::sender:
      return user->role == Role::office || (user->role == Role::unit_head && unit && is_of(reader, *user, *unit));
    case ReportDoer::approver:
      return user->role == Role::leader || (user->role == Role::office && unit);
    case ReportDoer::keeper:
      break;
  }
  return user->role == Role::office;
}

bool is_own(const domain::Actor& actor, const KeptReport& report) {
  return report.submitted_by && report.submitted_by->user == actor.user;
}

// What the move makes of the report, once it is clear that it may be made.
KeptReport moved(const store::Reader& reader, const domain::Actor& actor, domain::KeptReportId id, int version, ReportMove move,
                 std::string_view reason = {}) {
  KeptReport report = store::kept_report(reader, actor.agency, id);
  if (const auto user = reader.find_user(actor.agency, actor.user); user && !may_read(reader, *user, report))
    throw Error(ErrorCode::not_found, "report_not_found");
  if (report.version != version) throw Error(ErrorCode::conflict, "stale_version");
  const auto& rule = domain::report_move_rule(report.state, move, reason);
  if (!is_doer(reader, actor, report.unit, rule.by)) throw Error(ErrorCode::forbidden, "not_yours_to_do");
  if (rule.by_another && is_own(actor, report)) throw Error(ErrorCode::forbidden, "not_your_own_report");
  if (code_points(reason) > domain::longest_report_words) throw Error(ErrorCode::invalid, "bad_field", {"reason"});
  report.state = rule.to;
  if (rule.needs_reason) report.reason = collapse_blanks(nfc(reason));
  return report;
}

json::object facts_of(const KeptReport& report) {
  return {{"unit", report.unit ? json::value(report.unit->text()) : json::value(nullptr)},
          {"kind", name_of(report.period.kind)},
          {"year", report.period.year},
          {"number", report.period.number},
          {"state", name_of(report.state)},
          {"round", report.round}};
}

KeptReport saved(store::Writer& writer, const domain::Actor& actor, const char* event, KeptReport report, json::object facts, Instant now) {
  store::save(writer, report);
  writer.record(actor, event, "period_report", report.id.value(), "", json::serialize(facts), now);
  writer.commit();
  ++report.version;
  return report;
}

reports::PeriodReport filled(const store::Reader& reader, const KeptReport& report, Instant now) {
  auto content = period_report(reader, report.agency, report.unit, report.period, {.cut_off_day = report.cut_off_day}, now);
  content.words = report.words;
  content.nothing_arose = report.nothing_arose;
  return content;
}

void append_said(std::string& text, const std::string& title, const std::string& said) {
  if (said.empty()) return;
  const std::string line = (text.empty() ? "- " : "\n- ") + title + ": " + collapse_blanks(said);
  if (code_points(text) + code_points(line) <= domain::longest_report_words) text += line;
}

// What was said while the work was done, task by task.
domain::ReportWords said_in(const store::Reader& reader, domain::AgencyId agency, std::optional<UnitId> unit,
                            const domain::Period& counted) {
  domain::ReportWords words;
  const Instant first = Instant{std::chrono::sys_days{counted.first_day()}} - local_offset;
  for (const auto& said : store::troubles_between(reader, agency, first, domain::cut_off(counted))) {
    const auto task = reader.task(agency, said.task);
    if (unit && std::ranges::count(task.lead_units, *unit) == 0) continue;
    append_said(words.difficulties, task.title, said.difficulties);
    append_said(words.requests, task.title, said.requests);
  }
  return words;
}

domain::ReportWords tidied(domain::ReportWords words) {
  for (auto* text : {&words.assessment, &words.difficulties, &words.requests, &words.plans}) *text = trimmed(nfc(*text));
  domain::check(words);
  return words;
}

const char* event_of(ReportMove move) {
  using enum ReportMove;
  switch (move) {
    case edit:
      return "report_edited";
    case submit:
      return "report_submitted";
    case take_back:
      return "report_taken_back";
    case send_back:
      return "report_sent_back";
    case approve:
      return "report_approved";
    case lock:
      return "report_locked";
    case unlock:
      break;
  }
  return "report_unlocked";
}

void put_signature(KeptReport& report, ReportMove move, const domain::Actor& actor, Instant now) {
  const auto sign = [&](auto& by, auto& at) {
    by = actor;
    at = now;
  };
  if (move == ReportMove::submit) sign(report.submitted_by, report.submitted_at);
  if (move == ReportMove::approve) sign(report.approved_by, report.approved_at);
  if (move == ReportMove::lock) sign(report.locked_by, report.locked_at);
  if (report.state == ReportState::draft) {
    report.submitted_by = report.approved_by = report.locked_by = std::nullopt;
    report.submitted_at = report.approved_at = report.locked_at = std::nullopt;
  }
}

bool had_a_programme(const store::Reader& reader, domain::AgencyId agency, const ReportPeriod& period,
                     const domain::ReportSettings& settings) {
  const Instant end = domain::cut_off(domain::counted_days(period, settings.rule(period.kind)));
  return std::ranges::any_of(reader.programmes(agency), [&](const auto& programme) { return made_at(programme.id.value()) < end; });
}

// Submitting and what follows it keep what the report says; nothing else does.
std::string content_to_keep(const store::Store& store, const KeptReport& report, Instant now) {
  const auto content = filled(store.read(), report, now);
  const bool has_work = !content.completed.empty() || !content.overdue.empty();
  if (report.nothing_arose && has_work) throw Error(ErrorCode::conflict, "report_has_work");
  return reports::to_json(content);
}

}  // namespace

std::vector<ReportOwed> reports_owed(const store::Reader& reader, domain::AgencyId agency, const ReportPeriod& period, Date today) {
  const auto settings = store::report_settings(reader, agency);
  const auto days = reader.working_days(agency);
  const auto kept = store::kept_reports(reader, agency, period);
  const bool is_asked = settings.asks_for(period.kind) && had_a_programme(reader, agency, period, settings);
  std::vector<ReportOwed> all;
  const auto add = [&](std::optional<UnitId> unit, const std::string& name, bool is_due) {
    const auto found = std::ranges::find(kept, unit, &KeptReport::unit);
    if (found == kept.end() && !is_due) return;
    ReportOwed owed{.unit = unit, .name = name, .send_by = settings.send_by(period, unit.has_value(), days)};
    if (found != kept.end()) owed.report = *found;
    owed.is_overdue = is_due && owed.send_by < today && !owed.is_sent();
    all.push_back(std::move(owed));
  };
  const auto known = reader.find_agency(agency);
  add(std::nullopt, known ? known->name : "", is_asked);
  const auto led = reader.counts(agency, std::nullopt, store::CountBy::unit, today);
  const auto names = reader.names(agency);
  for (const auto& unit : names->units) {
    const bool leads = std::ranges::any_of(led, [&](const auto& count) { return count.key == unit.id.text() && count.tasks > 0; });
    add(unit.id, unit.name, is_asked && leads && !unit.successor && unit.is_in_force(today));
  }
  return all;
}

std::vector<ReportOwed> reports_of_period(const store::Reader& reader, const domain::Actor& actor, const ReportPeriod& period, Date today) {
  const auto settings = store::report_settings(reader, actor.agency);
  const auto user = reader.find_user(actor.agency, actor.user);
  const bool is_over = domain::counted_days(period, settings.rule(period.kind)).last_day() < today;
  auto all = reports_owed(reader, actor.agency, period, today);
  for (auto& owed : all) {
    owed.may_begin = !owed.report && is_over && is_doer(reader, actor, owed.unit, ReportDoer::writer);
    if (owed.report && user && !may_read(reader, *user, *owed.report)) owed.report->words = {};
  }
  return all;
}

KeptReport begin_report(store::Store& store, const domain::Actor& actor, const ReportPeriod& period, std::optional<UnitId> unit,
                        Instant now) {
  auto writer = store.begin();
  if (unit && !(*writer.names(actor.agency)).find_unit(*unit)) throw Error(ErrorCode::not_found, "unit_not_found");
  if (!is_doer(writer, actor, unit, ReportDoer::writer)) throw Error(ErrorCode::forbidden, "not_yours_to_do");
  if (store::find_kept_report(writer, actor.agency, period, unit)) throw Error(ErrorCode::conflict, "report_exists");
  const auto rule = store::report_settings(writer, actor.agency).rule(period.kind);
  const auto counted = domain::counted_days(period, rule);
  if (now < domain::cut_off(counted)) throw Error(ErrorCode::conflict, "report_period_not_over", {vietnamese(counted.last_day())});
  KeptReport report{.id = domain::KeptReportId::make(now),
                    .agency = actor.agency,
                    .unit = unit,
                    .period = period,
                    .cut_off_day = rule.cut_off_day,
                    .words = said_in(writer, actor.agency, unit, counted)};
  store::add(writer, report);
  writer.record(actor, "report_begun", "period_report", report.id.value(), "", json::serialize(facts_of(report)), now);
  writer.commit();
  return report;
}

KeptReport edit_report(store::Store& store, const domain::Actor& actor, domain::KeptReportId id, int version, domain::ReportWords words,
                       bool nothing_arose, Instant now) {
  words = tidied(std::move(words));
  auto writer = store.begin();
  KeptReport report = moved(writer, actor, id, version, ReportMove::edit);
  report.words = std::move(words);
  report.nothing_arose = nothing_arose;
  json::object facts = facts_of(report);
  facts["words"] = json::object{{"assessment", report.words.assessment},
                                {"difficulties", report.words.difficulties},
                                {"requests", report.words.requests},
                                {"plans", report.words.plans}};
  facts["nothing_arose"] = nothing_arose;
  return saved(writer, actor, event_of(ReportMove::edit), std::move(report), std::move(facts), now);
}

KeptReport move_report(store::Store& store, const domain::Actor& actor, domain::KeptReportId id, int version, ReportMove move,
                       std::string_view reason, Instant now) {
  // Filled before the transaction: nobody waits for it to save, and what a past instant says does not change meanwhile.
  std::optional<std::string> content;
  if (move == ReportMove::submit) content = content_to_keep(store, moved(store.read(), actor, id, version, move), now);
  auto writer = store.begin();
  KeptReport report = moved(writer, actor, id, version, move, reason);
  put_signature(report, move, actor, now);
  if (content) store::add(writer, actor.agency, id, {++report.round, *content, now, actor.name});
  json::object facts = facts_of(report);
  if (!reason.empty()) facts["reason"] = report.reason;
  return saved(writer, actor, event_of(move), std::move(report), std::move(facts), now);
}

reports::PeriodReport content_of(const store::Reader& reader, const KeptReport& report, Instant now, std::optional<int> round) {
  if (!round && report.state == ReportState::draft) return filled(reader, report, now);
  return reports::period_report_from(store::report_round(reader, report.agency, report.id, round.value_or(report.round)).content);
}

std::vector<ReportMove> moves_for(const store::Reader& reader, const domain::Actor& actor, const KeptReport& report) {
  std::vector<ReportMove> moves;
  for (const auto& rule : domain::report_move_rules())
    if (rule.from == report.state && is_doer(reader, actor, report.unit, rule.by) && !(rule.by_another && is_own(actor, report)))
      moves.push_back(rule.move);
  return moves;
}

bool may_read(const store::Reader& reader, const domain::User& user, const KeptReport& report) {
  if (user.role == Role::office || user.role == Role::auditor) return true;
  if (user.role == Role::leader) return report.round > 0;
  if (report.unit) return is_of(reader, user, *report.unit);
  return report.state == ReportState::approved || report.state == ReportState::locked;
}

}  // namespace tiendo::actions

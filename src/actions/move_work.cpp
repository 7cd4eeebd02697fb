#include "actions/move_work.h"

#include <algorithm>
#include <ranges>

#include "actions/delegate.h"
#include "actions/standing.h"
#include "actions/sub_tasks.h"
#include "actions/work_entry.h"
#include "base/error.h"
#include "base/text.h"
#include "store/work_settings.h"

namespace tiendo::actions {
namespace {

using domain::Work;
using domain::WorkMove;
using domain::WorkState;

constexpr int most_percent_unfinished = 99;

void check_confirmation(const store::Reader& reader, const domain::Actor& actor, const Work& work, std::string_view words) {
  if (work.reported_by == actor.user) throw Error(ErrorCode::forbidden, "own_report");
  const bool is_waived = !collapse_blanks(words).empty();
  if (reader.evidence(actor.agency, work.task).empty() && !is_waived) throw Error(ErrorCode::conflict, "evidence_missing");
}

// Which day a result counts for is the agency's setting (R23).
Date day_of_result(const store::Reader& reader, const Work& work, Date today) {
  if (store::work_settings(reader, work.agency).document_day == 0) return today;
  return completion_day(reader.evidence(work.agency, work.task), reader.work_entries(work.agency, work.task), today);
}

void complete(Work& work, const store::Reader& reader, Instant now) {
  work.completed_on = day_of_result(reader, work, local_date(now));
  work.confirmed_at = now;
  work.percent = 100;
}

int last_percent_said(const std::vector<domain::WorkEntry>& entries) {
  const auto newest_first = entries | std::views::reverse;
  const auto said = std::ranges::find_if(newest_first, [](const auto& entry) { return entry.percent.has_value(); });
  return said == newest_first.end() ? 0 : *said->percent;
}

// What was sent back stands where it stood before it was called done, and is not done.
void reopen(Work& work, const store::Reader& reader) {
  work.completed_on.reset();
  work.confirmed_at.reset();
  ++work.sent_back;
  work.percent = std::min(last_percent_said(reader.work_entries(work.agency, work.task)), most_percent_unfinished);
}

// Since when the task lies with its receiver: since it was last assigned anew, or given to the unit at all.
Instant given_at(const store::Reader& reader, const Work& work) {
  Instant given = made_at(work.task.value());
  const auto programme = reader.programme(work.agency, work.programme);
  if (programme.issued_on) given = std::max(given, Instant(std::chrono::sys_days(*programme.issued_on) - local_offset));
  for (const auto& entry : reader.work_entries(work.agency, work.task))
    if (entry.move == WorkMove::assign_anew) given = std::max(given, entry.at);
  return given;
}

void check_refusal(const store::Reader& reader, const Work& work, Date today) {
  const int days = store::work_settings(reader, work.agency).refusal_days;
  if (days == 0) return;
  const auto lies = std::chrono::sys_days(today) - std::chrono::sys_days(local_date(given_at(reader, work)));
  if (lies > std::chrono::days(days)) throw Error(ErrorCode::conflict, "refusal_too_late", {std::to_string(days)});
}

// A result that stands is no longer to be put off.
void withdraw_requests(store::Writer& writer, const Work& work, Instant now) {
  for (auto extension : writer.extensions(work.agency, work.task)) {
    if (extension.state != domain::Extension::State::open && extension.state != domain::Extension::State::offered) continue;
    extension.state = domain::Extension::State::withdrawn;
    extension.answered_at = now;
    writer.save(work.agency, extension);
  }
}

}  // namespace

Date completion_day(const std::vector<domain::Evidence>& evidence, const std::vector<domain::WorkEntry>& entries, Date today) {
  std::optional<Date> day;
  for (const auto& each : evidence) {
    if (each.issued_on && *each.issued_on <= today) day = std::max(day.value_or(*each.issued_on), *each.issued_on);
  }
  if (day) return *day;
  const auto reports = entries | std::views::reverse;
  const auto report = std::ranges::find(reports, std::optional(WorkMove::report), &domain::WorkEntry::move);
  return report == reports.end() ? today : local_date(report->at);
}

Work move_work(store::Store& store, const domain::Actor& actor, domain::TaskId id, int version, WorkMove move, std::string_view words,
               Instant now) {
  auto writer = store.begin();
  const domain::Task task = writer.task(actor.agency, id);
  Work work = writer.work(actor.agency, id);
  if (work.version != version) throw Error(ErrorCode::conflict, "stale_version");
  const domain::WorkRule& rule = domain::work_rule(work.state, move, words);
  const Standing mine = standing(writer, actor, task, work, local_date(now));
  expect(mine, rule.by);
  if (move == WorkMove::confirm) {
    check_confirmation(writer, actor, work, words);
    complete(work, writer, now);
  }
  if (move == WorkMove::send_back) reopen(work, writer);
  if (move == WorkMove::refuse) check_refusal(writer, work, local_date(now));
  if (move == WorkMove::report || move == WorkMove::confirm) expect_settled(writer, actor.agency, id);
  if (move == WorkMove::report) work.reported_by = actor.user;
  if (!is_open(rule.to)) withdraw_requests(writer, work, now);
  work.state = rule.to;
  work.heard_at = now;
  writer.save(work, now);
  write_entry(writer, {.task = id,
                       .at = now,
                       .by = rule.by == domain::Doer::executor ? actor : named_with(writer, actor, mine.instead_of),
                       .kind = domain::WorkEntry::Kind::move,
                       .move = move,
                       .state = work.state,
                       .words = std::string(words)});
  writer.commit();
  ++work.version;
  return work;
}

std::vector<WorkMove> moves_for(const store::Reader& reader, const domain::Actor& actor, const domain::Task& task, const Work& work,
                                Date today) {
  const Standing mine = standing(reader, actor, task, work, today);
  std::vector<WorkMove> moves;
  for (const auto& rule : domain::work_rules()) {
    const bool is_own_report = rule.move == WorkMove::confirm && work.reported_by == actor.user;
    if (rule.from == work.state && mine.may(rule.by) && !is_own_report) moves.push_back(rule.move);
  }
  return moves;
}

}  // namespace tiendo::actions

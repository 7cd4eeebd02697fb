#include "actions/move_work.h"

#include <algorithm>
#include <ranges>

#include "actions/delegate.h"
#include "actions/standing.h"
#include "actions/work_entry.h"
#include "base/error.h"
#include "base/text.h"

namespace tiendo::actions {
namespace {

using domain::Work;
using domain::WorkMove;
using domain::WorkState;

void check_confirmation(const store::Reader& reader, const domain::Actor& actor, const Work& work, std::string_view words) {
  if (work.reported_by == actor.user) throw Error(ErrorCode::forbidden, "own_report");
  const bool is_waived = !collapse_blanks(words).empty();
  if (reader.evidence(actor.agency, work.task).empty() && !is_waived) throw Error(ErrorCode::conflict, "evidence_missing");
}

void complete(Work& work, const store::Reader& reader, Instant now) {
  work.completed_on = completion_day(reader.evidence(work.agency, work.task), reader.work_entries(work.agency, work.task), local_date(now));
  work.confirmed_at = now;
  work.percent = 100;
}

void reopen(Work& work) {
  work.completed_on.reset();
  work.confirmed_at.reset();
  ++work.sent_back;
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
  if (move == WorkMove::send_back) reopen(work);
  if (move == WorkMove::report) work.reported_by = actor.user;
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

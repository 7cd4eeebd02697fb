#include "actions/add_progress.h"

#include <cmath>

#include "actions/standing.h"
#include "actions/work_entry.h"
#include "base/error.h"
#include "base/text.h"
#include "store/amounts.h"

namespace tiendo::actions {
namespace {

using domain::Work;
using domain::WorkState;

constexpr double most_amount = 1e15;

void check(const Progress& progress) {
  const bool says_nothing = collapse_blanks(progress.words + progress.difficulties + progress.requests).empty();
  if (says_nothing && !progress.percent && progress.done.empty()) throw Error(ErrorCode::invalid, "progress_empty");
  if (progress.percent && (*progress.percent < 0 || *progress.percent > 100)) throw Error(ErrorCode::invalid, "bad_field", {"percent"});
  for (const auto& each : progress.done)
    if (!(std::abs(each.amount) < most_amount)) throw Error(ErrorCode::invalid, "bad_field", {"done"});
}

bool takes_progress(const Work& work) {
  return domain::is_open(work.state) && work.state != WorkState::refused;
}

void expect_open(const Work& work) {
  if (!takes_progress(work)) throw Error(ErrorCode::conflict, "work_is_over");
}

// What is said, else what the amounts come to.
std::optional<int> percent_after(const store::Reader& reader, const domain::Task& task, const Progress& progress) {
  if (progress.done.empty()) return progress.percent;
  auto targets = store::targets(reader, task);
  add(targets, progress.done);
  return progress.percent ? progress.percent : percent_done(targets);
}

bool is_begun_by_progress(WorkState state) {
  return state == WorkState::assigned || state == WorkState::not_started || state == WorkState::sent_back;
}

}  // namespace

Work note_progress(store::Writer& writer, const domain::Actor& actor, domain::TaskId id, int version, const Progress& progress,
                   Instant now) {
  check(progress);
  Work work = writer.work(actor.agency, id);
  if (work.version != version) throw Error(ErrorCode::conflict, "stale_version");
  expect_open(work);
  const domain::Task task = writer.task(actor.agency, id);
  expect(standing(writer, actor, task, work, local_date(now)), domain::Doer::executor);
  const auto percent = percent_after(writer, task, progress);
  if (is_begun_by_progress(work.state)) work.state = WorkState::in_progress;
  work.percent = percent.value_or(work.percent);
  work.heard_at = now;
  writer.save(work, now);
  write_entry(writer, {.task = id,
                       .at = now,
                       .by = actor,
                       .kind = domain::WorkEntry::Kind::progress,
                       .state = work.state,
                       .words = progress.words,
                       .difficulties = progress.difficulties,
                       .requests = progress.requests,
                       .percent = percent,
                       .done = progress.done});
  ++work.version;
  return work;
}

Work add_progress(store::Store& store, const domain::Actor& actor, domain::TaskId id, int version, const Progress& progress, Instant now) {
  auto writer = store.begin();
  Work work = note_progress(writer, actor, id, version, progress, now);
  writer.commit();
  return work;
}

bool may_update(const store::Reader& reader, const domain::Actor& actor, const domain::Task& task, const Work& work, Date today) {
  return takes_progress(work) && standing(reader, actor, task, work, today).is_executor;
}

int say_no_news(store::Store& store, const domain::Actor& actor, const std::vector<domain::TaskId>& tasks, Instant now) {
  if (tasks.size() > most_tasks_without_news) throw Error(ErrorCode::invalid, "bad_field", {"tasks"});
  auto writer = store.begin();
  int noted = 0;
  for (const domain::TaskId id : tasks) {
    Work work = writer.work(actor.agency, id);
    if (!domain::is_open(work.state)) continue;
    expect(standing(writer, actor, writer.task(actor.agency, id), work, local_date(now)), domain::Doer::executor);
    work.heard_at = now;
    writer.save(work, now);
    write_entry(writer, {.task = id, .at = now, .by = actor, .kind = domain::WorkEntry::Kind::no_news, .state = work.state});
    ++noted;
  }
  writer.commit();
  return noted;
}

}  // namespace tiendo::actions

#include "actions/steps.h"

#include <algorithm>

#include <boost/json.hpp>

#include "actions/add_progress.h"
#include "actions/standing.h"
#include "base/error.h"
#include "base/text.h"
#include "store/steps.h"

namespace tiendo::actions {
namespace {

namespace json = boost::json;
using domain::DeliverableKind;
using domain::StepDone;
using domain::TaskStep;

std::string name_or_none(std::optional<DeliverableKind> kind) {
  return kind ? name_of(*kind) : "";
}

TaskStep step_in(const TaskSteps& all, std::string_view key, int part) {
  const auto found = std::ranges::find_if(all.steps, [&](const TaskStep& step) { return step.key == key && step.part == part; });
  if (found == all.steps.end()) throw Error(ErrorCode::not_found, "step_not_found");
  return *found;
}

std::string with_words(std::string said, const std::string& words) {
  const auto more = trimmed(words);
  return more.empty() ? said : said + " " + more;
}

void record(store::Writer& writer, const domain::Actor& actor, const char* kind, domain::TaskId task, json::object facts, Instant now) {
  writer.record(actor, kind, "task", task.value(), "", json::serialize(facts), now);
}

json::array facts_of(const domain::StepSeries& series) {
  json::array steps;
  for (const auto& step : series.steps)
    steps.push_back(json::object{{"key", step.key}, {"name", step.name}, {"share", step.share}, {"is_each", step.is_each}});
  return steps;
}

}  // namespace

TaskSteps steps_of(const store::Reader& reader, const domain::Task& task) {
  TaskSteps all;
  const auto said = store::find_kind_said(reader, task.agency, task.id);
  all.is_told = !said;
  all.kind = said ? *said : domain::kind_told(task.title, task.deliverable);
  all.research_step = domain::research_step_told(task.title);
  all.done = store::steps_done(reader, task.agency, task.id);
  if (all.kind) all.steps = domain::steps_of(store::step_series(reader, task.agency, *all.kind), domain::parts_told(*all.kind, task.title));
  return all;
}

void say_kind(store::Store& store, const domain::Actor& actor, domain::TaskId id, const KindWish& wish, Instant now) {
  auto writer = store.begin();
  const auto task = writer.task(actor.agency, id);
  const auto work = writer.work(actor.agency, id);
  if (!domain::is_open(work.state)) throw Error(ErrorCode::conflict, "work_is_over");
  expect(standing(writer, actor, task, work, local_date(now)), domain::Doer::executor);
  if (wish.as_told)
    store::forget_kind(writer, actor.agency, id);
  else
    store::save_kind(writer, actor.agency, id, wish.kind);
  record(writer, actor, "task_kind_said", id, {{"kind", name_or_none(wish.kind)}, {"as_told", wish.as_told}}, now);
  writer.commit();
}

domain::Work finish_step(store::Store& store, const domain::Actor& actor, domain::TaskId id, int version, const StepWish& wish,
                         Instant now) {
  if (wish.done_on > local_date(now)) throw Error(ErrorCode::invalid, "bad_field", {"done_on"});
  auto writer = store.begin();
  const auto step = step_in(steps_of(writer, writer.task(actor.agency, id)), wish.key, wish.part);
  const auto seen = writer.work(actor.agency, id);
  if (seen.version != version) throw Error(ErrorCode::conflict, "stale_version");  // what it is judged by was seen otherwise
  const int before = seen.percent;
  const int percent = wish.percent.value_or(std::min(100, before + step.share));
  store::add(writer, actor.agency, id, {step.key, step.part, percent - before, wish.done_on, actor, now});
  const Progress progress{.words = with_words("Xong bước: " + step.name + ".", wish.words), .percent = percent};
  const auto work = note_progress(writer, actor, id, version, progress, now);
  record(writer, actor, "step_done", id, {{"step", step.key}, {"part", step.part}, {"done_on", iso(wish.done_on)}}, now);
  writer.commit();
  return work;
}

domain::Work reopen_step(store::Store& store, const domain::Actor& actor, domain::TaskId id, int version, std::string_view key, int part,
                         Instant now) {
  auto writer = store.begin();
  const auto all = steps_of(writer, writer.task(actor.agency, id));
  const auto done = std::ranges::find_if(all.done, [&](const StepDone& one) { return one.key == key && one.part == part; });
  if (done == all.done.end()) throw Error(ErrorCode::not_found, "step_not_found");
  store::remove_step(writer, actor.agency, id, key, part);
  const int percent = std::clamp(writer.work(actor.agency, id).percent - done->share, 0, 100);
  const auto known = std::ranges::find_if(all.steps, [&](const TaskStep& step) { return step.key == key && step.part == part; });
  const Progress progress{.words = "Bỏ đánh dấu bước: " + (known == all.steps.end() ? done->key : known->name) + ".", .percent = percent};
  const auto work = note_progress(writer, actor, id, version, progress, now);
  record(writer, actor, "step_reopened", id, {{"step", done->key}, {"part", done->part}}, now);
  writer.commit();
  return work;
}

domain::StepSeries save_steps(store::Store& store, const domain::Actor& actor, domain::StepSeries series, Instant now) {
  for (auto& step : series.steps) {
    step.name = collapse_blanks(nfc(step.name));
    if (step.key.empty()) step.key = id_text(next_id(now));
  }
  check(series);
  auto writer = store.begin();
  store::save(writer, actor.agency, series);
  writer.record(actor, "steps_saved", "agency", actor.agency.value(), "",
                json::serialize(json::object{{"kind", name_of(series.kind)}, {"steps", facts_of(series)}}), now);
  writer.commit();
  ++series.version;
  return series;
}

}  // namespace tiendo::actions

#include "actions/withdraw_intake.h"

#include <algorithm>

#include <boost/json.hpp>

#include "actions/facts.h"
#include "base/error.h"

namespace tiendo::actions {
namespace {

void take_back_tasks(store::Writer& writer, const domain::Actor& actor, const store::IntakeRecord& record, Instant now) {
  const auto tasks = writer.tasks_of_intake(actor.agency, record.id);
  const bool is_untouched =
      std::ranges::all_of(tasks, [&](const auto& task) { return task.version == 1 && writer.work(actor.agency, task.id).version == 1; });
  if (!is_untouched) throw Error(ErrorCode::conflict, "tasks_changed");
  for (const domain::Task& task : tasks) {
    writer.remove_task(task, now);
    writer.record(actor, "task_removed", "task", task.id.value(), boost::json::serialize(facts_of(task)), "", now);
  }
  if (writer.programme(actor.agency, *record.programme).tasks == 0) writer.remove_programme(actor.agency, *record.programme);
}

}  // namespace

void withdraw_intake(store::Store& store, const domain::Actor& actor, domain::IntakeId id, Instant now) {
  auto writer = store.begin();
  store::IntakeRecord record = writer.intake(actor.agency, id);
  if (record.state == store::IntakeState::withdrawn) throw Error(ErrorCode::conflict, "intake_withdrawn");
  if (record.programme) take_back_tasks(writer, actor, record, now);
  record.state = store::IntakeState::withdrawn;
  record.programme.reset();
  writer.save(record, actor.agency);
  writer.record(actor, "intake_withdrawn", "intake", id.value(), "", "", now);
  writer.commit();
}

}  // namespace tiendo::actions

#include "actions/withdraw_intake.h"

#include <algorithm>

#include <boost/json.hpp>

#include "actions/edit_task.h"
#include "actions/facts.h"
#include "actions/merge_undo.h"
#include "base/error.h"
#include "store/versions.h"

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

// What came later stands on what came before.
void refuse_merged_since(const store::Writer& writer, const domain::Actor& actor, const store::IntakeRecord& record) {
  const auto later = writer.intakes(actor.agency);
  const auto came_after = [&](const auto& other) {
    return other.state == store::IntakeState::confirmed && other.programme == record.programme && other.id > record.id;
  };
  const auto found = std::ranges::find_if(later, came_after);
  if (found != later.end()) throw Error(ErrorCode::conflict, "merged_since", {found->source_name});
}

void take_back(store::Writer& writer, const domain::Actor& actor, const store::IntakeRecord& record, Instant now) {
  refuse_merged_since(writer, actor, record);
  refuse_unless_drafted(writer.programme(actor.agency, *record.programme));
  if (!store::versions(writer, actor.agency, *record.programme).empty()) throw Error(ErrorCode::conflict, "versions_kept");
  if (const auto undo = writer.find_undo(actor.agency, record.id)) {
    take_back_merge(writer, actor, record, merge_undo_from(boost::json::parse(*undo), actor.agency), now);
  } else {
    take_back_tasks(writer, actor, record, now);
  }
}

}  // namespace

void withdraw_intake(store::Store& store, const domain::Actor& actor, domain::IntakeId id, Instant now) {
  auto writer = store.begin();
  store::IntakeRecord record = writer.intake(actor.agency, id);
  if (record.state == store::IntakeState::withdrawn) throw Error(ErrorCode::conflict, "intake_withdrawn");
  if (record.programme) take_back(writer, actor, record, now);
  record.state = store::IntakeState::withdrawn;
  record.programme.reset();
  writer.save(record, actor.agency);
  writer.record(actor, "intake_withdrawn", "intake", id.value(), "", "", now);
  writer.commit();
}

}  // namespace tiendo::actions

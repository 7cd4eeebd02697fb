#include "actions/confirm_intake.h"

#include <boost/json.hpp>

#include "actions/column_words.h"
#include "actions/facts.h"
#include "actions/task_drafts.h"
#include "actions/understand.h"
#include "base/error.h"
#include "intake/intake_json.h"

namespace tiendo::actions {
namespace {

namespace json = boost::json;

domain::Programme programme_from(const intake::Intake& intake, domain::AgencyId agency, Instant now) {
  domain::Programme programme;
  programme.id = domain::ProgrammeId::make(now);
  programme.agency = agency;
  programme.title = intake.title.empty() ? intake.source_name : intake.title;
  programme.year = year_of(intake, local_date(now));
  programme.attachment = intake.attachment;
  for (const auto& column : intake.columns) programme.column_headers.push_back(column.header);
  programme.sections = intake.sections;
  return programme;
}

}  // namespace

Confirmed confirm_intake(store::Store& store, const domain::Actor& actor, domain::IntakeId id, int version, Instant now) {
  auto writer = store.begin();
  store::IntakeRecord record = writer.intake(actor.agency, id);
  if (record.version != version) throw Error(ErrorCode::conflict, "stale_version");
  if (record.state != store::IntakeState::open) throw Error(ErrorCode::conflict, "intake_not_open");
  const auto preview = json::parse(record.draft);
  const intake::Intake intake = intake::intake_from_json(preview);
  if (intake.merge) throw Error(ErrorCode::conflict, "intake_is_merge");
  if (intake.tasks.empty()) throw Error(ErrorCode::conflict, "intake_without_tasks");

  const domain::Programme programme = programme_from(intake, actor.agency, now);
  writer.add(programme);
  RegisterBook book(writer, actor, now);
  for (std::size_t row = 0; row < intake.tasks.size(); ++row) {
    domain::Task task = task_from(intake.tasks[row], intake, programme, static_cast<int>(row));
    task.id = domain::TaskId::make(now);
    understand(task, *programme.year, book);
    writer.add(task, id, places_of(preview, row));
    writer.record(actor, "task_created", "task", task.id.value(), "", json::serialize(facts_of(task)), now);
  }
  remember_columns(writer, actor, intake, now);
  record.state = store::IntakeState::confirmed;
  record.programme = programme.id;
  writer.save(record, actor.agency);
  writer.record(actor, "intake_confirmed", "intake", id.value(), "",
                json::serialize(json::object{{"programme", programme.id.text()}, {"tasks", intake.tasks.size()}}), now);
  writer.commit();
  return {programme.id, static_cast<int>(intake.tasks.size())};
}

}  // namespace tiendo::actions

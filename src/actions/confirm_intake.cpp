#include "actions/confirm_intake.h"

#include <algorithm>

#include <boost/json.hpp>

#include "actions/drafts.h"
#include "actions/facts.h"
#include "actions/understand.h"
#include "base/error.h"
#include "intake/intake_json.h"

namespace tiendo::actions {
namespace {

namespace json = boost::json;
using domain::Field;

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

// A task has no member for every field of a proposal: what remains is kept under the header of its column.
void keep_issuing_level(domain::Task& task, const intake::TaskDraft& draft, const intake::Intake& intake) {
  const auto column = std::ranges::find(intake.columns, std::optional(Field::issuing_level), &intake::ColumnDraft::field);
  if (column != intake.columns.end()) task.extra[column->header] = draft[Field::issuing_level].text;
}

domain::Task task_from(const intake::TaskDraft& draft, const domain::Programme& programme, int position, Instant now) {
  domain::Task task;
  task.id = domain::TaskId::make(now);
  task.agency = programme.agency;
  task.programme = programme.id;
  task.position = position;
  task.section = draft.section;
  task.quarter = draft.quarter;
  task.month = draft.month;
  task.number = draft[Field::number].text;
  task.title = draft[Field::title].text;
  task.lead = draft[Field::lead].text;
  task.coordinating = draft[Field::coordinating].text;
  task.deliverable = draft[Field::deliverable].text;
  task.directing_leader = draft[Field::directing_leader].text;
  task.note = draft[Field::note].text;
  task.due = draft[Field::due].text;
  for (const auto& [header, cell] : draft.extra) task.extra[header] = cell.text;
  return task;
}

// Each cell's places, as the preview shows them.
std::string places_of(const json::value& preview, std::size_t row) {
  const auto& task = preview.at("tasks").as_array().at(row).as_object();
  const auto* source = task.if_contains("source");
  return source ? json::serialize(*source) : "{}";
}

}  // namespace

Confirmed confirm_intake(store::Store& store, const domain::Actor& actor, domain::IntakeId id, int version, Instant now) {
  auto writer = store.begin();
  store::IntakeRecord record = writer.intake(actor.agency, id);
  if (record.version != version) throw Error(ErrorCode::conflict, "stale_version");
  if (record.state != store::IntakeState::open) throw Error(ErrorCode::conflict, "intake_not_open");
  const auto preview = json::parse(record.draft);
  const intake::Intake intake = intake::intake_from_json(preview);
  if (intake.tasks.empty()) throw Error(ErrorCode::conflict, "intake_without_tasks");

  const domain::Programme programme = programme_from(intake, actor.agency, now);
  writer.add(programme);
  RegisterBook book(writer, actor, now);
  for (std::size_t row = 0; row < intake.tasks.size(); ++row) {
    domain::Task task = task_from(intake.tasks[row], programme, static_cast<int>(row), now);
    keep_issuing_level(task, intake.tasks[row], intake);
    understand_units(task, book);
    understand_leaders(task, book);
    understand_labels(task);
    understand_deadline(task, *programme.year);
    writer.add(task, id, places_of(preview, row));
    writer.record(actor, "task_created", "task", task.id.value(), "", json::serialize(facts_of(task)), now);
  }
  record.state = store::IntakeState::confirmed;
  record.programme = programme.id;
  writer.save(record, actor.agency);
  writer.record(actor, "intake_confirmed", "intake", id.value(), "",
                json::serialize(json::object{{"programme", programme.id.text()}, {"tasks", intake.tasks.size()}}), now);
  writer.commit();
  return {programme.id, static_cast<int>(intake.tasks.size())};
}

}  // namespace tiendo::actions

#include "actions/task_drafts.h"

#include <algorithm>

namespace tiendo::actions {
namespace {

using domain::Field;

// A task has no member for every field of a proposal: what remains is kept under the header of its column.
void keep_issuing_level(domain::Task& task, const intake::TaskDraft& draft, const intake::Intake& intake) {
  const auto column = std::ranges::find(intake.columns, std::optional(Field::issuing_level), &intake::ColumnDraft::field);
  if (column != intake.columns.end()) task.extra[column->header] = draft[Field::issuing_level].text;
}

}  // namespace

domain::Task task_from(const intake::TaskDraft& draft, const intake::Intake& intake, const domain::Programme& programme, int position) {
  domain::Task task;
  task.id = draft.id.value_or(domain::TaskId());
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
  task.due_period = draft.due_period;
  for (const auto& [header, cell] : draft.extra) task.extra[header] = cell.text;
  keep_issuing_level(task, draft, intake);
  return task;
}

std::string places_of(const boost::json::value& preview, std::size_t row) {
  const auto& task = preview.at("tasks").as_array().at(row).as_object();
  const auto* source = task.if_contains("source");
  return source ? boost::json::serialize(*source) : "{}";
}

}  // namespace tiendo::actions

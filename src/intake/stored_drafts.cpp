#include "intake/stored_drafts.h"

#include <algorithm>

namespace tiendo::intake {
namespace {

using domain::Field;

TaskDraft draft_of(const domain::Task& task) {
  TaskDraft draft;
  draft.section = task.section;
  draft.quarter = task.quarter;
  draft.month = task.month;
  draft[Field::number].text = task.number;
  draft[Field::title].text = task.title;
  draft[Field::lead].text = task.lead;
  draft[Field::coordinating].text = task.coordinating;
  draft[Field::deliverable].text = task.deliverable;
  draft[Field::directing_leader].text = task.directing_leader;
  draft[Field::note].text = task.note;
  draft[Field::due].text = task.due;
  for (const auto& [header, text] : task.extra) draft.extra.emplace_back(header, CellDraft{.text = text, .other = {}, .places = {}});
  return draft;
}

}  // namespace

Intake drafts_of(const domain::Programme& programme, const std::vector<domain::Task>& tasks) {
  Intake intake;
  intake.title = programme.title;
  if (programme.year && programme.title.find(std::to_string(*programme.year)) == std::string::npos)
    intake.title += " năm " + std::to_string(*programme.year);
  intake.attachment = programme.attachment;
  intake.sections = programme.sections;
  for (const auto& task : tasks) intake.tasks.push_back(draft_of(task));
  for (const auto field : domain::all_fields) {
    const auto filled = [&](const TaskDraft& draft) { return !draft[field].text.empty(); };
    if (std::ranges::any_of(intake.tasks, filled)) intake.columns.push_back({std::string(domain::name_of(field)), field});
  }
  return intake;
}

}  // namespace tiendo::intake

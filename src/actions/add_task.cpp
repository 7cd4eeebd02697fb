#include "actions/add_task.h"

#include <algorithm>
#include <map>

#include <boost/json.hpp>

#include "actions/facts.h"
#include "actions/programme_file.h"
#include "actions/understand.h"

namespace tiendo::actions {
namespace {

using domain::Programme;
using domain::Task;

// The section of the task's quarter, the last one where there is none; the number after the quarter's greatest.
void settle(Task& task, const Programme& programme, const std::vector<Task>& rows) {
  int greatest = 0;
  for (const Task& row : rows) {
    if (row.quarter != task.quarter) continue;
    task.section = row.section;
    greatest = std::max(greatest, std::atoi(row.number.c_str()));
  }
  if (task.section.empty() && !programme.sections.empty()) task.section = programme.sections.back().id;
  if (task.number.empty()) task.number = std::to_string(greatest + 1);
}

// After the last of its month, or of the months before it.
void seat(store::Writer& writer, Task& task, const std::vector<Task>& rows) {
  task.position = rows.empty() ? 0 : rows.back().position + 1;
  for (const Task& row : rows)
    if (row.section == task.section && row.month <= task.month) task.position = row.position + 1;
  for (const Task& row : rows)
    if (row.position >= task.position) writer.place(task.agency, row.id, row.position + 1);
}

}  // namespace

Task add_task(store::Writer& writer, const domain::Actor& actor, const Programme& programme, const TaskEdit& edit, Instant now) {
  Task task;
  task.agency = actor.agency;
  task.programme = programme.id;
  if (edit.month && *edit.month) task.quarter = (**edit.month + 2) / 3;
  write(task, edit, programme.column_headers);
  const auto rows = programme_file(writer, actor.agency, programme.id).tasks;
  settle(task, programme, rows);
  seat(writer, task, rows);
  task.id = domain::TaskId::make(now);
  RegisterBook book(writer, actor, now);
  understand(task, programme.year.value_or(static_cast<int>(local_date(now).year())), book);
  if (edit.due_period) task.due_period = *edit.due_period;
  writer.add(task, std::nullopt, "{}");
  writer.record(actor, "task_created", "task", task.id.value(), "", boost::json::serialize(facts_of(task)), now);
  return task;
}

void renumber(store::Writer& writer, const domain::Actor& actor, domain::ProgrammeId id, Instant now) {
  const Programme programme = writer.programme(actor.agency, id);
  auto rows = programme_file(writer, actor.agency, id).tasks;
  std::map<std::string, int> order;
  for (const auto& section : programme.sections) order.emplace(section.id, static_cast<int>(order.size()));
  std::ranges::stable_sort(rows, {}, [&](const Task& task) {
    const auto found = order.find(task.section);
    return std::tuple(found == order.end() ? static_cast<int>(order.size()) : found->second, task.month.value_or(0), task.position);
  });
  std::map<std::string, int> numbers;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const int position = static_cast<int>(at);
    if (rows[at].position != position) writer.place(actor.agency, rows[at].id, position);
    TaskEdit edit;
    edit.texts["number"] = std::to_string(++numbers[rows[at].section]);
    if (rows[at].number != edit.texts["number"]) rewrite_task(writer, actor, writer.task(actor.agency, rows[at].id), edit, now);
  }
}

}  // namespace tiendo::actions

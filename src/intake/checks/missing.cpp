// Cells that must not be empty (R16), where the document has their column; deadlines that cannot be worked out (R20).
#include <algorithm>

#include "domain/deadline.h"
#include "domain/tokens.h"
#include "intake/checks/desk.h"

namespace tiendo::intake::checks {
namespace {

struct Needed {
  Field field;
  Severity severity;
  const char* key;
  const char* mostly;  // said once where most rows lack it
};

constexpr Needed needed[] = {
    {Field::title, Severity::error, "missing_title", nullptr},
    {Field::lead, Severity::error, "missing_lead", nullptr},
    {Field::deliverable, Severity::warning, "missing_deliverable", "mostly_no_deliverable"},
    {Field::directing_leader, Severity::warning, "missing_leader", "mostly_no_leader"},
};

// "…", "-" and the like say nothing.
bool is_empty(const CellDraft& cell) {
  constexpr std::size_t longest_filler = 16;
  if (cell.text.size() > longest_filler) return false;
  return std::ranges::all_of(domain::tokens(cell.text), [](const domain::Token& token) { return token.kind == domain::Token::Kind::mark; });
}

// "-nt-" (như trên): the cell leans on the one above, which may move.
bool is_ditto(const CellDraft& cell) {
  static const domain::PhraseSet ditto{"nt", "như trên"};
  constexpr std::size_t longest_ditto = 24;
  if (cell.text.empty() || cell.text.size() > longest_ditto) return false;
  auto in = domain::tokens(cell.text);
  std::erase_if(in, [](const domain::Token& token) { return token.kind == domain::Token::Kind::mark; });
  return !in.empty() && ditto.length_at(in, 0) == in.size();
}

bool has_time(const TaskDraft& task) {
  return task.month || task.quarter || !is_empty(task[Field::due]);
}

void say_missing(const Desk& desk, const Needed& need, Problems& problems) {
  const auto& tasks = desk.intake.tasks;
  const auto empty =
      static_cast<std::size_t>(std::ranges::count_if(tasks, [&](const TaskDraft& task) { return is_empty(task[need.field]); }));
  constexpr std::size_t few_tasks = 10;
  if (need.mostly && tasks.size() >= few_tasks && empty * 2 > tasks.size()) {
    problems.push_back({need.mostly, need.severity, document_place(), {std::to_string(empty), std::to_string(tasks.size())}});
    return;
  }
  for (std::size_t row = 0; row < tasks.size(); ++row) {
    if (!is_empty(tasks[row][need.field])) continue;
    problems.push_back(
        {need.key, need.severity, task_place(desk.intake, row, domain::name_of(need.field)), {task_label(desk.intake, row)}});
  }
}

}  // namespace

void check_missing_cells(const Desk& desk, Problems& problems) {
  for (const auto& need : needed) {
    if (has_column(desk.intake, need.field)) say_missing(desk, need, problems);
  }
  const auto& tasks = desk.intake.tasks;
  for (std::size_t row = 0; row < tasks.size(); ++row) {
    for (const auto field : {Field::lead, Field::coordinating, Field::deliverable, Field::directing_leader, Field::due}) {
      if (is_ditto(tasks[row][field]))
        problems.push_back(
            {"ditto", Severity::warning, task_place(desk.intake, row, domain::name_of(field)), {quoted(tasks[row][field].text)}});
    }
  }
  if (tasks.size() > 1 && std::ranges::none_of(tasks, has_time)) {
    problems.push_back({"no_deadlines", Severity::warning, document_place(), {}});
    return;
  }
  for (std::size_t row = 0; row < tasks.size(); ++row) {
    if (!has_time(tasks[row]))
      problems.push_back({"missing_due", Severity::warning, task_place(desk.intake, row, "due"), {task_label(desk.intake, row)}});
  }
}

void check_deadlines(const Desk& desk, Problems& problems) {
  for (std::size_t row = 0; row < desk.intake.tasks.size(); ++row) {
    const auto& task = desk.intake.tasks[row];
    const auto& text = task[Field::due].text;
    if (is_empty(task[Field::due])) continue;
    const auto where = task_place(desk.intake, row, "due");
    // A leap year stands in where the document names no year, so that 29/2 is not called impossible.
    constexpr int unknown_year = 2024;
    const auto due = domain::parse_deadline(text, desk.year ? desk.year : unknown_year);
    if (!due) {
      problems.push_back({"due_not_understood", Severity::warning, where, {quoted(text)}});
      continue;
    }
    if (!due->period || !task.month || desk.year == 0) continue;
    const auto heading = domain::Period::month(static_cast<int>(due->period->last_day().year()), std::clamp(*task.month, 1, 12));
    if (due->period->last_day() < heading.first_day() || due->period->first_day() > heading.last_day()) {
      problems.push_back({"due_outside_month", Severity::warning, where, {quoted(text), std::to_string(*task.month)}});
    }
  }
}

}  // namespace tiendo::intake::checks

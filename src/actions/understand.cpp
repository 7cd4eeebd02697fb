#include "actions/understand.h"

#include <algorithm>

#include "domain/deadline.h"
#include "domain/labels.h"
#include "domain/parties.h"

namespace tiendo::actions {
namespace {

template <class Value>
void add_once(std::vector<Value>& list, const Value& value) {
  if (std::ranges::find(list, value) == list.end()) list.push_back(value);
}

// The first "20xx" that stands alone among digits.
std::optional<int> find_year(std::string_view text) {
  const auto is_digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
  for (std::size_t at = text.find("20"); at != std::string_view::npos; at = text.find("20", at + 1)) {
    const bool stands_alone = (at == 0 || !is_digit(at - 1)) && is_digit(at + 2) && is_digit(at + 3) && !is_digit(at + 4);
    if (stands_alone) return std::stoi(std::string(text.substr(at, 4)));
  }
  return std::nullopt;
}

}  // namespace

void understand_units(domain::Task& task, RegisterBook& book) {
  using Role = domain::Party::Role;
  task.lead_units.clear();
  task.coordinating_units.clear();
  const auto enter = [&](std::string_view cell, Role by_column) {
    for (const domain::Party& party : domain::parties(cell)) {
      if (party.is_open_group || party.name.empty()) continue;
      const Role role = party.role == Role::unsaid ? by_column : party.role;
      add_once(role == Role::lead ? task.lead_units : task.coordinating_units, book.unit(party.name));
    }
  };
  enter(task.lead, Role::lead);
  enter(task.coordinating, Role::coordinating);
}

void understand_leaders(domain::Task& task, RegisterBook& book) {
  task.directing_leaders.clear();
  for (const domain::LeaderName& leader : domain::leaders(task.directing_leader)) {
    const std::string& name = leader.name.empty() ? leader.office : leader.name;  // "Giám đốc Sở" is one leader, unnamed
    if (!name.empty()) add_once(task.directing_leaders, book.leader(name));
  }
}

void understand_labels(domain::Task& task) {
  task.labels.clear();
  for (std::string& label : domain::labels_from_note(task.note)) add_once(task.labels, label);
}

void understand_deadline(domain::Task& task, int year) {
  task.due_period.reset();
  if (const auto deadline = domain::parse_deadline(task.due, year)) {
    task.due_period = deadline->period;
  } else if (task.month) {
    task.due_period = domain::Period::month(year, *task.month);
  } else if (task.quarter) {
    task.due_period = domain::Period::quarter(year, *task.quarter);
  }
}

void understand(domain::Task& task, int year, RegisterBook& book) {
  understand_units(task, book);
  understand_leaders(task, book);
  understand_labels(task);
  if (!task.due_period) understand_deadline(task, year);
}

void understand_changes(const domain::Task& before, domain::Task& task, int year, RegisterBook& book) {
  if (task.lead != before.lead || task.coordinating != before.coordinating) understand_units(task, book);
  if (task.directing_leader != before.directing_leader) understand_leaders(task, book);
  if (task.note != before.note) understand_labels(task);
  if (task.due != before.due || task.month != before.month || task.quarter != before.quarter) understand_deadline(task, year);
}

int year_of(const intake::Intake& intake, Date today) {
  if (intake.year) return *intake.year;
  if (const auto year = find_year(intake.title)) return *year;
  for (const domain::Section& section : intake.sections) {
    if (const auto year = find_year(section.heading)) return *year;
  }
  for (const std::string* text : {&intake.attachment.decision_date, &intake.attachment.as_written}) {
    if (const auto year = find_year(*text)) return *year;
  }
  return static_cast<int>(today.year());
}

}  // namespace tiendo::actions

#include "actions/facts.h"

namespace tiendo::actions {
namespace {

namespace json = boost::json;

json::value number_or_null(const std::optional<int>& number) {
  return number ? json::value(*number) : json::value(nullptr);
}

json::value period_or_null(const std::optional<domain::Period>& period) {
  if (!period) return nullptr;
  return json::object{{"from", iso(period->first_day())}, {"to", iso(period->last_day())}};
}

}  // namespace

json::object facts_of(const domain::Task& task) {
  return {{"programme", task.programme.text()},
          {"position", task.position},
          {"section", task.section},
          {"quarter", number_or_null(task.quarter)},
          {"month", number_or_null(task.month)},
          {"number", task.number},
          {"title", task.title},
          {"lead", task.lead},
          {"coordinating", task.coordinating},
          {"deliverable", task.deliverable},
          {"directing_leader", task.directing_leader},
          {"note", task.note},
          {"due", task.due},
          {"extra", json::value_from(task.extra)},
          {"labels", json::value_from(task.labels)},
          {"due_period", period_or_null(task.due_period)}};
}

Difference difference(const domain::Task& before, const domain::Task& after) {
  Difference difference;
  const json::object old_facts = facts_of(before);
  for (const auto& [field, value] : facts_of(after)) {
    const json::value& old_value = old_facts.at(field);
    if (old_value == value) continue;
    difference.before[field] = old_value;
    difference.after[field] = value;
  }
  return difference;
}

}  // namespace tiendo::actions

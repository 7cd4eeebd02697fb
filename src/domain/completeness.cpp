#include "domain/completeness.h"

#include <algorithm>

namespace tiendo::domain {
namespace {

constexpr std::array names{"work", "person", "coordination", "responsibility", "time", "product", "authority"};

bool says(const Task& task, std::string_view issuing_level, Item item) {
  switch (item) {
    case Item::work:
      return !task.title.empty();
    case Item::person:
      return !task.lead.empty();
    case Item::coordination:
      return !task.coordinating.empty();
    case Item::responsibility:
      return !task.directing_leader.empty();
    case Item::time:
      return !task.due.empty() || task.due_period || task.month;
    case Item::product:
      return !task.deliverable.empty();
    case Item::authority:
      return !issuing_level.empty();
  }
  return false;
}

}  // namespace

std::vector<Item> missing_items(const Task& task, std::string_view issuing_level, const std::vector<Item>& asked) {
  std::vector<Item> missing;
  std::ranges::copy_if(asked, std::back_inserter(missing), [&](Item item) { return !says(task, issuing_level, item); });
  return missing;
}

bool has_one_lead(const Task& task) {
  return task.lead_units.size() == 1;
}

const char* name_of(Item item) {
  return names[static_cast<std::size_t>(item)];
}

std::optional<Item> find_item(std::string_view name) {
  const auto found = std::ranges::find(names, name, [](const char* known) { return std::string_view(known); });
  if (found == names.end()) return std::nullopt;
  return static_cast<Item>(found - names.begin());
}

}  // namespace tiendo::domain

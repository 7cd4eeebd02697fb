#include "domain/field.h"

#include <algorithm>

namespace tiendo::domain {

constexpr std::array<std::string_view, field_count> names = {"number",           "title", "lead", "coordinating", "deliverable",
                                                             "directing_leader", "note",  "due",  "issuing_level"};

std::string_view name_of(Field field) {
  return names[static_cast<std::size_t>(field)];
}

std::optional<Field> find_field(std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return all_fields[static_cast<std::size_t>(found - names.begin())];
}

}  // namespace tiendo::domain

#include "domain/access_key.h"

#include <algorithm>

namespace tiendo::domain {

std::optional<Right> find_right(std::string_view name) {
  const auto found = std::ranges::find(all_rights, name, [](Right right) { return std::string_view(name_of(right)); });
  return found == all_rights.end() ? std::nullopt : std::optional(*found);
}

}  // namespace tiendo::domain

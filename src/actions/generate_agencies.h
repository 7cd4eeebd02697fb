// Invented agencies with programmes of many tasks, always the same, for measuring. Only into an empty store.
#pragma once

#include <string_view>

#include "store/store.h"

namespace tiendo::actions {

inline constexpr int tasks_a_programme = 1000;

struct Generated {
  int agencies = 0;
  std::int64_t tasks = 0;
};

// Accounts vanthu1, vanthu2 …, one an agency, share the password. Throws conflict "database_not_empty".
Generated generate_agencies(store::Store& store, int agencies, std::int64_t tasks, std::string_view password);

}  // namespace tiendo::actions

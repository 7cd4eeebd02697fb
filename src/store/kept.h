// What readers keep in memory: worked out at one number of changes of an agency, and dropped at the next.
#pragma once

#include <mutex>
#include <string>
#include <unordered_map>

#include "store/store.h"

namespace tiendo::store {

struct Store::Kept {
  template <class Value>
  struct At {
    std::int64_t changes = -1;
    Value value{};
  };

  std::mutex mutex;
  std::unordered_map<AgencyId, At<std::shared_ptr<const Names>>> names;
  std::unordered_map<std::string, At<std::int64_t>> totals;  // by agency and filter
  std::unordered_map<std::string, At<std::shared_ptr<const std::vector<NamedCount>>>> counts;
};

inline constexpr std::size_t most_kept_totals = 10'000;

}  // namespace tiendo::store

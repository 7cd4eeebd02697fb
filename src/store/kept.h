// What readers keep in memory: worked out at one number of changes of an agency, and dropped at the next.
#pragma once

#include <mutex>
#include <string>
#include <unordered_map>

#include "store/figures.h"

namespace tiendo::store {

inline constexpr std::size_t most_kept_totals = 10'000;

// Answers that are summed over many rows, each good for one number of changes of its agency.
template <class Value>
class Shelf {
 public:
  // Made without the lock: two who ask at once may both make it.
  template <class Make>
  std::shared_ptr<const Value> get(const std::string& key, std::int64_t changes, Make make) {
    {
      const std::lock_guard lock(mutex_);
      const auto known = all_.find(key);
      if (known != all_.end() && known->second.first == changes) return known->second.second;
    }
    auto made = std::make_shared<const Value>(make());
    const std::lock_guard lock(mutex_);
    if (all_.size() >= most_kept_totals) all_.clear();
    all_[key] = {changes, made};
    return made;
  }

 private:
  std::mutex mutex_;
  std::unordered_map<std::string, std::pair<std::int64_t, std::shared_ptr<const Value>>> all_;
};

struct KeptFigures {
  Shelf<std::map<std::string, Tally>> tallies;
  Shelf<Trend> trends;
};

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
  KeptFigures figures;
};

}  // namespace tiendo::store

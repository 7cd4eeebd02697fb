#include "http/throttle.h"

#include <algorithm>

#include "base/hash.h"
#include "base/text.h"

namespace tiendo::http {
namespace {

struct Counted {
  std::string key;
  int most;
};

// Names come from outside and may be long: their hash stands for them.
std::array<Counted, 3> counted(std::string_view name, std::string_view address) {
  const auto hash = sha256(search_key(name));
  return {{{hash + '@' + std::string(address), Throttle::most_of_name_and_address},
           {hash, Throttle::most_of_name},
           {std::string(address), Throttle::most_of_address}}};
}

}  // namespace

std::chrono::seconds Throttle::wait(std::string_view name, std::string_view address, Instant now) const {
  std::chrono::seconds longest{};
  const auto all = counted(name, address);
  const std::lock_guard lock(mutex_);
  for (const auto& [key, most] : all) {
    const auto at = failures_.find(key);
    if (at == failures_.end() || at->second.count < most || now - at->second.since >= span) continue;
    longest = std::max(longest, std::chrono::ceil<std::chrono::seconds>(at->second.since + span - now));
  }
  return longest;
}

void Throttle::failed(std::string_view name, std::string_view address, Instant now) {
  const auto all = counted(name, address);
  const std::lock_guard lock(mutex_);
  if (failures_.size() >= most_kept) std::erase_if(failures_, [now](const auto& entry) { return now - entry.second.since >= span; });
  if (failures_.size() >= most_kept) failures_.clear();
  for (const auto& [key, most] : all) {
    auto& failures = failures_[key];
    if (now - failures.since >= span) failures = {0, now};
    ++failures.count;
  }
}

void Throttle::forgive(std::string_view name, std::string_view address) {
  const auto all = counted(name, address);
  const std::lock_guard lock(mutex_);
  for (const auto& [key, most] : all) {
    const auto at = failures_.find(key);
    if (at != failures_.end() && at->second.count > 0) --at->second.count;
  }
}

// The name at this address starts anew; a whole office that signs in from one address is no guesser.
void Throttle::succeeded(std::string_view name, std::string_view address) {
  forgive(name, address);
  const auto all = counted(name, address);
  const std::lock_guard lock(mutex_);
  failures_.erase(all[0].key);
}

}  // namespace tiendo::http

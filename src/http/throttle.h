// Slows down guessing of passwords and codes: failures are counted by name, by address and by both, and forgotten after a while.
// Beside it each account counts its own failures and locks itself (actions/failures.h); the throttle is what stands before unknown
// names and before many names from one address. Behind a proxy the address is the client's, where the proxy is trusted
// (http/client_address.h).
#pragma once

#include <array>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/date.h"

namespace tiendo::http {

class Throttle {
 public:
  // A name alone bears more, so that nobody is locked out by a stranger's guesses from elsewhere.
  static constexpr int most_of_name_and_address = 10, most_of_name = 100, most_of_address = 50;
  static constexpr std::chrono::minutes span{15};

  // How long to wait before the next attempt; zero where it may be made now.
  std::chrono::seconds wait(std::string_view name, std::string_view address, Instant now) const;
  void failed(std::string_view name, std::string_view address, Instant now);
  void forgive(std::string_view name, std::string_view address);  // what was counted last was no failure after all
  void succeeded(std::string_view name, std::string_view address);

 private:
  struct Failures {
    int count = 0;
    Instant since{};
  };
  static constexpr std::size_t most_kept = 20'000;

  mutable std::mutex mutex_;
  std::unordered_map<std::string, Failures> failures_;
};

}  // namespace tiendo::http

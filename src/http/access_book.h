// What is read is written into the log off the way of the answers, in batches: at most one transaction a second. A kill may lose
// the rows of reading of that second; what changes something has its row in its own transaction (store/access_log.h).
#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "store/access_log.h"

namespace tiendo::http {

class AccessBook {
 public:
  static constexpr std::chrono::milliseconds between_writes{1'000};
  static constexpr std::size_t most_waiting = 4'096;                      // rows; whoever brings one more writes them all
  static constexpr std::uintmax_t least_space = std::uintmax_t{1} << 30;  // bytes on the disk, below which an alarm is given

  explicit AccessBook(store::Store& store);
  ~AccessBook();  // writes what waits

  // Soon. The same again while it waits is counted in its row.
  void note(domain::AgencyId agency, store::Access access);
  // Now, with all that waits. Throws what the store throws.
  void write(domain::AgencyId agency, store::Access access);
  void flush();

  bool is_space_low() const;

 private:
  struct Waiting {
    domain::AgencyId agency;
    store::Access access;
  };
  void run();
  void flush_or_complain();
  void take_back(std::vector<Waiting> rows);

  store::Store& store_;
  mutable std::mutex mutex_, writing_;
  std::condition_variable changed_;
  std::vector<Waiting> waiting_;
  std::map<std::string, std::size_t> places_;  // in waiting_, by all but the time
  bool is_ending_ = false;
  std::thread thread_;
};

}  // namespace tiendo::http

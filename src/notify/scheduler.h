// A thread of its own beside the server makes the notices of a day when its hour has come, and sends each line of messages on its way: a
// thread for each, so that a slow host holds up nobody else's.
#pragma once

#include <condition_variable>
#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <thread>

#include "actions/send_messages.h"

namespace tiendo::notify {

class Scheduler {
 public:
  Scheduler(store::Store& store, actions::Carrier& carrier, std::function<Instant()> clock = now_from_clock,
            std::chrono::milliseconds pulse = std::chrono::seconds(10));
  ~Scheduler();  // waits for the messages that are on their way

 private:
  void run(const std::stop_token& stopped);
  void make_notices();
  void send(const std::stop_token& stopped);
  template <class Work>
  static void unbroken(Work work);

  store::Store& store_;
  actions::Carrier& carrier_;
  const std::function<Instant()> clock_;
  const std::chrono::milliseconds pulse_;  // how often it looks: settings and clocks change meanwhile
  std::mutex mutex_;
  std::condition_variable_any woken_;
  std::map<store::MessageLine, std::future<void>> on_their_way_;  // for the thread alone
  std::jthread thread_;
};

inline constexpr std::size_t most_lines = 16;  // on their way at once

}  // namespace tiendo::notify

// A thread of its own beside the server: makes the notices of a day when its hour has come, and carries messages out.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "actions/send_messages.h"

namespace tiendo::notify {

class Scheduler {
 public:
  Scheduler(store::Store& store, actions::Carrier& carrier, std::function<Instant()> clock = now_from_clock);
  ~Scheduler();  // waits for the message that is on its way

 private:
  void run(std::stop_token stopped);
  void work_once();

  store::Store& store_;
  actions::Carrier& carrier_;
  const std::function<Instant()> clock_;
  std::mutex mutex_;
  std::condition_variable_any woken_;
  std::jthread thread_;
};

inline constexpr std::chrono::seconds pulse{10};  // how often it looks: settings and clocks change meanwhile

}  // namespace tiendo::notify

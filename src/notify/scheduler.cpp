#include "notify/scheduler.h"

#include <iostream>

#include "actions/make_notices.h"
#include "base/error.h"

namespace tiendo::notify {

Scheduler::Scheduler(store::Store& store, actions::Carrier& carrier, std::function<Instant()> clock, std::chrono::milliseconds pulse)
    : store_(store), carrier_(carrier), clock_(std::move(clock)), pulse_(pulse), thread_([this](const std::stop_token& stopped) {
        run(stopped);
      }) {}

Scheduler::~Scheduler() = default;

// What fails now is tried at the next pulse; the server goes on.
template <class Work>
void Scheduler::unbroken(Work work) {
  try {
    work();
  } catch (const std::exception& error) {
    std::cerr << "reminders: " << error.what() << std::endl;
  }
}

void Scheduler::run(const std::stop_token& stopped) {
  while (!stopped.stop_requested()) {
    unbroken([&] { make_notices(); });
    unbroken([&] { send(stopped); });
    std::unique_lock lock(mutex_);
    woken_.wait_for(lock, stopped, pulse_, [] { return false; });
  }
}

void Scheduler::make_notices() {
  const auto now = clock_();
  for (const auto& agency : store_.read().agencies())
    if (actions::is_time_for_notices(store_.read(), agency.id, now)) actions::make_notices(store_, agency.id, local_date(now), now);
}

// One thread a line, and no more than a line has: what comes meanwhile waits for the next pulse.
void Scheduler::send(const std::stop_token& stopped) {
  std::erase_if(on_their_way_, [](const auto& each) { return each.second.wait_for(std::chrono::seconds(0)) == std::future_status::ready; });
  for (const auto& line : store::lines_due(store_.read(), clock_(), actions::longest_pause)) {
    if (on_their_way_.size() >= most_lines) return;
    if (on_their_way_.contains(line)) continue;
    on_their_way_[line] = std::async(
        std::launch::async, [this, line, stopped] { unbroken([&] { actions::send_line(store_, carrier_, line, clock_, stopped); }); });
  }
}

}  // namespace tiendo::notify

#include "notify/scheduler.h"

#include <iostream>

#include "actions/make_notices.h"
#include "base/error.h"

namespace tiendo::notify {

Scheduler::Scheduler(store::Store& store, actions::Carrier& carrier, std::function<Instant()> clock)
    : store_(store), carrier_(carrier), clock_(std::move(clock)), thread_([this](std::stop_token stopped) { run(stopped); }) {}

Scheduler::~Scheduler() = default;

void Scheduler::run(std::stop_token stopped) {
  while (!stopped.stop_requested()) {
    // What fails now is tried at the next pulse; the server goes on.
    try {
      work_once();
    } catch (const std::exception& error) {
      std::cerr << "reminders: " << error.what() << std::endl;
    }
    std::unique_lock lock(mutex_);
    woken_.wait_for(lock, stopped, pulse, [] { return false; });
  }
}

void Scheduler::work_once() {
  const auto now = clock_();
  for (const auto& agency : store_.read().agencies())
    if (actions::is_time_for_notices(store_.read(), agency.id, now)) actions::make_notices(store_, agency.id, local_date(now), now);
  actions::send_messages(store_, carrier_, now);
}

}  // namespace tiendo::notify

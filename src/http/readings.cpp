#include "http/readings.h"

#include <algorithm>

#include "base/error.h"
#include "http/respond.h"

namespace tiendo::http {

Reading::Reading(ReadingId id, domain::Actor sender, std::string source_name, Read read)
    : id_(id), sender_(std::move(sender)), source_name_(std::move(source_name)), thread_([this, read = std::move(read)] { run(read); }) {}

Reading::~Reading() {
  give_up();
}

void Reading::run(const Read& read) {
  std::optional<store::IntakeRecord> intake;
  std::exception_ptr failure;
  try {
    intake = read([this](int done, int total) { return hear(done, total); });
  } catch (...) {
    failure = std::current_exception();
  }
  const std::lock_guard lock(mutex_);
  sight_.intake = std::move(intake);
  sight_.failure = failure;
  over_.notify_all();
}

bool Reading::hear(int done, int total) {
  const std::lock_guard lock(mutex_);
  sight_.pages_done = done;
  sight_.pages = total;
  return !is_given_up_;
}

Reading::Sight Reading::sight_locked() const {
  auto sight = sight_;
  if (!sight.is_over() && sight.pages_done > 0) {
    const auto taken = std::chrono::steady_clock::now() - began_;
    sight.left = std::chrono::ceil<std::chrono::seconds>(taken * (sight.pages - sight.pages_done) / sight.pages_done);
  }
  return sight;
}

Reading::Sight Reading::sight() const {
  const std::lock_guard lock(mutex_);
  return sight_locked();
}

Reading::Sight Reading::sight_within(std::chrono::milliseconds patience) const {
  std::unique_lock lock(mutex_);
  over_.wait_for(lock, patience, [this] { return sight_.is_over(); });
  return sight_locked();
}

void Reading::give_up() {
  const std::lock_guard lock(mutex_);
  is_given_up_ = true;
}

bool Reading::is_given_up() const {
  const std::lock_guard lock(mutex_);
  return is_given_up_;
}

std::shared_ptr<Reading> Readings::start(ReadingId id, domain::Actor sender, std::string source_name, Reading::Read read) {
  const std::lock_guard lock(mutex_);
  make_room();
  readings_.push_back(std::make_shared<Reading>(id, std::move(sender), std::move(source_name), std::move(read)));
  return readings_.back();
}

// Those that were given up are kept until they are over: their end is not waited for.
void Readings::make_room() {
  std::erase_if(readings_, [](const auto& each) { return each->is_given_up() && each->sight().is_over(); });
  const auto under_way = std::ranges::count_if(readings_, [](const auto& each) { return !each->sight().is_over(); });
  if (under_way >= most_readings_at_once) throw Refused{503, "server_busy", {}, {{"Retry-After", "5"}}};
  while (readings_.size() >= most_kept_readings)
    readings_.erase(std::ranges::find_if(readings_, [](const auto& each) { return each->sight().is_over(); }));
}

std::shared_ptr<Reading> Readings::reading(ReadingId id, const domain::Actor& who) {
  const std::lock_guard lock(mutex_);
  const auto found =
      std::ranges::find_if(readings_, [&](const auto& each) { return each->id() == id && each->is_of(who) && !each->is_given_up(); });
  if (found == readings_.end()) throw Error(ErrorCode::not_found, "reading_unknown");
  return *found;
}

void Readings::forget(ReadingId id, const domain::Actor& who) {
  reading(id, who)->give_up();
}

}  // namespace tiendo::http

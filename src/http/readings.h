// Documents that are being read: a long scan goes on while its sender asks how far it is, or stops it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "domain/programme.h"
#include "formats/progress.h"
#include "store/records.h"

namespace tiendo::http {

// Waiting and finished ones together; a finished one is forgotten when its place is needed.
inline constexpr std::size_t most_kept_readings = 64;
inline constexpr int most_readings_at_once = 4;

using ReadingId = Id<struct ReadingOfDocument>;

class Reading {
 public:
  using Read = std::function<store::IntakeRecord(const formats::Progress& progress)>;
  struct Sight {
    int pages_done = 0, pages = 0;              // 0 pages: not known
    std::optional<std::chrono::seconds> left;   // about so long, from the time that the pages so far took
    std::optional<store::IntakeRecord> intake;  // it is done
    std::exception_ptr failure;                 // it came to nothing
    bool is_over() const { return intake || failure; }
  };

  Reading(ReadingId id, domain::Actor sender, std::string source_name, Read read);
  ~Reading();  // gives it up and waits for its end

  ReadingId id() const { return id_; }
  const std::string& source_name() const { return source_name_; }
  bool is_of(const domain::Actor& who) const { return sender_.agency == who.agency && sender_.user == who.user; }
  Sight sight() const;
  // As above, after its end or after this long.
  Sight sight_within(std::chrono::milliseconds patience) const;
  void give_up();
  bool is_given_up() const;

 private:
  void run(const Read& read);
  bool hear(int done, int total);
  Sight sight_locked() const;

  const ReadingId id_;
  const domain::Actor sender_;
  const std::string source_name_;
  const std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  mutable std::mutex mutex_;
  mutable std::condition_variable over_;
  Sight sight_;
  bool is_given_up_ = false;
  std::jthread thread_;
};

class Readings {
 public:
  // Throws Refused 503 where too many are under way.
  std::shared_ptr<Reading> start(ReadingId id, domain::Actor sender, std::string source_name, Reading::Read read);
  // Throws not_found "reading_unknown": also after a restart of the server, and for anybody but the sender.
  std::shared_ptr<Reading> reading(ReadingId id, const domain::Actor& who);
  // It is given up where it is not over, and forgotten; an intake that was made stays.
  void forget(ReadingId id, const domain::Actor& who);

 private:
  void make_room();

  std::mutex mutex_;
  std::vector<std::shared_ptr<Reading>> readings_;  // the oldest first
};

}  // namespace tiendo::http

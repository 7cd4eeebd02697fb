// The logs of an agency: rows are added and never changed, each sealed by a hash that covers the one before; a head says where
// each log ends. Whoever changes, takes out, moves or cuts off a row by hand leaves a fault that names it.
#pragma once

#include <array>
#include <functional>
#include <map>

#include "store/database.h"
#include "store/records.h"

namespace tiendo::store {

enum class Log { events, access };
inline constexpr std::array all_logs{Log::events, Log::access};
const char* name_of(Log log);

// Whose log holds what belongs to no agency.
inline constexpr AgencyId the_installation{};

// The last row of a log, and the last one that was taken off its beginning.
struct Head {
  std::int64_t sequence = 0;
  std::string hash;
  std::int64_t trimmed_to = 0;
  std::string trimmed_hash;
};
Head head(Database& database, AgencyId agency, Log log);

// Moves the head one row on: its sequence number, and its hash over the row before and the row's own content.
void seal(Head& head, AgencyId agency, std::string_view content);

// One row as the chain sees it.
struct Link {
  std::int64_t sequence = 0;
  std::string previous_hash, hash, content;
};
using VisitLink = std::function<void(const Link&)>;
void each_event(Database& database, AgencyId agency, const VisitLink& visit);   // events.cpp
void each_access(Database& database, AgencyId agency, const VisitLink& visit);  // access_log.cpp
// Whether a row tells that the beginning was taken off up to where the head says.
bool says_trimmed(Database& database, AgencyId agency, const Head& head);  // access_log.cpp

// Where the logs end while a transaction adds to them; written once, at its end.
class LogBook {
 public:
  Head& head(Database& database, AgencyId agency, Log log);
  void write(Database& database);

  bool tells_of_request = false;  // a row says already what the request that is being answered does

 private:
  std::map<std::pair<AgencyId, Log>, Head> heads_;
};

struct ChainFault {
  enum class Kind {
    changed,   // row `sequence` says something else than when it was written
    removed,   // rows `sequence` to `other` are gone
    moved,     // what stands as row `sequence` was written as row `other`
    added,     // rows `sequence` to `other` stand behind the end
    trimmed,   // rows up to `sequence` were taken off, and no row says so
    beheaded,  // nothing says where the log ends
  };
  Kind kind;
  std::int64_t sequence = 0, other = 0;
  bool operator==(const ChainFault&) const = default;
};
const char* name_of(ChainFault::Kind kind);

inline constexpr std::size_t most_faults = 20;

// In the order of the rows, at most most_faults.
std::vector<ChainFault> chain_faults(Database& database, AgencyId agency, Log log);

}  // namespace tiendo::store

// How long the log of access is kept, and whether both logs still say what was written.
#pragma once

#include "store/log_chain.h"
#include "store/store.h"

namespace tiendo::actions {

inline constexpr int least_months_of_log = 12;  // R64

// Takes off what is older, in the log of every agency and of the installation. Throws invalid "retention_short". Gives the rows that went.
std::int64_t trim_access_logs(store::Store& store, int months, Instant now);

struct CheckedLog {
  domain::Agency agency;  // without a name: the installation
  store::Log log;
  store::Head head;
  std::vector<store::ChainFault> faults;
};
std::vector<CheckedLog> check_logs(const store::Reader& reader);

}  // namespace tiendo::actions

// The seal of the log, checked on any database: our own or a copy.
#pragma once

#include "store/database.h"
#include "store/records.h"

namespace tiendo::store {

// The first sequence number at which the chain does not hold.
std::optional<std::int64_t> find_broken_event(Database& database, AgencyId agency);

}  // namespace tiendo::store

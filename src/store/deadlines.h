// How an agency reads deadlines, kept for the length of a transaction.
#pragma once

#include "domain/timing.h"
#include "store/records.h"

namespace tiendo::store {

struct Deadlines {
  AgencyId agency;
  DeadlinePolicy policy;
  WorkingDays days;
};

}  // namespace tiendo::store

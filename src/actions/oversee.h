// The operator says whose sums an agency sees, and ends it. Both agencies have it in their history.
#pragma once

#include "store/store.h"

namespace tiendo::actions {

// Nothing happens where it is so already. Throws invalid "oversees_itself", not_found "agency_not_found".
void oversee(store::Store& store, domain::AgencyId overseer, domain::AgencyId overseen, Instant now);
void end_oversight(store::Store& store, domain::AgencyId overseer, domain::AgencyId overseen, Instant now);

}  // namespace tiendo::actions

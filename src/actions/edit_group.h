// Open groups of units: entering, changing, taking away (R07).
#pragma once

#include "store/groups.h"

namespace tiendo::actions {

// Throws invalid "group_name_missing", "bad_field", conflict "group_name_taken", "stale_version", not_found "unit_not_found",
// "group_not_found".
domain::UnitGroup add_group(store::Store& store, const domain::Actor& actor, domain::UnitGroup group, Instant now);
domain::UnitGroup edit_group(store::Store& store, const domain::Actor& actor, domain::UnitGroup group, Instant now);
// The tasks keep their words; they say an open group again that nobody knows.
void remove_group(store::Store& store, const domain::Actor& actor, domain::UnitGroupId id, int version, Instant now);

}  // namespace tiendo::actions

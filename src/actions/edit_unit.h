// The register of units: entering, changing, and one unit going into another (R08, R33).
#pragma once

#include "store/store.h"

namespace tiendo::actions {

inline constexpr std::size_t longest_unit_name = 300, most_unit_spellings = 100;

// The whole of a unit except its successor. A name that it had stays as a spelling, so that older documents still find it.
// Throws not_found "unit_not_found", conflict "stale_version", "unit_name_taken", "unit_is_gone", or what domain::check throws.
domain::Unit edit_unit(store::Store& store, const domain::Actor& actor, domain::Unit unit, Instant now);
domain::Unit add_unit(store::Store& store, const domain::Actor& actor, domain::Unit unit, Instant now);

struct Merger {
  domain::Unit unit;  // the one that stays
  int tasks = 0;      // that followed
};

// `from` goes into `into`, with `on` as its last day: spellings, tasks and the units below follow; its row stays with its successor.
// Cells keep what was written; figures of past days keep the unit of that day.
// Throws invalid "unit_merged_with_itself", conflict "stale_version" (version of `from`), "unit_is_gone", "unit_parent".
Merger merge_units(store::Store& store, const domain::Actor& actor, domain::UnitId from, int version, domain::UnitId into, Date on,
                   Instant now);

}  // namespace tiendo::actions

// How the agency reads deadlines from now on (R20): open work follows at once, what is done stays as it was counted.
#pragma once

#include "store/work_settings.h"

namespace tiendo::actions {

// Throws invalid "rule_out_of_range", conflict "stale_version".
domain::WorkSettings save_work_settings(store::Store& store, const domain::Actor& actor, domain::WorkSettings settings, Instant now);

// How deadlines were read before a change of the settings or of the calendar.
struct DeadlineReading {
  domain::DeadlinePolicy policy;
  domain::WorkingDays days;
};
DeadlineReading deadline_reading(const store::Reader& reader, domain::AgencyId agency);

// Open work whose day comes from the earlier reading falls due by the new one. Gives how many tasks moved.
int read_deadlines_anew(store::Writer& writer, domain::AgencyId agency, const DeadlineReading& before, Instant now);

}  // namespace tiendo::actions

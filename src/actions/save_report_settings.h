// Which reports the agency asks for from now on, and until when (R45). Reports that were begun keep their cut-off.
#pragma once

#include "domain/report_settings.h"
#include "store/store.h"

namespace tiendo::actions {

// Throws invalid "rule_out_of_range", conflict "stale_version".
domain::ReportSettings save_report_settings(store::Store& store, const domain::Actor& actor, domain::ReportSettings settings, Instant now);

}  // namespace tiendo::actions

// Which reports an agency asks for, and until when.
#pragma once

#include "domain/report_settings.h"
#include "store/store.h"

namespace tiendo::store {

ReportSettings report_settings(const Reader& reader, AgencyId agency);
void save(Writer& writer, AgencyId agency, const ReportSettings& settings);  // throws conflict "stale_version"

}  // namespace tiendo::store

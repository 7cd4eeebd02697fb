#include "store/report_settings.h"

#include "store/rules.h"

namespace tiendo::store {

ReportSettings report_settings(const Reader& reader, AgencyId agency) {
  return rules_kept<ReportSettings>(reader, agency, "report_settings");
}

void save(Writer& writer, AgencyId agency, const ReportSettings& settings) {
  keep_rules(writer, agency, "report_settings", settings);
}

}  // namespace tiendo::store

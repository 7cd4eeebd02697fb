#include "store/work_settings.h"

#include "store/rules.h"

namespace tiendo::store {

WorkSettings work_settings(const Reader& reader, AgencyId agency) {
  return rules_kept<WorkSettings>(reader, agency, "work_settings");
}

void save(Writer& writer, AgencyId agency, const WorkSettings& settings) {
  keep_rules(writer, agency, "work_settings", settings);
  writer.deadlines_changed();
}

}  // namespace tiendo::store

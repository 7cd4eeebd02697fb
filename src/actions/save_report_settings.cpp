#include "actions/save_report_settings.h"

#include "actions/rule_facts.h"
#include "store/report_settings.h"

namespace tiendo::actions {

domain::ReportSettings save_report_settings(store::Store& store, const domain::Actor& actor, domain::ReportSettings settings, Instant now) {
  check_bounds(settings);
  auto writer = store.begin();
  const auto before = store::report_settings(writer, actor.agency);
  store::save(writer, actor.agency, settings);
  writer.record(actor, "report_settings_changed", "agency", actor.agency.value(), rule_facts(before), rule_facts(settings), now);
  writer.commit();
  ++settings.version;
  return settings;
}

}  // namespace tiendo::actions

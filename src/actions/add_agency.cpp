#include "actions/add_agency.h"

#include "actions/operator.h"
#include "base/error.h"
#include "base/text.h"

namespace tiendo::actions {

domain::Agency add_agency(store::Store& store, std::string_view name, Instant now) {
  const domain::Agency agency{domain::AgencyId::make(now), collapse_blanks(nfc(name)), 1};
  if (agency.name.empty()) throw Error(ErrorCode::invalid, "name_missing");
  auto writer = store.begin();
  writer.add(agency);
  writer.record(the_operator(agency.id), "agency_added", "agency", agency.id.value(), "", "", now);
  writer.commit();
  return agency;
}

}  // namespace tiendo::actions

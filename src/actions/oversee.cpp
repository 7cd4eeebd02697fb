#include "actions/oversee.h"

#include <boost/json.hpp>

#include "actions/operator.h"
#include "base/error.h"
#include "store/oversight.h"

namespace tiendo::actions {
namespace {

using domain::AgencyId;

std::string name_of(const store::Reader& reader, AgencyId agency) {
  const auto known = reader.find_agency(agency);
  if (!known) throw Error(ErrorCode::not_found, "agency_not_found", {agency.text()});
  return known->name;
}

void record(store::Writer& writer, const char* kind, AgencyId overseer, AgencyId overseen, Instant now) {
  const auto facts =
      boost::json::serialize(boost::json::object{{"overseer", name_of(writer, overseer)}, {"overseen", name_of(writer, overseen)}});
  for (const AgencyId agency : {overseer, overseen}) writer.record(the_operator(agency), kind, "agency", agency.value(), "", facts, now);
}

}  // namespace

void oversee(store::Store& store, AgencyId overseer, AgencyId overseen, Instant now) {
  if (overseer == overseen) throw Error(ErrorCode::invalid, "oversees_itself");
  auto writer = store.begin();
  if (!store::add_oversight(writer, overseer, overseen, now)) return;
  record(writer, "oversight_added", overseer, overseen, now);
  writer.commit();
}

void end_oversight(store::Store& store, AgencyId overseer, AgencyId overseen, Instant now) {
  auto writer = store.begin();
  if (!store::remove_oversight(writer, overseer, overseen)) return;
  record(writer, "oversight_ended", overseer, overseen, now);
  writer.commit();
}

}  // namespace tiendo::actions

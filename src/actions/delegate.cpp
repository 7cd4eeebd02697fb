#include "actions/delegate.h"

#include <algorithm>

#include <boost/json.hpp>

#include "base/error.h"
#include "base/text.h"

namespace tiendo::actions {
namespace {

namespace json = boost::json;
using domain::Delegation;
using domain::Holder;
using domain::PersonId;

constexpr std::size_t longest_document = 500;

std::string facts(const Delegation& delegation) {
  return json::serialize(json::object{{"absent", delegation.absent.text()},
                                      {"delegate", delegation.delegate.text()},
                                      {"from", iso(delegation.from)},
                                      {"to", iso(delegation.to)},
                                      {"document", delegation.document}});
}

const domain::Person& person_of(const store::Names& names, PersonId id) {
  const auto* person = names.find_leader(id);
  if (!person) throw Error(ErrorCode::not_found, "person_not_found");
  return *person;
}

}  // namespace

Delegation add_delegation(store::Store& store, const domain::Actor& actor, const DelegationForm& form, Instant now) {
  auto writer = store.begin();
  const auto names = writer.names(actor.agency);
  Delegation delegation{.id = domain::DelegationId::make(now),
                        .agency = actor.agency,
                        .absent = person_of(*names, form.absent).id,
                        .delegate = person_of(*names, form.delegate).id,
                        .from = form.from,
                        .to = form.to,
                        .document = collapse_blanks(nfc(form.document)),
                        .entered_by = actor.name,
                        .entered_at = now};
  if (delegation.document.empty()) throw Error(ErrorCode::invalid, "document_missing");
  if (delegation.document.size() > longest_document) throw Error(ErrorCode::invalid, "bad_field", {"document"});
  check(delegation, store::delegations(writer, actor.agency));
  store::add(writer, delegation);
  writer.record(actor, "delegation_added", "delegation", delegation.id.value(), "", facts(delegation), now);
  writer.commit();
  return delegation;
}

std::optional<Delegation> end_delegation(store::Store& store, const domain::Actor& actor, domain::DelegationId id, int version, Date on,
                                         Instant now) {
  auto writer = store.begin();
  const Delegation before = store::delegation(writer, actor.agency, id);
  if (before.version != version) throw Error(ErrorCode::conflict, "stale_version");
  if (before.to <= on || before.to < local_date(now)) throw Error(ErrorCode::conflict, "delegation_over");
  // Days that have passed stay as they were.
  const Date last = std::max(on, Date(std::chrono::sys_days(local_date(now)) - std::chrono::days(1)));
  if (last < before.from) {
    store::remove(writer, before);
    writer.record(actor, "delegation_removed", "delegation", id.value(), facts(before), "", now);
    writer.commit();
    return std::nullopt;
  }
  Delegation ended = before;
  ended.to = std::min(last, before.to);
  store::save(writer, ended);
  writer.record(actor, "delegation_ended", "delegation", id.value(), facts(before), facts(ended), now);
  writer.commit();
  ++ended.version;
  return ended;
}

Holder holder_of(const store::Reader& reader, domain::AgencyId agency, PersonId person, Date day) {
  return holder(store::delegations(reader, agency), person, day);
}

std::optional<Holder> held_by(const store::Reader& reader, const domain::User& user, std::span<const PersonId> people, Date day) {
  if (!user.person) return std::nullopt;
  const auto delegations = store::delegations(reader, user.agency);
  std::optional<Holder> found;
  for (const PersonId person : people) {
    const Holder held = holder(delegations, person, day);
    if (held.person != user.person) continue;
    if (!held.instead_of) return held;  // one's own comes first
    if (!found) found = held;
  }
  return found;
}

std::vector<Holder> holders_of_unit(const store::Reader& reader, domain::AgencyId agency, domain::UnitId unit, Date day) {
  const auto delegations = store::delegations(reader, agency);
  std::vector<Holder> all;
  for (const auto& [person, service] : store::services(reader, agency))
    if (directs(service, unit, day)) all.push_back(holder(delegations, person, day));
  return all;
}

domain::Actor named_with(const store::Reader& reader, domain::Actor actor, std::optional<PersonId> instead_of) {
  if (instead_of) actor.name += " thay " + person_of(*reader.names(actor.agency), *instead_of).full_name;
  return actor;
}

}  // namespace tiendo::actions

#include "actions/register.h"

#include <algorithm>

#include <boost/json.hpp>

#include "base/text.h"

namespace tiendo::actions {
namespace {

bool is_known_spelling(const std::string& spelling, const std::string& name, const std::vector<std::string>& aliases) {
  return spelling == name || std::ranges::find(aliases, spelling) != aliases.end();
}

std::string named(const std::string& name) {
  return boost::json::serialize(boost::json::object{{"name", name}});
}

}  // namespace

intake::Register known_names(const store::Names& names) {
  intake::Register known;
  for (const domain::Unit& unit : names.units) {
    known.units.push_back(unit.name);
    if (!unit.abbreviation.empty()) known.units.push_back(unit.abbreviation);
    known.units.insert(known.units.end(), unit.aliases.begin(), unit.aliases.end());
  }
  for (const domain::Person& person : names.leaders) {
    known.leaders.push_back(person.full_name);
    known.leaders.insert(known.leaders.end(), person.aliases.begin(), person.aliases.end());
  }
  return known;
}

RegisterBook::RegisterBook(store::Writer& writer, const domain::Actor& actor, Instant now) : writer_(writer), actor_(actor), now_(now) {
  const auto names = writer.names(actor.agency);
  for (const domain::Unit& unit : names->units) {
    if (unit.successor) continue;  // its names are spellings of the unit that it went into
    units_[unit.id] = unit;
    for (const std::string& alias : unit.aliases) unit_keys_.emplace(search_key(alias), unit.id);
    if (!unit.abbreviation.empty()) unit_keys_.emplace(search_key(unit.abbreviation), unit.id);
    unit_keys_[search_key(unit.name)] = unit.id;
  }
  for (const domain::Person& person : names->leaders) {
    leaders_[person.id] = person;
    for (const std::string& alias : person.aliases) leader_keys_.emplace(search_key(alias), person.id);
    leader_keys_[search_key(person.full_name)] = person.id;
  }
}

domain::UnitId RegisterBook::unit(const std::string& name) {
  const auto [found, is_new] = unit_keys_.emplace(search_key(name), domain::UnitId{});
  if (is_new) {
    const domain::Unit unit{.id = domain::UnitId::make(now_), .name = name, .kind = domain::kind_by_name(name)};
    writer_.add(actor_.agency, unit);
    writer_.record(actor_, "unit_added", "unit", unit.id.value(), "", named(name), now_);
    units_[unit.id] = unit;
    return found->second = unit.id;
  }
  domain::Unit& known = units_[found->second];
  if (name != known.abbreviation && !is_known_spelling(name, known.name, known.aliases)) {
    known.aliases.push_back(name);
    writer_.save(actor_.agency, known);
    ++known.version;
    writer_.record(actor_, "unit_spelled", "unit", known.id.value(), "", named(name), now_);
  }
  return known.id;
}

domain::PersonId RegisterBook::leader(const std::string& name) {
  const auto [found, is_new] = leader_keys_.emplace(search_key(name), domain::PersonId{});
  if (is_new) {
    const domain::Person person{domain::PersonId::make(now_), name, {}, 1};
    writer_.add(actor_.agency, person);
    writer_.record(actor_, "leader_added", "person", person.id.value(), "", named(name), now_);
    leaders_[person.id] = person;
    return found->second = person.id;
  }
  domain::Person& known = leaders_[found->second];
  if (!is_known_spelling(name, known.full_name, known.aliases)) {
    known.aliases.push_back(name);
    writer_.save(actor_.agency, known);
    ++known.version;
    writer_.record(actor_, "leader_spelled", "person", known.id.value(), "", named(name), now_);
  }
  return known.id;
}

}  // namespace tiendo::actions

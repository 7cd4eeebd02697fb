// The registers of an agency: its units and the people who direct tasks.
#include "base/error.h"
#include "base/text.h"
#include "store/database.h"
#include "store/kept.h"
#include "store/lists.h"
#include "store/store.h"

namespace tiendo::store {

const Unit* Names::find_unit(UnitId id) const {
  const auto found = unit_places.find(id);
  return found == unit_places.end() ? nullptr : &units[found->second];
}

const Person* Names::find_leader(PersonId id) const {
  const auto found = leader_places.find(id);
  return found == leader_places.end() ? nullptr : &leaders[found->second];
}

std::shared_ptr<const Names> Reader::names(AgencyId agency) const {
  const std::int64_t changes = changes_of(agency);
  auto& kept = *store_->kept_;
  if (lease_) {
    const std::lock_guard lock(kept.mutex);
    const auto& known = kept.names[agency];
    if (known.changes == changes) return known.value;
  }
  auto names = std::make_shared<Names>();
  auto units =
      database().query("select id, name, abbreviation, aliases, version from units where agency_id = $1 order by sort_key, id", agency);
  while (units.next()) {
    names->unit_places.emplace(UnitId(units.number(0)), names->units.size());
    names->units.push_back({UnitId(units.number(0)), units.text(1), units.text(2), words_from(units.view(3)), units.small(4)});
  }
  auto people = database().query("select id, full_name, aliases, version from people where agency_id = $1 order by sort_key, id", agency);
  while (people.next()) {
    names->leader_places.emplace(PersonId(people.number(0)), names->leaders.size());
    names->leaders.push_back({PersonId(people.number(0)), people.text(1), words_from(people.view(2)), people.small(3)});
  }
  if (lease_) {
    const std::lock_guard lock(kept.mutex);
    auto& known = kept.names[agency];
    if (known.changes < changes) known = {changes, names};
  }
  return names;
}

void Writer::add(AgencyId agency, const Unit& unit) {
  database().run(R"sql(
    insert into units (agency_id, id, name, abbreviation, aliases, name_key, sort_key, version) values ($1, $2, $3, $4, $5, $6, $7, $8)
  )sql",
                 agency, unit.id, unit.name, unit.abbreviation, list_of(unit.aliases), search_key(unit.name), Blob{sort_key(unit.name)},
                 unit.version);
}

void Writer::save(AgencyId agency, const Unit& unit) {
  const int changed = database().run(R"sql(
    update units set name = $4, abbreviation = $5, aliases = $6, name_key = $7, sort_key = $8, version = version + 1
    where agency_id = $1 and id = $2 and version = $3
  )sql",
                                     agency, unit.id, unit.version, unit.name, unit.abbreviation, list_of(unit.aliases),
                                     search_key(unit.name), Blob{sort_key(unit.name)});
  if (changed == 0) throw Error(ErrorCode::conflict, "stale_version");
}

void Writer::add(AgencyId agency, const Person& person) {
  database().run(R"sql(
    insert into people (agency_id, id, full_name, aliases, name_key, sort_key, version) values ($1, $2, $3, $4, $5, $6, $7)
  )sql",
                 agency, person.id, person.full_name, list_of(person.aliases), search_key(person.full_name),
                 Blob{person_sort_key(person.full_name)}, person.version);
}

void Writer::save(AgencyId agency, const Person& person) {
  const int changed = database().run(R"sql(
    update people set full_name = $4, aliases = $5, name_key = $6, sort_key = $7, version = version + 1
    where agency_id = $1 and id = $2 and version = $3
  )sql",
                                     agency, person.id, person.version, person.full_name, list_of(person.aliases),
                                     search_key(person.full_name), Blob{person_sort_key(person.full_name)});
  if (changed == 0) throw Error(ErrorCode::conflict, "stale_version");
}

}  // namespace tiendo::store

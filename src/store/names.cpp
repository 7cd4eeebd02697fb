// The registers of an agency: its units and the people who direct tasks.
#include "base/error.h"
#include "base/text.h"
#include "store/database.h"
#include "store/kept.h"
#include "store/lists.h"
#include "store/store.h"
#include "store/task_rows.h"

namespace tiendo::store {

namespace {

std::optional<UnitId> find_unit_id(const Rows& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(UnitId(row.number(column)));
}

Unit unit_from(const Rows& row) {
  return {.id = UnitId(row.number(0)),
          .name = row.text(1),
          .abbreviation = row.text(2),
          .aliases = words_from(row.view(3)),
          .version = row.small(4),
          .kind = find_unit_kind(row.view(5)).value_or(UnitKind::other),
          .parent = find_unit_id(row, 6),
          .valid_from = find_date(row.view(7)),
          .valid_to = find_date(row.view(8)),
          .successor = find_unit_id(row, 9),
          .identifier = row.text(10),
          .old_identifier = row.text(11)};
}

}  // namespace

const Unit* Names::find_unit(UnitId id) const {
  const auto found = unit_places.find(id);
  return found == unit_places.end() ? nullptr : &units[found->second];
}

const Person* Names::find_leader(PersonId id) const {
  const auto found = leader_places.find(id);
  return found == leader_places.end() ? nullptr : &leaders[found->second];
}

HeldNames Reader::names(AgencyId agency) const {
  const std::int64_t changes = changes_of(agency);
  auto& kept = *store_->kept_;
  if (lease_) {
    const std::lock_guard lock(kept.mutex);
    const auto& known = kept.names[agency];
    if (known.changes == changes) return HeldNames(known.value);
  }
  auto names = std::make_shared<Names>();
  auto units = database().query(R"sql(
    select id, name, abbreviation, aliases, version, kind, parent_id, valid_from, valid_to, successor_id, identifier, old_identifier
    from units where agency_id = $1 order by sort_key, id
  )sql",
                                agency);
  while (units.next()) {
    names->unit_places.emplace(UnitId(units.number(0)), names->units.size());
    names->units.push_back(unit_from(units));
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
  return HeldNames(std::move(names));
}

void Writer::add(AgencyId agency, const Unit& unit) {
  database().run(R"sql(
    insert into units (agency_id, id, name, abbreviation, aliases, name_key, sort_key, version, kind, parent_id, valid_from, valid_to,
      successor_id, identifier, old_identifier)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
  )sql",
                 agency, unit.id, unit.name, unit.abbreviation, list_of(unit.aliases), search_key(unit.name), Blob{sort_key(unit.name)},
                 unit.version, name_of(unit.kind), unit.parent, day_text(unit.valid_from), day_text(unit.valid_to), unit.successor,
                 unit.identifier, unit.old_identifier);
}

void Writer::save(AgencyId agency, const Unit& unit) {
  const int changed =
      database().run(R"sql(
    update units set name = $4, abbreviation = $5, aliases = $6, name_key = $7, sort_key = $8, kind = $9, parent_id = $10,
      valid_from = $11, valid_to = $12, successor_id = $13, identifier = $14, old_identifier = $15, version = version + 1
    where agency_id = $1 and id = $2 and version = $3
  )sql",
                     agency, unit.id, unit.version, unit.name, unit.abbreviation, list_of(unit.aliases), search_key(unit.name),
                     Blob{sort_key(unit.name)}, name_of(unit.kind), unit.parent, day_text(unit.valid_from), day_text(unit.valid_to),
                     unit.successor, unit.identifier, unit.old_identifier);
  if (changed == 0) throw Error(ErrorCode::conflict, "stale_version");
}

std::vector<Task> Reader::tasks_of_unit(AgencyId agency, UnitId unit) const {
  std::vector<Task> tasks;
  auto rows = database().query("select " TIENDO_TASK_COLUMNS R"sql( from tasks t
    where t.agency_id = $1 and t.id in (select task_id from task_units where agency_id = $1 and unit_id = $2) order by t.id)sql",
                               agency, unit);
  while (rows.next()) tasks.push_back(task_from(view_of(rows), agency));
  return tasks;
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

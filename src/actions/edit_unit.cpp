#include "actions/edit_unit.h"

#include <algorithm>

#include <boost/json.hpp>

#include "base/error.h"
#include "base/text.h"
#include "store/consultations.h"
#include "store/groups.h"
#include "store/people.h"

namespace tiendo::actions {
namespace {

using domain::Unit;
using domain::UnitId;

std::string facts(const Unit& unit) {
  const auto day = [](const std::optional<Date>& date) { return date ? boost::json::value(iso(*date)) : boost::json::value(); };
  const auto id = [](const std::optional<UnitId>& other) { return other ? boost::json::value(other->text()) : boost::json::value(); };
  return boost::json::serialize(boost::json::object{{"name", unit.name},
                                                    {"abbreviation", unit.abbreviation},
                                                    {"aliases", boost::json::value_from(unit.aliases)},
                                                    {"kind", name_of(unit.kind)},
                                                    {"parent", id(unit.parent)},
                                                    {"valid_from", day(unit.valid_from)},
                                                    {"valid_to", day(unit.valid_to)},
                                                    {"successor", id(unit.successor)},
                                                    {"identifier", unit.identifier},
                                                    {"old_identifier", unit.old_identifier}});
}

const Unit& unit_of(const store::Names& names, UnitId id) {
  const Unit* unit = names.find_unit(id);
  if (!unit) throw Error(ErrorCode::not_found, "unit_not_found");
  if (unit->successor) throw Error(ErrorCode::conflict, "unit_is_gone");
  return *unit;
}

std::string tidied(const std::string& text, const char* field) {
  if (text.size() > longest_unit_name) throw Error(ErrorCode::invalid, "bad_field", {field});
  return collapse_blanks(nfc(text));
}

// Each once, and none that is the name or the abbreviation itself.
void tidy_spellings(Unit& unit) {
  std::vector<std::string> kept;
  for (const std::string& each : unit.aliases) {
    std::string spelling = tidied(each, "aliases");
    if (!spelling.empty() && spelling != unit.name && spelling != unit.abbreviation && std::ranges::find(kept, spelling) == kept.end())
      kept.push_back(std::move(spelling));
  }
  if (kept.size() > most_unit_spellings) throw Error(ErrorCode::invalid, "bad_field", {"aliases"});
  unit.aliases = std::move(kept);
}

void tidy(Unit& unit) {
  unit.name = tidied(unit.name, "name");
  unit.abbreviation = tidied(unit.abbreviation, "abbreviation");
  tidy_spellings(unit);
}

std::vector<std::string> spellings(const Unit& unit) {
  std::vector<std::string> all = unit.aliases;
  all.push_back(unit.name);
  if (!unit.abbreviation.empty()) all.push_back(unit.abbreviation);
  return all;
}

void refuse_taken(const store::Names& names, const Unit& unit) {
  for (const Unit& other : names.units) {
    if (other.id == unit.id || (other.successor && other.successor == unit.id)) continue;
    const auto theirs = spellings(other);
    for (const std::string& spelling : spellings(unit)) {
      const auto key = search_key(spelling);
      if (std::ranges::any_of(theirs, [&](const std::string& each) { return search_key(each) == key; }))
        throw Error(ErrorCode::conflict, "unit_name_taken", {spelling, other.name});
    }
  }
}

// Every place where `from` stood says `into`, and says it once.
void replace(std::vector<UnitId>& units, UnitId from, UnitId into) {
  if (std::ranges::find(units, from) == units.end()) return;
  if (std::ranges::find(units, into) != units.end())
    std::erase(units, from);
  else
    std::ranges::replace(units, from, into);
}

bool stands_below(const store::Names& names, const Unit& unit, UnitId above) {
  for (const Unit* at = &unit; at && at->parent; at = names.find_unit(*at->parent)) {
    if (*at->parent == above) return true;
  }
  return false;
}

int move_tasks(store::Writer& writer, const domain::Actor& actor, UnitId from, UnitId into, Instant now) {
  const auto tasks = writer.tasks_of_unit(actor.agency, from);
  const auto ids = [](const domain::Task& task) {
    boost::json::object all;
    for (const auto& [key, units] : {std::pair{"lead_units", &task.lead_units}, {"coordinating_units", &task.coordinating_units}}) {
      boost::json::array list;
      for (const UnitId unit : *units) list.push_back(boost::json::value(unit.text()));
      all[key] = std::move(list);
    }
    return boost::json::serialize(all);
  };
  for (domain::Task task : tasks) {
    const std::string before = ids(task);
    replace(task.lead_units, from, into);
    replace(task.coordinating_units, from, into);
    // A unit that leads does not coordinate with itself.
    if (std::ranges::find(task.lead_units, into) != task.lead_units.end()) std::erase(task.coordinating_units, into);
    writer.save(task, now);
    writer.record(actor, "task_followed_unit", "task", task.id.value(), before, ids(task), now);
  }
  return static_cast<int>(tasks.size());
}

void move_units_below(store::Writer& writer, const domain::Actor& actor, const store::Names& names, const Unit& from, UnitId into,
                      Instant now) {
  for (const Unit& below : names.units) {
    const bool is_child = below.parent == from.id && below.id != into, is_older = below.successor == from.id;
    if (!is_child && !is_older) continue;
    Unit changed = below;
    if (is_child) changed.parent = into;
    if (is_older) changed.successor = into;
    writer.save(actor.agency, changed);
    writer.record(actor, "unit_edited", "unit", below.id.value(), facts(below), facts(changed), now);
  }
}

// Who heads or serves the unit heads or serves the one that it went into.
void move_users(store::Writer& writer, const domain::Actor& actor, UnitId from, UnitId into, Instant now) {
  for (domain::User user : writer.users(actor.agency)) {
    if (user.unit != from) continue;
    user.unit = into;
    writer.save(user);
    writer.record(actor, "user_followed_unit", "user", user.id.value(), boost::json::serialize(boost::json::object{{"unit", from.text()}}),
                  boost::json::serialize(boost::json::object{{"unit", into.text()}}), now);
  }
}

}  // namespace

Unit add_unit(store::Store& store, const domain::Actor& actor, Unit unit, Instant now) {
  auto writer = store.begin();
  const auto names = writer.names(actor.agency);
  unit.id = UnitId::make(now);
  unit.version = 1;
  unit.successor.reset();
  tidy(unit);
  check(unit, names->units);
  refuse_taken(*names, unit);
  writer.add(actor.agency, unit);
  writer.record(actor, "unit_added", "unit", unit.id.value(), "", facts(unit), now);
  writer.commit();
  return unit;
}

Unit edit_unit(store::Store& store, const domain::Actor& actor, Unit unit, Instant now) {
  auto writer = store.begin();
  const auto names = writer.names(actor.agency);
  const Unit before = unit_of(*names, unit.id);
  if (before.version != unit.version) throw Error(ErrorCode::conflict, "stale_version");
  unit.successor = before.successor;
  if (collapse_blanks(nfc(unit.name)) != before.name) unit.aliases.push_back(before.name);
  tidy(unit);
  check(unit, names->units);
  refuse_taken(*names, unit);
  if (unit == before) return unit;
  writer.save(actor.agency, unit);
  writer.record(actor, "unit_edited", "unit", unit.id.value(), facts(before), facts(unit), now);
  writer.commit();
  ++unit.version;
  return unit;
}

Merger merge_units(store::Store& store, const domain::Actor& actor, UnitId from_id, int version, UnitId into_id, Date on, Instant now) {
  if (from_id == into_id) throw Error(ErrorCode::invalid, "unit_merged_with_itself");
  auto writer = store.begin();
  const auto names = writer.names(actor.agency);
  const Unit from = unit_of(*names, from_id), into = unit_of(*names, into_id);
  if (from.version != version) throw Error(ErrorCode::conflict, "stale_version");
  if (from.valid_from && on < *from.valid_from) throw Error(ErrorCode::invalid, "unit_dates");

  Unit stays = into;
  const auto more = spellings(from);
  stays.aliases.insert(stays.aliases.end(), more.begin(), more.end());
  if (stands_below(*names, into, from.id)) stays.parent = from.parent;
  tidy_spellings(stays);
  check(stays, names->units);
  writer.save(actor.agency, stays);
  writer.record(actor, "unit_edited", "unit", into.id.value(), facts(into), facts(stays), now);

  Unit gone = from;
  gone.successor = into.id;
  gone.valid_to = on;
  writer.save(actor.agency, gone);
  writer.record(actor, "unit_merged", "unit", from.id.value(), facts(from), facts(gone), now);

  move_units_below(writer, actor, *names, from, into.id, now);
  move_users(writer, actor, from.id, into.id, now);
  store::move_services(writer, actor.agency, from.id, into.id);
  store::replace_unit(writer, actor.agency, from.id, into.id);
  store::move_members(writer, actor.agency, from.id, into.id);
  const int tasks = move_tasks(writer, actor, from.id, into.id, now);
  writer.commit();
  ++stays.version;
  return {stays, tasks};
}

}  // namespace tiendo::actions

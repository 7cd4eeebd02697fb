#include "actions/edit_group.h"

#include <algorithm>

#include <boost/json.hpp>

#include "actions/edit_unit.h"
#include "actions/unit_today.h"
#include "base/error.h"
#include "base/text.h"

namespace tiendo::actions {
namespace {

namespace json = boost::json;
using domain::UnitGroup;

constexpr std::size_t most_members = 1'000;

std::string facts(const UnitGroup& group) {
  json::array members;
  for (const auto unit : group.members) members.push_back(json::value(unit.text()));
  return json::serialize(json::object{{"name", group.name}, {"aliases", json::value_from(group.aliases)}, {"members", std::move(members)}});
}

std::string tidied(const std::string& text, const char* field) {
  if (text.size() > longest_unit_name) throw Error(ErrorCode::invalid, "bad_field", {field});
  return collapse_blanks(nfc(text));
}

void tidy(UnitGroup& group) {
  group.name = tidied(group.name, "name");
  if (group.name.empty()) throw Error(ErrorCode::invalid, "group_name_missing");
  std::vector<std::string> kept;
  for (const std::string& each : group.aliases) {
    std::string alias = tidied(each, "aliases");
    if (!alias.empty() && alias != group.name && std::ranges::find(kept, alias) == kept.end()) kept.push_back(std::move(alias));
  }
  if (kept.size() > most_unit_spellings) throw Error(ErrorCode::invalid, "bad_field", {"aliases"});
  if (group.members.size() > most_members) throw Error(ErrorCode::invalid, "bad_field", {"members"});
  group.aliases = std::move(kept);
  std::ranges::sort(group.members);
  group.members.erase(std::ranges::unique(group.members).begin(), group.members.end());
}

void check_group(const store::Reader& reader, domain::AgencyId agency, UnitGroup& group) {
  tidy(group);
  const auto names = reader.names(agency);
  for (const auto unit : group.members)
    if (!names->find_unit(unit)) throw Error(ErrorCode::not_found, "unit_not_found", {unit.text()});
  follow_units(*names, group.members);
  std::vector<std::string> mine = group.aliases;
  mine.push_back(group.name);
  for (const UnitGroup& other : store::groups(reader, agency)) {
    if (other.id == group.id) continue;
    for (const std::string& name : mine)
      if (other.goes_by(search_key(name))) throw Error(ErrorCode::conflict, "group_name_taken", {name, other.name});
  }
}

}  // namespace

UnitGroup add_group(store::Store& store, const domain::Actor& actor, UnitGroup group, Instant now) {
  auto writer = store.begin();
  group.id = domain::UnitGroupId::make(now);
  group.version = 1;
  check_group(writer, actor.agency, group);
  store::add(writer, actor.agency, group);
  writer.record(actor, "group_added", "group", group.id.value(), "", facts(group), now);
  writer.commit();
  return group;
}

UnitGroup edit_group(store::Store& store, const domain::Actor& actor, UnitGroup group, Instant now) {
  auto writer = store.begin();
  const UnitGroup before = store::group(writer, actor.agency, group.id);
  if (before.version != group.version) throw Error(ErrorCode::conflict, "stale_version");
  if (collapse_blanks(nfc(group.name)) != before.name) group.aliases.push_back(before.name);
  check_group(writer, actor.agency, group);
  if (group == before) return group;
  store::save(writer, actor.agency, group);
  writer.record(actor, "group_edited", "group", group.id.value(), facts(before), facts(group), now);
  writer.commit();
  ++group.version;
  return group;
}

void remove_group(store::Store& store, const domain::Actor& actor, domain::UnitGroupId id, int version, Instant now) {
  auto writer = store.begin();
  const UnitGroup before = store::group(writer, actor.agency, id);
  if (before.version != version) throw Error(ErrorCode::conflict, "stale_version");
  store::remove(writer, actor.agency, id);
  writer.record(actor, "group_removed", "group", id.value(), facts(before), "", now);
  writer.commit();
}

}  // namespace tiendo::actions

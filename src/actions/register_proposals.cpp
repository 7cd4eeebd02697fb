#include "actions/register_proposals.h"

#include <algorithm>
#include <map>

#include <boost/json.hpp>

#include "base/error.h"
#include "base/text.h"

namespace tiendo::actions {
namespace {

using Kind = RegisterProposal::Kind;
using intake::LikelySame;

// A unit or a person as far as likeness goes.
struct Entry {
  std::int64_t id;
  std::string id_text, name;
  std::vector<std::string> spellings;
  int version;
  std::int64_t tasks;
};

std::vector<Entry> units_in_force(const store::Reader& reader, domain::AgencyId agency) {
  auto tasks = store::tasks_naming(reader, agency);
  std::vector<Entry> all;
  const auto names = reader.names(agency);
  for (const auto& unit : names->units) {
    if (unit.successor) continue;
    std::vector<std::string> spellings = unit.aliases;
    spellings.push_back(unit.name);
    if (!unit.abbreviation.empty()) spellings.push_back(unit.abbreviation);
    all.push_back({unit.id.value(), unit.id.text(), unit.name, std::move(spellings), unit.version, tasks[unit.id]});
  }
  return all;
}

std::vector<Entry> people(const store::Reader& reader, domain::AgencyId agency, Date today) {
  std::map<std::string, std::int64_t> tasks;
  for (const auto& count : reader.counts(agency, std::nullopt, store::CountBy::leader, today)) tasks[count.key] = count.tasks;
  std::vector<Entry> all;
  const auto names = reader.names(agency);
  for (const auto& person : names->leaders) {
    std::vector<std::string> spellings = person.aliases;
    spellings.push_back(person.full_name);
    all.push_back({person.id.value(), person.id.text(), person.full_name, std::move(spellings), person.version, tasks[person.id.text()]});
  }
  return all;
}

std::string pair_key(const char* what, const Entry& a, const Entry& b) {
  return std::string(what) + ':' + std::min(a.id_text, b.id_text) + ':' + std::max(a.id_text, b.id_text);
}

// Each suspect once, beside the one it is likeliest to be.
std::vector<RegisterProposal> pairs_to_join(Kind kind, const std::vector<Entry>& entries, const std::vector<LikelySame>& likely,
                                            const std::vector<std::string>& aside) {
  std::map<std::int64_t, RegisterProposal> by_suspect;
  for (const LikelySame& same : likely) {
    const Entry *suspect = &entries[same.a], *other = &entries[same.b];
    if (std::pair(suspect->tasks, -suspect->id) > std::pair(other->tasks, -other->id)) std::swap(suspect, other);
    RegisterProposal proposal{.kind = kind,
                              .key = pair_key(name_of(kind), *suspect, *other),
                              .likeness = same.kind,
                              .suspect = suspect->id,
                              .other = other->id,
                              .name = suspect->name,
                              .other_name = other->name,
                              .version = suspect->version,
                              .tasks = suspect->tasks,
                              .other_tasks = other->tasks};
    if (std::ranges::binary_search(aside, proposal.key)) continue;
    const auto [known, is_new] = by_suspect.emplace(suspect->id, proposal);
    const auto rank = [](const RegisterProposal& each) { return std::pair(each.likeness, -each.other_tasks); };
    if (!is_new && rank(proposal) < rank(known->second)) known->second = std::move(proposal);
  }
  std::vector<RegisterProposal> all;
  for (auto& [id, proposal] : by_suspect) all.push_back(std::move(proposal));
  std::ranges::stable_sort(all, {}, [](const RegisterProposal& each) { return std::pair(each.likeness, -each.tasks); });
  return all;
}

std::vector<domain::UnitId> likely_members(const store::Names& names, std::string_view group, Date today) {
  const auto kinds = domain::kinds_meant(group);
  std::vector<domain::UnitId> members;
  for (const auto& unit : names.units)
    if (!unit.successor && unit.is_in_force(today) && std::ranges::find(kinds, unit.kind) != kinds.end()) members.push_back(unit.id);
  return members;
}

std::vector<RegisterProposal> unknown_groups(const store::Reader& reader, domain::AgencyId agency, const std::vector<std::string>& aside,
                                             Date today) {
  const auto groups = store::groups(reader, agency);
  const auto names = reader.names(agency);
  std::vector<RegisterProposal> all;
  for (const auto& written : store::written_groups(reader, agency)) {
    RegisterProposal proposal{.kind = Kind::open_group, .key = "open_group:" + written.key, .name = written.name};
    const bool is_known = std::ranges::any_of(groups, [&](const auto& group) { return group.goes_by(written.key); });
    if (is_known || std::ranges::binary_search(aside, proposal.key)) continue;
    proposal.tasks = written.tasks;
    proposal.led = written.led;
    proposal.members = likely_members(*names, written.name, today);
    all.push_back(std::move(proposal));
  }
  return all;
}

std::vector<std::vector<std::string>> spellings_of(const std::vector<Entry>& entries) {
  std::vector<std::vector<std::string>> all;
  for (const Entry& entry : entries) all.push_back(entry.spellings);
  return all;
}

}  // namespace

std::vector<RegisterProposal> register_proposals(const store::Reader& reader, domain::AgencyId agency, Date today) {
  const auto aside = store::set_aside(reader, agency);
  const auto units = units_in_force(reader, agency), all_people = people(reader, agency, today);
  auto all = pairs_to_join(Kind::same_unit, units, intake::likely_same_units(spellings_of(units)), aside);
  for (auto& more : {pairs_to_join(Kind::same_person, all_people, intake::likely_same_people(spellings_of(all_people)), aside),
                     unknown_groups(reader, agency, aside, today)})
    all.insert(all.end(), more.begin(), more.end());
  if (all.size() > most_register_proposals) all.resize(most_register_proposals);
  return all;
}

void set_aside(store::Store& store, const domain::Actor& actor, const std::string& key, bool is_set_aside, Instant now) {
  constexpr std::size_t longest_key = 500;
  if (key.empty() || key.size() > longest_key) throw Error(ErrorCode::invalid, "bad_field", {"key"});
  auto writer = store.begin();
  store::set_aside(writer, actor.agency, key, is_set_aside);
  writer.record(actor, is_set_aside ? "proposal_set_aside" : "proposal_taken_up", "agency", actor.agency.value(), "",
                boost::json::serialize(boost::json::object{{"key", key}}), now);
  writer.commit();
}

const char* name_of(RegisterProposal::Kind kind) {
  constexpr const char* names[] = {"same_unit", "same_person", "open_group"};
  return names[static_cast<int>(kind)];
}

const char* name_of(intake::UnitDoubt::Kind likeness) {
  constexpr const char* names[] = {"several_spellings", "typing_error", "maybe_same"};
  return names[static_cast<int>(likeness)];
}

}  // namespace tiendo::actions

#include "actions/directors.h"

#include <algorithm>

#include "base/text.h"
#include "domain/parties.h"

namespace tiendo::actions {
namespace {

bool goes_by(const domain::Person& person, const std::string& key) {
  return search_key(person.full_name) == key ||
         std::ranges::any_of(person.aliases, [&](const std::string& alias) { return search_key(alias) == key; });
}

}  // namespace

std::vector<domain::PersonId> directors(const store::Reader& reader, domain::AgencyId agency, const std::optional<domain::Task>& before,
                                        const std::optional<domain::Task>& after) {
  std::vector<domain::PersonId> all = before ? before->directing_leaders : std::vector<domain::PersonId>{};
  if (!after || (before && before->directing_leader == after->directing_leader)) return all;
  const auto names = reader.names(agency);
  for (const auto& leader : domain::leaders(after->directing_leader)) {
    const auto key = search_key(leader.name.empty() ? leader.office : leader.name);
    for (const auto& person : names->leaders)
      if (goes_by(person, key)) all.push_back(person.id);
  }
  return all;
}

std::optional<domain::Holder> decides_as(const store::Reader& reader, const domain::Actor& actor,
                                         const std::vector<domain::PersonId>& directors, Date today) {
  const auto user = reader.find_user(actor.agency, actor.user);
  if (!user || !may(user->role, domain::Right::decide)) return std::nullopt;
  return directors.empty() ? domain::Holder{} : held_by(reader, *user, directors, today);
}

}  // namespace tiendo::actions

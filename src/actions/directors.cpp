#include "actions/directors.h"

#include <algorithm>

#include "base/text.h"
#include "domain/parties.h"

namespace tiendo::actions {

std::vector<domain::PersonId> directors(const store::Reader& reader, domain::AgencyId agency, const std::optional<domain::Task>& before,
                                        const std::optional<domain::Task>& after) {
  std::vector<domain::PersonId> all = before ? before->directing_leaders : std::vector<domain::PersonId>{};
  if (!after || (before && before->directing_leader == after->directing_leader)) return all;
  const auto names = reader.names(agency);
  for (const auto& leader : domain::leaders(after->directing_leader)) {
    const auto key = search_key(leader.name.empty() ? leader.office : leader.name);
    for (const auto& person : names->leaders)
      if (search_key(person.full_name) == key) all.push_back(person.id);
  }
  return all;
}

bool is_decider(const store::Reader& reader, const domain::Actor& actor, const std::vector<domain::PersonId>& directors) {
  const auto user = reader.find_user(actor.agency, actor.user);
  if (!user || !may(user->role, domain::Right::decide)) return false;
  return directors.empty() || (user->person && std::ranges::find(directors, *user->person) != directors.end());
}

}  // namespace tiendo::actions

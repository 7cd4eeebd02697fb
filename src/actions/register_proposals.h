// What a person should look at in the register: units and people that are likely one, groups that nobody has entered (R08, R07).
#pragma once

#include <string>
#include <vector>

#include "intake/unit_names.h"
#include "store/groups.h"

namespace tiendo::actions {

struct RegisterProposal {
  enum class Kind { same_unit, same_person, open_group } kind = Kind::same_unit;
  std::string key;  // by which it is set aside
  intake::UnitDoubt::Kind likeness = intake::UnitDoubt::Kind::several_spellings;
  std::int64_t suspect = 0, other = 0;  // ids of units or people: the suspect, with the fewer tasks, is to join the other
  std::string name;                     // of the suspect, or of the group as written
  std::string other_name;
  int version = 0;  // of the suspect
  std::int64_t tasks = 0, other_tasks = 0, led = 0;
  std::vector<domain::UnitId> members;  // that the words of the group speak of
};

inline constexpr std::size_t most_register_proposals = 500;

// The likeliest first.
std::vector<RegisterProposal> register_proposals(const store::Reader& reader, domain::AgencyId agency, Date today);

// They are different, or the group shall stay as it is written: not proposed again until it is taken up again.
// Throws invalid "bad_field".
void set_aside(store::Store& store, const domain::Actor& actor, const std::string& key, bool is_set_aside, Instant now);

const char* name_of(RegisterProposal::Kind kind);
const char* name_of(intake::UnitDoubt::Kind likeness);

}  // namespace tiendo::actions

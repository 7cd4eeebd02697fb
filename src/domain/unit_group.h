// An open group ("Các phòng, đơn vị thuộc Sở"): units meant together. Without members it is known and not resolved (R07).
#pragma once

#include <string>
#include <vector>

#include "domain/unit.h"

namespace tiendo::domain {

struct UnitGroupEntity;
using UnitGroupId = Id<UnitGroupEntity>;

struct UnitGroup {
  UnitGroupId id;
  std::string name;
  std::vector<std::string> aliases;
  std::vector<UnitId> members;
  int version = 1;
  bool operator==(const UnitGroup&) const = default;

  bool is_resolved() const { return !members.empty(); }
  bool goes_by(std::string_view key) const;  // search_key of a name
};

// The kinds of units that the words of a group speak of, where they tell: "Các phòng, đơn vị sự nghiệp" divisions, centres and
// public service units. For a first proposal that a person looks at.
std::vector<UnitKind> kinds_meant(std::string_view group_name);

}  // namespace tiendo::domain

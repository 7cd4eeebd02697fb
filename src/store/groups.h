// Open groups of units, and the tasks whose cells name one.
#pragma once

#include <unordered_map>

#include "domain/unit_group.h"
#include "store/store.h"

namespace tiendo::store {

using domain::UnitGroup;
using domain::UnitGroupId;

std::vector<UnitGroup> groups(const Reader& reader, AgencyId agency);
UnitGroup group(const Reader& reader, AgencyId agency, UnitGroupId id);  // throws not_found "group_not_found"
void add(Writer& writer, AgencyId agency, const UnitGroup& group);
void save(Writer& writer, AgencyId agency, const UnitGroup& group);  // throws conflict "stale_version"
void remove(Writer& writer, AgencyId agency, UnitGroupId group);
void move_members(Writer& writer, AgencyId agency, UnitId from, UnitId into);

// A group as tasks write it, by how many name it.
struct WrittenGroup {
  std::string name;  // as one task writes it
  std::string key;
  std::int64_t tasks = 0, led = 0;  // led: stands alone where a lead should
};
std::vector<WrittenGroup> written_groups(const Reader& reader, AgencyId agency);

// How many tasks name each unit, as lead or coordinating.
std::unordered_map<UnitId, std::int64_t> tasks_naming(const Reader& reader, AgencyId agency);

std::vector<std::string> set_aside(const Reader& reader, AgencyId agency);  // in order
void set_aside(Writer& writer, AgencyId agency, std::string_view key, bool is_set_aside);

// What the store does for itself with each task (store/tasks.cpp) and once for a store of before (store/store.cpp).
void add_groups_of(Database& database, const Task& task);
void remove_groups_of(Database& database, const Task& task);
void read_groups_of_all_tasks(Database& database);

}  // namespace tiendo::store

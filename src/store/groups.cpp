#include "store/groups.h"

#include <unordered_map>

#include "base/error.h"
#include "base/text.h"
#include "domain/parties.h"
#include "store/database.h"
#include "store/lists.h"
#include "store/task_rows.h"

namespace tiendo::store {
namespace {

using Role = domain::Party::Role;

struct OpenGroup {
  std::string name, key;
  Role role;  // unsaid: by its column
};

// Many tasks share one cell: what it says is read once.
const std::vector<OpenGroup>& open_groups(const std::string& cell) {
  constexpr std::size_t most_kept = 1'000;
  thread_local std::unordered_map<std::string, std::vector<OpenGroup>> kept;
  if (const auto found = kept.find(cell); found != kept.end()) return found->second;
  if (kept.size() >= most_kept) kept.clear();
  auto& groups = kept[cell];
  for (auto& party : domain::parties(cell))
    if (party.is_open_group && !party.name.empty()) groups.push_back({party.name, search_key(party.name), party.role});
  return groups;
}

template <class Visit>
void each_group(const Task& task, const Visit& visit) {
  for (const auto& [cell, column] : {std::pair{&task.lead, Role::lead}, {&task.coordinating, Role::coordinating}}) {
    if (cell->empty()) continue;
    for (const OpenGroup& group : open_groups(*cell))
      visit(group, (group.role == Role::unsaid ? column : group.role) == Role::lead ? "lead" : "coordinating");
  }
}

std::vector<UnitId> members_of(const Reader& reader, AgencyId agency, UnitGroupId group) {
  std::vector<UnitId> members;
  auto rows = reader.database().query("select unit_id from unit_group_members where agency_id = $1 and group_id = $2 order by unit_id",
                                      agency, group);
  while (rows.next()) members.emplace_back(rows.number(0));
  return members;
}

UnitGroup group_from(const Reader& reader, const Rows& row, AgencyId agency) {
  const UnitGroupId id(row.number(0));
  return {id, row.text(1), words_from(row.view(2)), members_of(reader, agency, id), row.small(3)};
}

void forget_parts(Writer& writer, AgencyId agency, UnitGroupId group) {
  writer.database().run("delete from unit_group_names where agency_id = $1 and group_id = $2", agency, group);
  writer.database().run("delete from unit_group_members where agency_id = $1 and group_id = $2", agency, group);
}

void keep_parts(Writer& writer, AgencyId agency, const UnitGroup& group) {
  std::vector<std::string> names = group.aliases;
  names.push_back(group.name);
  for (const std::string& name : names)
    writer.database().run("insert or ignore into unit_group_names (agency_id, name_key, group_id) values ($1, $2, $3)", agency,
                          search_key(name), group.id);
  for (const UnitId unit : group.members)
    writer.database().run("insert or ignore into unit_group_members (agency_id, unit_id, group_id) values ($1, $2, $3)", agency, unit,
                          group.id);
}

}  // namespace

std::vector<UnitGroup> groups(const Reader& reader, AgencyId agency) {
  std::vector<UnitGroup> all;
  auto rows = reader.database().query("select id, name, aliases, version from unit_groups where agency_id = $1 order by name, id", agency);
  while (rows.next()) all.push_back(group_from(reader, rows, agency));
  return all;
}

UnitGroup group(const Reader& reader, AgencyId agency, UnitGroupId id) {
  auto rows = reader.database().query("select id, name, aliases, version from unit_groups where agency_id = $1 and id = $2", agency, id);
  if (!rows.next()) throw Error(ErrorCode::not_found, "group_not_found");
  return group_from(reader, rows, agency);
}

void add(Writer& writer, AgencyId agency, const UnitGroup& group) {
  writer.database().run("insert into unit_groups (agency_id, id, name, aliases) values ($1, $2, $3, $4)", agency, group.id, group.name,
                        list_of(group.aliases));
  keep_parts(writer, agency, group);
}

void save(Writer& writer, AgencyId agency, const UnitGroup& group) {
  const int changed = writer.database().run(
      "update unit_groups set name = $4, aliases = $5, version = version + 1 where agency_id = $1 and id = $2 and version = $3", agency,
      group.id, group.version, group.name, list_of(group.aliases));
  if (changed == 0) throw Error(ErrorCode::conflict, "stale_version");
  forget_parts(writer, agency, group.id);
  keep_parts(writer, agency, group);
}

void remove(Writer& writer, AgencyId agency, UnitGroupId group) {
  forget_parts(writer, agency, group);
  writer.database().run("delete from unit_groups where agency_id = $1 and id = $2", agency, group);
}

void move_members(Writer& writer, AgencyId agency, UnitId from, UnitId into) {
  writer.database().run(R"sql(
    insert or ignore into unit_group_members (agency_id, unit_id, group_id)
    select agency_id, $3, group_id from unit_group_members where agency_id = $1 and unit_id = $2
  )sql",
                        agency, from, into);
  writer.database().run("delete from unit_group_members where agency_id = $1 and unit_id = $2", agency, from);
}

std::vector<WrittenGroup> written_groups(const Reader& reader, AgencyId agency) {
  std::vector<WrittenGroup> all;
  auto rows = reader.database().query(R"sql(
    select name_key, count(distinct task_id), sum(role = 'lead'), max(task_id) from task_groups where agency_id = $1
    group by name_key order by 2 desc, 1
  )sql",
                                      agency);
  while (rows.next()) {
    WrittenGroup written{"", rows.text(0), rows.number(1), rows.number(2)};
    each_group(reader.task(agency, TaskId(rows.number(3))), [&](const OpenGroup& group, const char*) {
      if (group.key == written.key) written.name = group.name;
    });
    all.push_back(std::move(written));
  }
  return all;
}

std::unordered_map<UnitId, std::int64_t> tasks_naming(const Reader& reader, AgencyId agency) {
  std::unordered_map<UnitId, std::int64_t> tasks;
  auto rows =
      reader.database().query("select unit_id, count(distinct task_id) from task_units where agency_id = $1 group by unit_id", agency);
  while (rows.next()) tasks[UnitId(rows.number(0))] = rows.number(1);
  return tasks;
}

std::vector<std::string> set_aside(const Reader& reader, AgencyId agency) {
  std::vector<std::string> keys;
  auto rows = reader.database().query("select key from register_set_aside where agency_id = $1 order by key", agency);
  while (rows.next()) keys.push_back(rows.text(0));
  return keys;
}

void set_aside(Writer& writer, AgencyId agency, std::string_view key, bool is_set_aside) {
  writer.database().run(is_set_aside ? "insert or ignore into register_set_aside (agency_id, key) values ($1, $2)"
                                     : "delete from register_set_aside where agency_id = $1 and key = $2",
                        agency, key);
}

void add_groups_of(Database& database, const Task& task) {
  each_group(task, [&](const OpenGroup& group, const char* role) {
    database.run("insert or ignore into task_groups (agency_id, name_key, role, programme_id, task_id) values ($1, $2, $3, $4, $5)",
                 task.agency, group.key, role, task.programme, task.id);
  });
}

void remove_groups_of(Database& database, const Task& task) {
  each_group(task, [&](const OpenGroup& group, const char* role) {
    database.run(R"sql(
      delete from task_groups where agency_id = $1 and name_key = $2 and role = $3 and programme_id = $4 and task_id = $5
    )sql",
                 task.agency, group.key, role, task.programme, task.id);
  });
}

void read_groups_of_all_tasks(Database& database) {
  {
    auto rows = database.query("select value from settings where name = 'task_groups'");
    if (rows.next()) return;
  }
  Transaction transaction(database);
  {
    auto rows = database.query("select " TIENDO_TASK_COLUMNS ", t.agency_id from tasks t");
    while (rows.next()) add_groups_of(database, task_from(view_of(rows), AgencyId(rows.number(task_columns))));
  }
  database.run("insert into settings values ('task_groups', 'read')");
  transaction.commit();
}

}  // namespace tiendo::store

#include "store/people.h"

#include <algorithm>

#include "base/error.h"
#include "store/database.h"
#include "store/lists.h"
#include "store/task_rows.h"

namespace tiendo::store {
namespace {

using domain::Days;
using domain::Delegation;
using domain::Service;

Days days_from(const Rows& row, int column) {
  return {find_date(row.view(column)), find_date(row.view(column + 1))};
}

#define TIENDO_DELEGATION_COLUMNS "id, absent_id, delegate_id, from_day, to_day, document, entered_by, entered_at, version"

Delegation delegation_from(const Rows& row, AgencyId agency) {
  Delegation delegation;
  delegation.agency = agency;
  row.read(0, delegation.id);
  row.read(1, delegation.absent);
  row.read(2, delegation.delegate);
  delegation.from = find_date(row.view(3)).value();
  delegation.to = find_date(row.view(4)).value();
  delegation.document = row.text(5);
  delegation.entered_by = row.text(6);
  delegation.entered_at = row.instant(7);
  delegation.version = row.small(8);
  return delegation;
}

void remove_service(Writer& writer, AgencyId agency, PersonId person) {
  writer.database().run("delete from posts where agency_id = $1 and person_id = $2", agency, person);
  writer.database().run("delete from responsibilities where agency_id = $1 and person_id = $2", agency, person);
}

}  // namespace

ServiceByPerson services(const Reader& reader, AgencyId agency) {
  ServiceByPerson all;
  auto posts = reader.database().query(
      "select person_id, position, unit_id, from_day, to_day from posts where agency_id = $1 order by person_id, place", agency);
  while (posts.next()) {
    all[PersonId(posts.number(0))].posts.push_back(
        {posts.text(1), posts.is_null(2) ? std::nullopt : std::optional(UnitId(posts.number(2))), days_from(posts, 3)});
  }
  auto fields = reader.database().query(
      "select person_id, words, units, from_day, to_day from responsibilities where agency_id = $1 order by person_id, place", agency);
  while (fields.next())
    all[PersonId(fields.number(0))].responsibilities.push_back(
        {fields.text(1), ids_from<domain::UnitEntity>(fields.view(2)), days_from(fields, 3)});
  return all;
}

void save(Writer& writer, AgencyId agency, PersonId person, const Service& service) {
  remove_service(writer, agency, person);
  int place = 0;
  for (const auto& post : service.posts) {
    writer.database().run(
        "insert into posts (agency_id, person_id, place, position, unit_id, from_day, to_day) values ($1, $2, $3, $4, $5, $6, $7)", agency,
        person, place++, post.position, post.unit, day_text(post.days.from), day_text(post.days.to));
  }
  place = 0;
  for (const auto& field : service.responsibilities) {
    writer.database().run(
        "insert into responsibilities (agency_id, person_id, place, words, units, from_day, to_day) values ($1, $2, $3, $4, $5, $6, $7)",
        agency, person, place++, field.words, list_of(field.units), day_text(field.days.from), day_text(field.days.to));
  }
}

std::vector<Delegation> delegations(const Reader& reader, AgencyId agency) {
  std::vector<Delegation> all;
  auto rows = reader.database().query(
      "select " TIENDO_DELEGATION_COLUMNS " from delegations where agency_id = $1 order by from_day desc, id desc", agency);
  while (rows.next()) all.push_back(delegation_from(rows, agency));
  return all;
}

Delegation delegation(const Reader& reader, AgencyId agency, domain::DelegationId id) {
  auto rows = reader.database().query("select " TIENDO_DELEGATION_COLUMNS " from delegations where agency_id = $1 and id = $2", agency, id);
  if (!rows.next()) throw Error(ErrorCode::not_found, "delegation_not_found");
  return delegation_from(rows, agency);
}

void add(Writer& writer, const Delegation& delegation) {
  writer.database().run(R"sql(
    insert into delegations (agency_id, id, absent_id, delegate_id, from_day, to_day, document, entered_by, entered_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  )sql",
                        delegation.agency, delegation.id, delegation.absent, delegation.delegate, iso(delegation.from), iso(delegation.to),
                        delegation.document, delegation.entered_by, delegation.entered_at);
}

void save(Writer& writer, const Delegation& delegation) {
  const int changed = writer.database().run(
      R"sql(
    update delegations set absent_id = $4, delegate_id = $5, from_day = $6, to_day = $7, document = $8, version = version + 1
    where agency_id = $1 and id = $2 and version = $3
  )sql",
      delegation.agency, delegation.id, delegation.version, delegation.absent, delegation.delegate, iso(delegation.from),
      iso(delegation.to), delegation.document);
  if (changed == 0) throw Error(ErrorCode::conflict, "stale_version");
}

void remove(Writer& writer, const Delegation& delegation) {
  writer.database().run("delete from delegations where agency_id = $1 and id = $2", delegation.agency, delegation.id);
}

std::vector<Task> tasks_of_leader(const Reader& reader, AgencyId agency, PersonId leader) {
  std::vector<Task> tasks;
  auto rows = reader.database().query("select " TIENDO_TASK_COLUMNS R"sql( from tasks t
    where t.agency_id = $1 and t.id in (select task_id from task_leaders where agency_id = $1 and person_id = $2) order by t.id)sql",
                                      agency, leader);
  while (rows.next()) tasks.push_back(task_from(view_of(rows), agency));
  return tasks;
}

void move_services(Writer& writer, AgencyId agency, UnitId from, UnitId into) {
  writer.database().run("update posts set unit_id = $3 where agency_id = $1 and unit_id = $2", agency, from, into);
  for (auto& [person, service] : services(writer, agency)) {
    bool is_touched = false;
    for (auto& field : service.responsibilities) {
      if (std::erase(field.units, from) == 0) continue;
      is_touched = true;
      if (std::ranges::find(field.units, into) == field.units.end()) field.units.push_back(into);
    }
    if (is_touched) save(writer, agency, person, service);
  }
}

void move_delegations(Writer& writer, AgencyId agency, PersonId from, PersonId into) {
  auto& database = writer.database();
  database.run(
      "delete from delegations where agency_id = $1 and min(absent_id, delegate_id) = min($2, $3) and "
      "max(absent_id, delegate_id) = max($2, $3)",
      agency, from, into);
  database.run("update delegations set absent_id = $3, version = version + 1 where agency_id = $1 and absent_id = $2", agency, from, into);
  database.run("update delegations set delegate_id = $3, version = version + 1 where agency_id = $1 and delegate_id = $2", agency, from,
               into);
}

void remove_person(Writer& writer, AgencyId agency, PersonId person) {
  remove_service(writer, agency, person);
  writer.database().run("delete from people where agency_id = $1 and id = $2", agency, person);
}

}  // namespace tiendo::store

#include "store/amendments.h"

#include "base/error.h"
#include "store/database.h"

namespace tiendo::store {
namespace {

#define TIENDO_AMENDMENT_COLUMNS "id, programme_id, state, opened_at, opened_by, opened_name, version_id, version"

AmendmentChange change_from(const Rows& row, AgencyId agency) {
  AmendmentChange change;
  row.read(0, change.id);
  change.kind = find_amendment_kind(row.view(1)).value();
  if (!row.is_null(2)) change.task = TaskId(row.number(2));
  change.edit = row.text(3);
  change.reason = row.text(4);
  change.asked_by = {UserId(row.number(5)), agency, row.text(6)};
  if (row.is_null(7)) return change;
  change.consent = find_consent(row.view(7)).value();
  change.answered_at = row.instant(8);
  change.answered_by = Actor{UserId(row.number(9)), agency, row.text(10)};
  change.answer_words = row.text(11);
  return change;
}

std::vector<AmendmentChange> changes_of(const Reader& reader, AgencyId agency, AmendmentId amendment) {
  std::vector<AmendmentChange> changes;
  auto rows = reader.database().query(R"sql(
    select id, kind, task_id, edit, reason, asked_by, asked_name, answer, answered_at, answered_by, answered_name, answer_words
    from amendment_changes where agency_id = $1 and amendment_id = $2 order by id
  )sql",
                                      agency, amendment);
  while (rows.next()) changes.push_back(change_from(rows, agency));
  return changes;
}

Amendment amendment_from(const Reader& reader, const Rows& row, AgencyId agency) {
  Amendment amendment;
  amendment.agency = agency;
  row.read(0, amendment.id);
  row.read(1, amendment.programme);
  amendment.state = find_amendment_state(row.view(2)).value();
  amendment.opened_at = row.instant(3);
  amendment.opened_by = {UserId(row.number(4)), agency, row.text(5)};
  if (!row.is_null(6)) amendment.led_to = VersionId(row.number(6));
  amendment.version = row.small(7);
  amendment.changes = changes_of(reader, agency, amendment.id);
  return amendment;
}

}  // namespace

std::vector<Amendment> amendments(const Reader& reader, AgencyId agency, ProgrammeId programme) {
  std::vector<Amendment> all;
  auto rows = reader.database().query(
      "select " TIENDO_AMENDMENT_COLUMNS " from amendments where agency_id = $1 and programme_id = $2 order by id desc", agency, programme);
  while (rows.next()) all.push_back(amendment_from(reader, rows, agency));
  return all;
}

Amendment amendment(const Reader& reader, AgencyId agency, AmendmentId id) {
  auto rows = reader.database().query("select " TIENDO_AMENDMENT_COLUMNS " from amendments where agency_id = $1 and id = $2", agency, id);
  if (!rows.next()) throw Error(ErrorCode::not_found, "amendment_not_found");
  return amendment_from(reader, rows, agency);
}

std::optional<Amendment> find_open_amendment(const Reader& reader, AgencyId agency, ProgrammeId programme) {
  auto rows = reader.database().query("select " TIENDO_AMENDMENT_COLUMNS
                                      " from amendments where agency_id = $1 and programme_id = $2 and state = 'open'",
                                      agency, programme);
  return rows.next() ? std::optional(amendment_from(reader, rows, agency)) : std::nullopt;
}

void add(Writer& writer, const Amendment& amendment) {
  writer.database().run(R"sql(
    insert into amendments (agency_id, id, programme_id, state, opened_at, opened_by, opened_name) values ($1, $2, $3, $4, $5, $6, $7)
  )sql",
                        amendment.agency, amendment.id, amendment.programme, name_of(amendment.state), amendment.opened_at,
                        amendment.opened_by.user, amendment.opened_by.name);
}

void save(Writer& writer, const Amendment& amendment) {
  const int changed = writer.database().run(
      "update amendments set state = $4, version_id = $5, version = version + 1 where agency_id = $1 and id = $2 and version = $3",
      amendment.agency, amendment.id, amendment.version, name_of(amendment.state), amendment.led_to);
  if (changed == 0) throw Error(ErrorCode::conflict, "stale_version");
}

void save(Writer& writer, AgencyId agency, AmendmentId amendment, const AmendmentChange& change) {
  const bool is_answered = change.consent != Consent::unanswered;
  writer.database().run(R"sql(
    insert or replace into amendment_changes (agency_id, id, amendment_id, kind, task_id, edit, reason, asked_by, asked_name, answer,
                                              answered_at, answered_by, answered_name, answer_words)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  )sql",
                        agency, change.id, amendment, name_of(change.kind), change.task, change.edit, change.reason, change.asked_by.user,
                        change.asked_by.name, is_answered ? std::optional<std::string>(name_of(change.consent)) : std::nullopt,
                        change.answered_at, change.answered_by ? std::optional(change.answered_by->user) : std::nullopt,
                        change.answered_by ? change.answered_by->name : std::string(), change.answer_words);
}

void remove(Writer& writer, AgencyId agency, AmendmentChangeId change) {
  writer.database().run("delete from amendment_changes where agency_id = $1 and id = $2", agency, change);
}

}  // namespace tiendo::store

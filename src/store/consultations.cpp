#include "store/consultations.h"

#include <fmt/format.h>

#include "base/error.h"
#include "store/database.h"

namespace tiendo::store {
namespace {

#define TIENDO_CONSULTATION_COLUMNS "id, programme_id, version_id, state, sent_at, due_on, words, led_to, version"

std::vector<ConsultedUnit> units_of(const Reader& reader, AgencyId agency, ConsultationId consultation) {
  std::vector<ConsultedUnit> units;
  auto rows = reader.database().query(
      "select unit_id, answered_at, answered_by from consulted_units where agency_id = $1 and consultation_id = $2 order by unit_id",
      agency, consultation);
  while (rows.next())
    units.push_back({UnitId(rows.number(0)), rows.is_null(1) ? std::nullopt : std::optional(rows.instant(1)), rows.text(2)});
  return units;
}

std::vector<Consultation> consultations_from(const Reader& reader, Rows rows, AgencyId agency) {
  std::vector<Consultation> all;
  while (rows.next()) {
    Consultation& one = all.emplace_back();
    one.agency = agency;
    rows.read(0, one.id);
    rows.read(1, one.programme);
    rows.read(2, one.sent);
    one.state = find_consultation_state(rows.view(3)).value();
    one.sent_at = rows.instant(4);
    one.due_on = find_date(rows.view(5)).value();
    one.words = rows.text(6);
    if (!rows.is_null(7)) one.led_to = VersionId(rows.number(7));
    one.version = rows.small(8);
    one.units = units_of(reader, agency, one.id);
  }
  return all;
}

Proposal proposal_from(const Rows& row, AgencyId agency) {
  Proposal one;
  row.read(0, one.id);
  row.read(1, one.unit);
  one.kind = find_proposal_kind(row.view(2)).value();
  if (!row.is_null(3)) one.task = TaskId(row.number(3));
  one.number = row.text(4);
  one.title = row.text(5);
  one.month = row.find_small(6);
  one.edit = row.text(7);
  one.words = row.text(8);
  one.by = {UserId(row.number(9)), agency, row.text(10)};
  one.at = row.instant(11);
  one.is_from_file = row.number(12) != 0;
  one.recommendation = find_opinion(row.view(13)).value();
  one.recommendation_words = row.text(14);
  one.decision = find_opinion(row.view(15)).value();
  one.decision_words = row.text(16);
  if (row.is_null(17)) return one;
  one.decided_by = Actor{UserId(row.number(17)), agency, row.text(18)};
  one.decided_at = row.instant(19);
  return one;
}

void save_units(Writer& writer, const Consultation& consultation) {
  for (const ConsultedUnit& unit : consultation.units) {
    writer.database().run(
        "insert or replace into consulted_units (agency_id, consultation_id, unit_id, answered_at, answered_by) values ($1, $2, $3, $4, "
        "$5)",
        consultation.agency, consultation.id, unit.unit, unit.answered_at, unit.answered_by);
  }
}

}  // namespace

std::vector<Consultation> consultations(const Reader& reader, AgencyId agency, ProgrammeId programme) {
  return consultations_from(reader,
                            reader.database().query("select " TIENDO_CONSULTATION_COLUMNS
                                                    " from consultations where agency_id = $1 and programme_id = $2 order by id desc",
                                                    agency, programme),
                            agency);
}

std::vector<Consultation> running_consultations(const Reader& reader, AgencyId agency) {
  return consultations_from(reader,
                            reader.database().query("select " TIENDO_CONSULTATION_COLUMNS
                                                    " from consultations where agency_id = $1 and state in ('open', 'closed') order by id",
                                                    agency),
                            agency);
}

Consultation consultation(const Reader& reader, AgencyId agency, ConsultationId id) {
  auto found = consultations_from(
      reader,
      reader.database().query("select " TIENDO_CONSULTATION_COLUMNS " from consultations where agency_id = $1 and id = $2", agency, id),
      agency);
  if (found.empty()) throw Error(ErrorCode::not_found, "consultation_not_found");
  return std::move(found.front());
}

void add(Writer& writer, const Consultation& consultation) {
  writer.database().run(R"sql(
    insert into consultations (agency_id, id, programme_id, version_id, state, sent_at, due_on, words) values ($1, $2, $3, $4, $5, $6, $7, $8)
  )sql",
                        consultation.agency, consultation.id, consultation.programme, consultation.sent, name_of(consultation.state),
                        consultation.sent_at, iso(consultation.due_on), consultation.words);
  save_units(writer, consultation);
}

void save(Writer& writer, const Consultation& consultation) {
  const std::string due = iso(consultation.due_on);
  const int changed = writer.database().run(
      "update consultations set state = $4, due_on = $5, led_to = $6, version = version + 1 where agency_id = $1 and id = $2 and version = "
      "$3",
      consultation.agency, consultation.id, consultation.version, name_of(consultation.state), due, consultation.led_to);
  if (changed == 0) throw Error(ErrorCode::conflict, "stale_version");
  save_units(writer, consultation);
}

std::vector<Proposal> proposals(const Reader& reader, AgencyId agency, ConsultationId consultation) {
  std::vector<Proposal> all;
  auto rows = reader.database().query(R"sql(
    select id, unit_id, kind, task_id, number, title, month, edit, words, by_id, by_name, at, is_from_file, recommendation,
           recommendation_words, decision, decision_words, decided_by, decided_name, decided_at
    from proposals where agency_id = $1 and consultation_id = $2 order by unit_id, id
  )sql",
                                      agency, consultation);
  while (rows.next()) all.push_back(proposal_from(rows, agency));
  return all;
}

void save(Writer& writer, AgencyId agency, ConsultationId consultation, const Proposal& proposal) {
  writer.database().run(R"sql(
    insert or replace into proposals (agency_id, id, consultation_id, unit_id, kind, task_id, number, title, month, edit, words, by_id,
                                      by_name, at, is_from_file, recommendation, recommendation_words, decision, decision_words,
                                      decided_by, decided_name, decided_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
  )sql",
                        agency, proposal.id, consultation, proposal.unit, name_of(proposal.kind), proposal.task, proposal.number,
                        proposal.title, proposal.month, proposal.edit, proposal.words, proposal.by.user, proposal.by.name, proposal.at,
                        proposal.is_from_file ? 1 : 0, name_of(proposal.recommendation), proposal.recommendation_words,
                        name_of(proposal.decision), proposal.decision_words,
                        proposal.decided_by ? std::optional(proposal.decided_by->user) : std::nullopt,
                        proposal.decided_by ? proposal.decided_by->name : std::string(), proposal.decided_at);
}

void remove(Writer& writer, AgencyId agency, ProposalId proposal) {
  writer.database().run("delete from proposals where agency_id = $1 and id = $2", agency, proposal);
}

void replace_unit(Writer& writer, AgencyId agency, UnitId from, UnitId into) {
  constexpr const char* running = "in (select id from consultations where agency_id = $1 and state in ('open', 'closed'))";
  const auto of_running = [&](const char* statement) {
    writer.database().run(fmt::format("{} {}", statement, running), agency, from, into);
  };
  of_running("update proposals set unit_id = $3 where agency_id = $1 and unit_id = $2 and consultation_id");
  of_running("update or ignore consulted_units set unit_id = $3 where agency_id = $1 and unit_id = $2 and consultation_id");
  of_running("delete from consulted_units where agency_id = $1 and unit_id = $2 and unit_id <> $3 and consultation_id");
}

}  // namespace tiendo::store

// Imports: what was read, in which state, and the bytes it was read from.
#include "base/error.h"
#include "store/database.h"
#include "store/store.h"

namespace tiendo::store {
namespace {

#define TIENDO_INTAKE_COLUMNS \
  "id, state, version, created_at, created_by, source_name, sha256, programme_id, tasks, proposals, doubts, problems"

IntakeState state_from(std::string_view text) {
  if (text == "confirmed") return IntakeState::confirmed;
  return text == "withdrawn" ? IntakeState::withdrawn : IntakeState::open;
}

void read_summary(const Rows& row, IntakeSummary& intake) {
  row.read(0, intake.id);
  intake.state = state_from(row.view(1));
  intake.version = row.small(2);
  intake.created_at = row.instant(3);
  row.read(4, intake.created_by);
  intake.source_name = row.text(5);
  intake.sha256 = row.text(6);
  if (!row.is_null(7)) intake.programme = ProgrammeId(row.number(7));
  intake.tasks = row.small(8);
  intake.proposals = row.small(9);
  intake.doubts = row.small(10);
  intake.problems = row.small(11);
}

}  // namespace

std::vector<IntakeSummary> Reader::intakes(AgencyId agency) const {
  std::vector<IntakeSummary> intakes;
  auto rows = database().query("select " TIENDO_INTAKE_COLUMNS " from intakes where agency_id = $1 order by id desc", agency);
  while (rows.next()) read_summary(rows, intakes.emplace_back());
  return intakes;
}

IntakeRecord Reader::intake(AgencyId agency, IntakeId id) const {
  auto rows = database().query("select " TIENDO_INTAKE_COLUMNS ", draft from intakes where agency_id = $1 and id = $2", agency, id);
  if (!rows.next()) throw Error(ErrorCode::not_found, "intake_not_found");
  IntakeRecord intake;
  read_summary(rows, intake);
  intake.draft = rows.text(12);
  return intake;
}

std::string Reader::intake_source(AgencyId agency, IntakeId intake) const {
  auto rows = database().query("select bytes from intake_sources where agency_id = $1 and intake_id = $2", agency, intake);
  if (!rows.next()) throw Error(ErrorCode::not_found, "intake_not_found");
  return rows.text(0);
}

void Writer::add(const IntakeRecord& intake, AgencyId agency, std::string_view source_bytes) {
  database().run(R"sql(
    insert into intakes (agency_id, id, state, version, created_at, created_by, source_name, sha256, programme_id, tasks, proposals,
      doubts, problems, draft)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  )sql",
                 agency, intake.id, name_of(intake.state), intake.version, intake.created_at, intake.created_by, intake.source_name,
                 intake.sha256, intake.programme, intake.tasks, intake.proposals, intake.doubts, intake.problems, intake.draft);
  database().run("insert into intake_sources (agency_id, intake_id, bytes) values ($1, $2, $3)", agency, intake.id, Blob{source_bytes});
}

void Writer::save(const IntakeRecord& intake, AgencyId agency) {
  const int changed = database().run(R"sql(
    update intakes set state = $4, programme_id = $5, tasks = $6, proposals = $7, doubts = $8, problems = $9, draft = $10,
      version = version + 1
    where agency_id = $1 and id = $2 and version = $3
  )sql",
                                     agency, intake.id, intake.version, name_of(intake.state), intake.programme, intake.tasks,
                                     intake.proposals, intake.doubts, intake.problems, intake.draft);
  if (changed == 0) throw Error(ErrorCode::conflict, "stale_version");
}

void Writer::keep_undo(AgencyId agency, IntakeId intake, std::string_view undo) {
  database().run("insert into intake_undo (agency_id, intake_id, undo) values ($1, $2, $3)", agency, intake, undo);
}

void Writer::forget_undo(AgencyId agency, IntakeId intake) {
  database().run("delete from intake_undo where agency_id = $1 and intake_id = $2", agency, intake);
}

std::optional<std::string> Reader::find_undo(AgencyId agency, IntakeId intake) const {
  auto rows = database().query("select undo from intake_undo where agency_id = $1 and intake_id = $2", agency, intake);
  return rows.next() ? std::optional(rows.text(0)) : std::nullopt;
}

}  // namespace tiendo::store

#include "store/versions.h"

#include "base/error.h"
#include "store/database.h"

namespace tiendo::store {
namespace {

#define TIENDO_VERSION_COLUMNS                                                                                                   \
  "id, programme_id, number, stage, at, by_id, by_name, words, decision_number, decision_symbol, decision_date, signer, tasks, " \
  "rows_sha256"

KeptVersion version_from(const Rows& row, AgencyId agency) {
  KeptVersion version;
  version.agency = agency;
  row.read(0, version.id);
  row.read(1, version.programme);
  version.number = row.small(2);
  version.stage = find_stage(row.view(3)).value();
  version.at = row.instant(4);
  row.read(5, version.by);
  version.by_name = row.text(6);
  version.words = row.text(7);
  if (const auto date = find_date(row.view(10))) version.decision = Decision{row.text(8), row.text(9), *date, row.text(11)};
  version.tasks = row.small(12);
  version.rows_sha256 = row.text(13);
  return version;
}

}  // namespace

std::vector<KeptVersion> versions(const Reader& reader, AgencyId agency, ProgrammeId programme) {
  std::vector<KeptVersion> kept;
  auto rows = reader.database().query(
      "select " TIENDO_VERSION_COLUMNS " from versions where agency_id = $1 and programme_id = $2 order by number", agency, programme);
  while (rows.next()) kept.push_back(version_from(rows, agency));
  return kept;
}

KeptVersion version(const Reader& reader, AgencyId agency, VersionId id) {
  auto rows = reader.database().query("select " TIENDO_VERSION_COLUMNS " from versions where agency_id = $1 and id = $2", agency, id);
  if (!rows.next()) throw Error(ErrorCode::not_found, "version_not_found");
  return version_from(rows, agency);
}

void add(Writer& writer, const KeptVersion& version) {
  const Decision none{};
  const Decision& decision = version.decision ? *version.decision : none;
  writer.database().run(R"sql(
    insert into versions (agency_id, id, programme_id, number, stage, at, by_id, by_name, words, decision_number, decision_symbol,
                          decision_date, signer, tasks, rows_sha256)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
  )sql",
                        version.agency, version.id, version.programme, version.number, name_of(version.stage), version.at, version.by,
                        version.by_name, version.words, decision.number, decision.symbol,
                        version.decision ? std::optional(iso(decision.date)) : std::nullopt, decision.signer, version.tasks,
                        version.rows_sha256);
}

std::optional<std::string> find_print(const Reader& reader, AgencyId agency, VersionId version, std::string_view format) {
  auto rows = reader.database().query("select sha256 from version_prints where agency_id = $1 and version_id = $2 and format = $3", agency,
                                      version, format);
  return rows.next() ? std::optional(rows.text(0)) : std::nullopt;
}

void keep_print(Writer& writer, AgencyId agency, VersionId version, std::string_view format, std::string_view sha256) {
  writer.database().run("insert into version_prints (agency_id, version_id, format, sha256) values ($1, $2, $3, $4)", agency, version,
                        format, sha256);
}

}  // namespace tiendo::store

#include "actions/freeze_version.h"

#include <boost/json.hpp>

#include "actions/unit_today.h"
#include "base/error.h"
#include "reports/export.h"

namespace tiendo::actions {
namespace {

std::string facts(const domain::Version& version) {
  boost::json::object out{
      {"programme", version.programme.text()}, {"number", version.number}, {"stage", name_of(version.stage)}, {"tasks", version.tasks}};
  if (const auto& decision = version.decision)
    out["decision"] = {
        {"number", decision->number}, {"symbol", decision->symbol}, {"date", iso(decision->date)}, {"signer", decision->signer}};
  return boost::json::serialize(out);
}

std::string agency_name(const store::Reader& reader, domain::AgencyId agency) {
  const auto found = reader.find_agency(agency);
  return found ? found->name : std::string();
}

}  // namespace

domain::Version freeze_version(store::Writer& writer, const domain::Actor& actor, const domain::Programme& programme, domain::Stage stage,
                               const std::string& words, const std::optional<domain::Decision>& decision, Instant now) {
  const auto file = programme_file(writer, actor.agency, programme.id);
  const auto before = store::versions(writer, actor.agency, programme.id);
  store::KeptVersion version;
  version.id = domain::VersionId::make(now);
  version.agency = actor.agency;
  version.programme = programme.id;
  version.number = before.empty() ? 1 : before.back().number + 1;
  version.stage = stage;
  version.at = now;
  version.by = actor.user;
  version.by_name = actor.name;
  version.words = words;
  version.decision = decision;
  version.tasks = static_cast<int>(file.tasks.size());
  version.rows_sha256 = writer.add_file(actor.agency, reports::programme_as_json(file));
  store::add(writer, version);
  if (is_in_force(stage)) {
    const auto form = annex_form(file.programme, agency_name(writer, actor.agency));
    for (const auto& format : reports::export_formats())
      store::keep_print(writer, actor.agency, version.id, format.name, writer.add_file(actor.agency, format.write(file, form)));
  }
  writer.record(actor, "version_kept", "programme", programme.id.value(), "", facts(version), now);
  return version;
}

reports::ProgrammeFile version_file(const store::Reader& reader, domain::AgencyId agency, domain::VersionId id) {
  const auto version = store::version(reader, agency, id);
  auto file = reports::programme_from_json(reader.file(agency, version.rows_sha256));
  file.programme.agency = agency;
  for (auto& task : file.tasks) {
    task.agency = agency;
    task.programme = version.programme;
  }
  return file;
}

std::string version_print(const store::Reader& reader, domain::AgencyId agency, domain::VersionId id, std::string_view format) {
  if (const auto sha256 = store::find_print(reader, agency, id, format)) return reader.file(agency, *sha256);
  const auto file = version_file(reader, agency, id);
  return reports::export_format(format).write(file, annex_form(file.programme, agency_name(reader, agency)));
}

reports::ProgrammeFile version_of_units_today(const store::Reader& reader, domain::AgencyId agency, domain::VersionId version) {
  auto file = version_file(reader, agency, version);
  const auto names = reader.names(agency);
  for (auto& task : file.tasks) {
    follow_units(*names, task.lead_units);
    follow_units(*names, task.coordinating_units);
  }
  return file;
}

}  // namespace tiendo::actions

#include "actions/create_intake.h"

#include <boost/json.hpp>

#include "actions/column_words.h"
#include "actions/drafts.h"
#include "actions/register.h"
#include "actions/source_drafts.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/text.h"
#include "intake/check.h"

namespace tiendo::actions {
intake::Intake read_document(const store::Reader& reader, domain::AgencyId agency, std::string_view bytes, std::string_view name,
                             const formats::Progress& progress) {
  if (bytes.size() > most_source_bytes) throw Error(ErrorCode::invalid, "source_too_large", {std::to_string(most_source_bytes >> 20)});
  const intake::Register known = known_names(*reader.names(agency));
  intake::Intake intake = source_drafts(bytes, name, known, progress);
  name_columns(intake, reader.column_words(agency));
  for (auto& problem : intake::check(intake, known)) intake.problems.push_back(std::move(problem));
  return intake;
}

store::IntakeRecord create_intake(store::Store& store, const domain::Actor& actor, std::string_view bytes, std::string_view name,
                                  Instant now, const formats::Progress& progress) {
  const intake::Intake intake = read_document(store.read(), actor.agency, bytes, name, progress);

  store::IntakeRecord record;
  record.id = domain::IntakeId::make(now);
  record.created_at = now;
  record.created_by = actor.user;
  record.source_name = collapse_blanks(nfc(name));
  record.sha256 = sha256(bytes);
  write_draft(record, intake);

  auto writer = store.begin();
  writer.add(record, actor.agency, bytes);
  writer.record(
      actor, "intake_created", "intake", record.id.value(), "",
      boost::json::serialize(boost::json::object{
          {"source_name", record.source_name}, {"sha256", record.sha256}, {"tasks", record.tasks}, {"proposals", record.proposals}}),
      now);
  writer.commit();
  return record;
}

}  // namespace tiendo::actions

#include "actions/correct_intake.h"

#include <algorithm>

#include <boost/json.hpp>

#include "actions/corrections.h"
#include "actions/drafts.h"
#include "actions/register.h"
#include "base/error.h"
#include "intake/check.h"

namespace tiendo::actions {
namespace {

bool same(const domain::Problem& one, const domain::Problem& other) {
  return one.key == other.key && one.where.kind == other.where.kind && one.where.row == other.where.row &&
         one.where.field == other.where.field && one.arguments == other.arguments;
}

// What the reader remarked stays; what the check found is found anew after the corrections.
void drop_checked(intake::Intake& intake, const intake::Register& known) {
  const auto checked = intake::check(intake, known);
  std::erase_if(intake.problems,
                [&](const auto& problem) { return std::ranges::any_of(checked, [&](const auto& other) { return same(problem, other); }); });
}

}  // namespace

store::IntakeRecord correct_intake(store::Store& store, const domain::Actor& actor, domain::IntakeId id, int version,
                                   const std::vector<Correction>& corrections, Instant now) {
  auto writer = store.begin();
  store::IntakeRecord record = writer.intake(actor.agency, id);
  if (record.version != version) throw Error(ErrorCode::conflict, "stale_version");
  if (record.state != store::IntakeState::open) throw Error(ErrorCode::conflict, "intake_not_open");

  const intake::Register known = known_names(*writer.names(actor.agency));
  intake::Intake intake = draft_of(record);
  drop_checked(intake, known);
  for (const Correction& correction : corrections) apply(intake, correction);
  if (intake.merge) writer.programme(actor.agency, intake.merge->programme);
  for (auto& problem : intake::check(intake, known)) intake.problems.push_back(std::move(problem));
  write_draft(record, intake);

  writer.save(record, actor.agency);
  writer.record(actor, "intake_corrected", "intake", id.value(), "",
                boost::json::serialize(boost::json::object{{"corrections", corrections.size()}, {"version", version + 1}}), now);
  writer.commit();
  ++record.version;
  return record;
}

}  // namespace tiendo::actions

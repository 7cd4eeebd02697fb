#include "actions/drafts.h"

#include <boost/json.hpp>

#include "actions/corrections.h"
#include "intake/intake_json.h"

namespace tiendo::actions {

void write_draft(store::IntakeRecord& record, const intake::Intake& intake) {
  record.tasks = static_cast<int>(intake.tasks.size());
  record.proposals = static_cast<int>(intake.proposals.size());
  record.doubts = doubts_in(intake);
  record.problems = static_cast<int>(intake.problems.size());
  record.draft = boost::json::serialize(intake::to_json(intake, Language::vi));
}

intake::Intake draft_of(const store::IntakeRecord& record) {
  return intake::intake_from_json(boost::json::parse(record.draft));
}

}  // namespace tiendo::actions

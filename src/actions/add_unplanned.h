// A task comes in outside the programmes, between one programme and the next.
#pragma once

#include "domain/unplanned.h"
#include "store/store.h"

namespace tiendo::actions {

struct UnplannedForm {
  std::string title, deliverable;
  domain::UnitId lead;
  std::vector<domain::UnitId> coordinating;
  std::optional<domain::PersonId> leader;
  std::optional<Date> due_on;  // none: without a deadline
  std::string document;
  Date given_on{};
  bool is_urgent = false;
};

// The office and leaders give tasks to any unit, a head to the own one.
bool may_add_unplanned(const domain::User& user);

// Into the register of the year in which it was given, which is made where it is not there yet. Throws invalid "title_missing",
// "bad_field" "given_on" of a day to come, "due_on" before that day, "unit_unknown", "leader_unknown"; forbidden "not_yours_to_do".
domain::Task add_unplanned(store::Store& store, const domain::Actor& actor, const UnplannedForm& form, Instant now);

// Throws conflict "unplanned_has_no_stages": the register is no programme that is sent round, approved or issued.
void refuse_unplanned_register(const store::Reader& reader, const domain::Programme& programme);

}  // namespace tiendo::actions

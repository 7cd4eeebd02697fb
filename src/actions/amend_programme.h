// Changing a programme in force (R10): changes are asked for, the leader who directs the task consents, and a further decision
// carries out what was consented to. Until then every task stays as it was issued.
#pragma once

#include "actions/edit_task.h"
#include "domain/amendment.h"
#include "domain/person.h"
#include "store/store.h"

namespace tiendo::actions {

struct ChangeWish {
  domain::AmendmentKind kind = domain::AmendmentKind::change;
  std::optional<domain::TaskId> task;  // of a change or a drop
  TaskEdit edit;                       // of a change or an addition
  std::string reason;
};

// Opens an amendment where none is open. Another wish for the same task takes the place of the one before.
// Throws conflict "programme_not_in_force", "nothing_changes", invalid "reason_missing", "title_missing", "bad_field".
domain::Amendment ask_change(store::Store& store, const domain::Actor& actor, domain::ProgrammeId programme, const ChangeWish& wish,
                             Instant now);
// Throws not_found "change_not_found", conflict "amendment_not_open".
domain::Amendment drop_change(store::Store& store, const domain::Actor& actor, domain::AmendmentId amendment,
                              domain::AmendmentChangeId change, Instant now);

// By a leader who directs the task, as it is or as it shall be; by any leader where nobody in the register does.
// Throws forbidden "not_yours_to_do", invalid "reason_missing" of a refusal.
domain::Amendment answer_change(store::Store& store, const domain::Actor& actor, domain::AmendmentId amendment,
                                domain::AmendmentChangeId change, domain::Consent consent, const std::string& words, Instant now);

// Carries out what was consented to and keeps the new version. Throws what check_can_be_issued throws, "stale_version",
// invalid "decision_missing".
domain::Version issue_amendment(store::Store& store, const domain::Actor& actor, domain::AmendmentId amendment, int version,
                                const domain::Decision& decision, const std::string& words, Instant now);

void withdraw_amendment(store::Store& store, const domain::Actor& actor, domain::AmendmentId amendment, int version, Instant now);

// As what this person may answer the change on that day: as one who directs the task, or for one who is away (R17).
std::optional<domain::Holder> answers_as(const store::Reader& reader, const domain::Actor& actor, const domain::Amendment& amendment,
                                         const domain::AmendmentChange& change, Date today);

// The task as it is and as it would be, for showing. `before` is empty of an addition, `after` of a drop.
struct ShownChange {
  std::optional<domain::Task> before, after;
};
ShownChange shown(const store::Reader& reader, const domain::Amendment& amendment, const domain::AmendmentChange& change);

}  // namespace tiendo::actions

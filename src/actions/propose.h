// The unit's side of a consultation: what it proposes to each task, one by one or in a file of its own (R03, R09).
#pragma once

#include "actions/edit_task.h"
#include "domain/proposal.h"
#include "formats/progress.h"
#include "store/store.h"

namespace tiendo::actions {

struct ProposalWish {
  domain::ProposalKind kind = domain::ProposalKind::keep;
  std::optional<domain::TaskId> task;  // of the version sent; none to add
  TaskEdit edit;                       // of an addition, a move (its month), an amendment
  std::string words;
};

// Another proposal of the unit for the same task takes the place of the one before. By the head of the unit, or the office.
// Throws forbidden "not_yours_to_do", conflict "consultation_over", "task_of_other_unit", not_found "task_not_found",
// invalid "reason_missing", "title_missing", "bad_field".
domain::Proposal propose(store::Store& store, const domain::Actor& actor, domain::ConsultationId consultation, domain::UnitId unit,
                         const ProposalWish& wish, Instant now);
void take_back_proposal(store::Store& store, const domain::Actor& actor, domain::ConsultationId consultation, domain::ProposalId proposal,
                        Instant now);

// The unit has said all; it may still change its mind until the last day has passed.
void finish_answer(store::Store& store, const domain::Actor& actor, domain::ConsultationId consultation, domain::UnitId unit, Instant now);

struct FileAnswer {
  int taken = 0;
  std::vector<domain::ProposalId> unplaced;  // kept, and the office is asked which task they mean
  std::vector<std::string> remarks;          // what the unit wrote of its months: "Tháng 7 … có 3 nhiệm vụ"
};

// A file in the form of a unit's answer, read as any annex is. Numbers are those of the version sent. It takes the place of what
// the unit had proposed. Throws as propose does, invalid "no_proposals", and what the readers throw.
FileAnswer answer_by_file(store::Store& store, const domain::Actor& actor, domain::ConsultationId consultation, domain::UnitId unit,
                          std::string_view bytes, std::string_view name, Instant now, const formats::Progress& progress = {});

// Whether this person answers for the unit.
bool may_answer_for(const store::Reader& reader, const domain::Actor& actor, domain::UnitId unit);

}  // namespace tiendo::actions

// A programme moves on from stage to stage (R04), by the table of domain/version.h. Sending it to the units and amending it have
// actions of their own.
#pragma once

#include "domain/version.h"
#include "store/store.h"

namespace tiendo::actions {

inline constexpr std::size_t longest_reason = 4000;

struct StageStep {
  domain::StageMove move = domain::StageMove::submit;
  std::string words;  // a reason; of an approval: the exception made for what is missing
  std::optional<domain::Decision> decision;
};

// Submitting asks one lead of every task (R07); approving what still lacks an item of the agency's list asks for words (R16).
// What comes into force gets the decision's number and day; a task due before that day counts as late only after it (R06).
// Throws conflict "stale_version", "stage_move_not_possible", "leads_not_single", "incomplete", forbidden "not_yours_to_do",
// invalid "reason_missing", "decision_missing", "bad_field".
domain::Programme move_programme(store::Store& store, const domain::Actor& actor, domain::ProgrammeId programme, int version,
                                 const StageStep& step, Instant now);

// The moves that this person may make now.
std::vector<domain::StageMove> stage_moves_for(const store::Reader& reader, const domain::Actor& actor, const domain::Programme& programme);

// Throws forbidden "not_yours_to_do" unless the person's role has the right.
void expect_right(const store::Reader& reader, const domain::Actor& actor, domain::Right right);

// Tidied: "05", "/QĐ-SKHCN". Throws invalid "decision_missing", "bad_field".
domain::Decision checked(domain::Decision decision, Date today);

}  // namespace tiendo::actions

// The office's side of a consultation (R09): sending a version, closing, recommending, carrying out what leaders accepted.
#pragma once

#include "actions/directors.h"
#include "domain/proposal.h"

namespace tiendo::actions {

inline constexpr std::size_t most_consulted_units = 500;

struct ConsultationWish {
  std::vector<domain::UnitId> units;        // empty: every unit that leads a task
  int days = domain::usual_days_to_answer;  // working days
  std::string words;
};

// Keeps the version that is sent. Throws conflict "stale_version", "stage_move_not_possible", "consultation_running", "programme_empty",
// invalid "bad_field", not_found "unit_not_found".
domain::Consultation send_consultation(store::Store& store, const domain::Actor& actor, domain::ProgrammeId programme, int version,
                                       const ConsultationWish& wish, Instant now);

// Whoever has not answered agrees. Throws conflict "consultation_not_due" before the last day while somebody may still answer.
domain::Consultation close_consultation(store::Store& store, const domain::Actor& actor, domain::ConsultationId id, int version,
                                        Instant now);

// Back to the draft; what was proposed is kept. Throws conflict "consultation_over".
domain::Consultation withdraw_consultation(store::Store& store, const domain::Actor& actor, domain::ConsultationId id, int version,
                                           Instant now);

void recommend(store::Store& store, const domain::Actor& actor, domain::ConsultationId id, domain::ProposalId proposal,
               domain::Opinion opinion, const std::string& words, Instant now);

// Whether it says which task it means, and a move to which month.
bool is_placed(const domain::Proposal& proposal);

// Which task of the version sent a row of a file means, and for a move the month where the file named none.
// Throws not_found "proposal_not_found", "task_not_found", conflict "consultation_over", "proposal_decided".
void place_proposal(store::Store& store, const domain::Actor& actor, domain::ConsultationId id, domain::ProposalId proposal,
                    domain::TaskId task, std::optional<int> month, Instant now);

struct ProposalDecision {
  domain::ProposalId proposal;
  domain::Opinion opinion = domain::Opinion::accept;
  std::string words;
};

// All or none. By leaders who direct the tasks, once the consultation is closed; never by whoever proposed.
// Throws forbidden "not_yours_to_do", conflict "consultation_not_closed".
void decide_proposals(store::Store& store, const domain::Actor& actor, domain::ConsultationId id,
                      const std::vector<ProposalDecision>& decisions, Instant now);
// As what the actor may decide on that day: as who directs the task, or for one who is away.
std::optional<domain::Holder> decides_as(const store::Reader& reader, const domain::Actor& actor, const domain::Consultation& consultation,
                                         const domain::Proposal& proposal, Date today);

// What was accepted goes into the programme, its numbers are made anew, and the next version is kept.
// Throws what check_can_be_settled throws, "proposals_unplaced" with how many accepted ones are not placed, "consultation_not_closed".
domain::Version settle_consultation(store::Store& store, const domain::Actor& actor, domain::ConsultationId id, int version, Instant now);

}  // namespace tiendo::actions

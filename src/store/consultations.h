// Consultations on programmes, and the proposals of units.
#pragma once

#include "domain/proposal.h"
#include "store/store.h"

namespace tiendo::store {

std::vector<Consultation> consultations(const Reader& reader, AgencyId agency, ProgrammeId programme);  // newest first
std::vector<Consultation> running_consultations(const Reader& reader, AgencyId agency);                 // open or closed
Consultation consultation(const Reader& reader, AgencyId agency, ConsultationId id);  // throws not_found "consultation_not_found"
void add(Writer& writer, const Consultation& consultation);
// All but what was sent and to whom. Throws conflict "stale_version" as Writer::save does.
void save(Writer& writer, const Consultation& consultation);

// By unit, in the order they were made.
std::vector<Proposal> proposals(const Reader& reader, AgencyId agency, ConsultationId consultation);
void save(Writer& writer, AgencyId agency, ConsultationId consultation, const Proposal& proposal);  // adds or replaces
void remove(Writer& writer, AgencyId agency, ProposalId proposal);

// Wherever `from` was asked or proposed in a running consultation, `into` was (R33).
void replace_unit(Writer& writer, AgencyId agency, UnitId from, UnitId into);

}  // namespace tiendo::store

// What proves a result: the document that was issued, its file, or both (R23).
#pragma once

#include "actions/kept_file.h"
#include "store/store.h"

namespace tiendo::actions {

inline constexpr std::size_t most_evidence_a_task = 50;

// `evidence` without id, file, actor and time. Throws invalid "evidence_empty", "bad_field"; conflict "work_is_over", "too_much_evidence".
domain::Evidence add_evidence(store::Store& store, const domain::Actor& actor, domain::TaskId task, domain::Evidence evidence, Instant now);

// The file of a piece of evidence, of a kind that the agency keeps: PDF, Word, Excel, a picture, a signed package.
// Throws invalid "evidence_kind", "evidence_too_large"; conflict "work_is_over".
domain::Evidence put_evidence_file(store::Store& store, const domain::Actor& actor, domain::TaskId task, std::int64_t evidence,
                                   std::string_view name, std::string_view bytes, Instant now);

// Only while the result is not confirmed. Throws not_found "evidence_not_found", conflict "work_is_over".
void remove_evidence(store::Store& store, const domain::Actor& actor, domain::TaskId task, std::int64_t evidence, Instant now);

domain::Evidence evidence_of(const store::Reader& reader, domain::AgencyId agency, domain::TaskId task, std::int64_t evidence);

}  // namespace tiendo::actions

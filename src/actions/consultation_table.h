// The answers of all units to a consultation, collated: by unit and month, with counted totals. Changes nothing.
#pragma once

#include <optional>

#include "reports/proposals.h"
#include "store/store.h"

namespace tiendo::actions {

// Of all units, or of one. Throws not_found "consultation_not_found".
reports::ConsultationTable consultation_table(const store::Reader& reader, const domain::Consultation& consultation,
                                              std::optional<domain::UnitId> only = {});

}  // namespace tiendo::actions

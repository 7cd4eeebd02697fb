// A document comes in: it is read, checked, and kept with its doubts until a clerk confirms it.
#pragma once

#include <string_view>

#include "formats/progress.h"
#include "intake/intake.h"
#include "store/store.h"

namespace tiendo::actions {

inline constexpr std::size_t most_source_bytes = 32u << 20;

// Throws invalid "source_too_large", "secret_document" (nothing is stored), and what the readers throw, conflict "reading_cancelled" among
// it.
store::IntakeRecord create_intake(store::Store& store, const domain::Actor& actor, std::string_view bytes, std::string_view name,
                                  Instant now, const formats::Progress& progress = {});

// Reads and checks without keeping anything.
intake::Intake read_document(const store::Reader& reader, domain::AgencyId agency, std::string_view bytes, std::string_view name,
                             const formats::Progress& progress = {});

}  // namespace tiendo::actions

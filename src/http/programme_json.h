// A programme as JSON.
#pragma once

#include "base/json_writer.h"
#include "http/context.h"
#include "http/response.h"

namespace tiendo::http {

void write_programme(JsonWriter& json, const store::ProgrammeRecord& programme);

// One programme with the moves that the signed-in person may make; carries its ETag.
Response programme_response(const Context& context, const store::Reader& reader, domain::ProgrammeId id);

}  // namespace tiendo::http

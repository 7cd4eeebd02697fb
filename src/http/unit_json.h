// A unit as JSON.
#pragma once

#include "base/json_writer.h"
#include "domain/agency.h"

namespace tiendo::http {

void write_unit_members(JsonWriter& json, const domain::Unit& unit);

}  // namespace tiendo::http

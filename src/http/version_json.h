// A version of a programme and its decision as JSON.
#pragma once

#include <boost/json/object.hpp>

#include "base/json_writer.h"
#include "domain/version.h"

namespace tiendo::http {

void write_version(JsonWriter& json, const domain::Version& version);  // members of an open object
void write_row(JsonWriter& json, const domain::Task& task);            // one task as printed; an object of its own

// The member "decision" of a body; nothing where it is null or missing.
std::optional<domain::Decision> find_decision(const boost::json::object& form);

}  // namespace tiendo::http

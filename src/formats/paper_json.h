// A Paper as JSON and back without loss: how the reading process hands it over.
#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "formats/paper.h"

namespace tiendo::formats {

// Only what applies.
boost::json::object to_json(const Place& place);
boost::json::value to_json(const Paper& paper);
// Throws internal where the value is no Paper: its writer is our own program; invalid "table_too_large".
Paper paper_from_json(const boost::json::value& value);

}  // namespace tiendo::formats

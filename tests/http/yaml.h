// Reads the small part of YAML that api/openapi.yaml is written in (docs/adr/0040) as JSON.
#pragma once

#include <string_view>

#include <boost/json/value.hpp>

namespace tiendo::http {

// Throws std::runtime_error with the number of the line that it does not understand.
boost::json::value read_yaml(std::string_view text);

}  // namespace tiendo::http

// An Error on its way from `tiendo-documents`.
#pragma once

#include <string>
#include <vector>

#include <boost/json/fwd.hpp>

namespace tiendo::formats {

// {"error": key, "arguments": [..]}
std::string error_as_json(const std::string& key, const std::vector<std::string>& arguments = {});

// Throws what stands there, as invalid; nothing where it is no error. A malformed one is invalid "reader_fell".
void throw_error_in(const boost::json::object& answer);

}  // namespace tiendo::formats

// A zip file in memory: what a DOCX is written into. The same members give the same bytes.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiendo::formats {

using Member = std::pair<std::string, std::string>;  // path, content

std::string write_package(const std::vector<Member>& members);

// Text inside XML: & < > " escaped, letters that XML cannot hold left out.
std::string xml_text(std::string_view text);

}  // namespace tiendo::formats

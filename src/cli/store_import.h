// `tiendo import FILE` without --preview: read, kept, confirmed, as the operator of the one agency.
#pragma once

#include <string>
#include <string_view>

namespace tiendo::cli {

// Throws not_found "agency_missing" where the database holds no agency.
void store_import(const std::string& database, std::string_view bytes, std::string_view name);

}  // namespace tiendo::cli

// The other side of old_office.h, in `tiendo-documents`: LibreOffice with hardly a right.
#pragma once

#include <string>

namespace tiendo::formats {

// Gives up its rights but those below the folder, then becomes LibreOffice. Returns only where that fails.
int become_converter(const std::string& folder, const std::string& to);

}  // namespace tiendo::formats

// A sheet as the file that a request asks for.
#pragma once

#include <string_view>

#include "formats/sheet.h"
#include "http/request.h"
#include "http/response.h"

namespace tiendo::http {

// ?format=docx, xlsx or pdf, under a name; `usual` where none is given. Throws invalid "unknown_format".
Response drawn(const Request& request, const formats::Sheet& sheet, std::string_view name, std::string_view usual = "docx");

}  // namespace tiendo::http

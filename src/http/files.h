// The page's files, which are built into the program. Nothing is looked up on a disk, so no path can lead outside.
#pragma once

#include <span>

#include "base/embedded.h"
#include "http/request.h"
#include "http/response.h"

namespace tiendo::http {

// "/assets/x.js" where the client takes it packed and "assets/x.js.gz" is there; index.html for addresses of the page.
// Throws not_found "no_such_page".
Response file_response(std::span<const EmbeddedFile> files, const Request& request);

}  // namespace tiendo::http

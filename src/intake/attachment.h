// The line that ties an annex to its decision: "(Kèm theo Quyết định số 12/QĐ-SKHCN ngày 03/9/2025 của Sở …)".
#pragma once

#include <optional>
#include <string_view>

#include "domain/programme.h"

namespace tiendo::intake {

bool begins_attachment(std::string_view text);
// `text` is the whole remark, its lines joined.
domain::Attachment attachment_of(std::string_view text);

}  // namespace tiendo::intake

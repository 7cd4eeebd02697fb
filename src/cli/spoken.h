// The language of the command line: Vietnamese, or English where TIENDO_LANG=en.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/sentences.h"

namespace tiendo::cli {

Language spoken();
std::string said(std::string_view key, const std::vector<std::string>& arguments = {});

}  // namespace tiendo::cli

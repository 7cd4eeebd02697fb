// Pages -> one run of blocks: a table that goes on over pages becomes one table.
#pragma once

#include "formats/page_layout.h"

namespace tiendo::formats {

std::vector<Block> join_pages(std::vector<PageLayout> pages);

}  // namespace tiendo::formats

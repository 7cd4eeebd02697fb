// Tables that a plain text draws with marks: Markdown rows, tab-separated lines, cells parted by lines with a lone bar.
#pragma once

#include "formats/paper.h"

namespace tiendo::formats {

// Turns stretches of paragraphs that are evidently tables into tables; the rest stays as it is.
void find_text_tables(Paper& paper);

}  // namespace tiendo::formats

// Pictures of pages -> what is seen on each; and a PNG or JPEG -> Paper.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "formats/page_sight.h"
#include "formats/paper.h"
#include "formats/picture.h"
#include "formats/progress.h"

namespace tiendo::formats {

inline constexpr int most_recognised_pages = 200;
inline constexpr int most_recognising_threads = 8;

// Pages side by side on the cores there are. `picture(i)` is called by one thread at a time.
// Throws what the recogniser throws, "too_many_scanned_pages", conflict "reading_cancelled".
std::vector<PageSight> recognise(int pages, const std::function<GreyPicture(int)>& picture, const Progress& progress);

Paper read_scan(std::string_view bytes, std::string_view name, const Progress& progress);

}  // namespace tiendo::formats

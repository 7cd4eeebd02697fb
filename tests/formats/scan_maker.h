// Scans for tests: a sheet is drawn as a PDF, shown as a picture and then treated as a scanner treats it.
#pragma once

#include <string>

#include "formats/picture.h"
#include "formats/sheet.h"

namespace tiendo::formats {

struct Wear {
  double degrees = 0;     // laid in askew, clockwise
  int blur = 0;           // pixels to each side
  double grain = 0;       // standard deviation of the noise
  int quarter_turns = 0;  // clockwise
};

inline constexpr Wear fresh{}, worn{0.6, 1, 8, 0};

GreyPicture scan_of(const GreyPicture& page, const Wear& wear);
GreyPicture scan_of(const std::string& pdf, int page, double dots_per_inch, const Wear& wear);
std::string as_png(const GreyPicture& picture);
std::string as_jpeg(const GreyPicture& picture, int quality);

}  // namespace tiendo::formats

// A page as it came out of the scanner -> the page as it is read: turned the right way round, its lines level, its paper white.
#pragma once

#include "formats/raster.h"

namespace tiendo::formats {

inline constexpr int white = 255;

struct UprightPage {
  Raster grey;  // 8 bits a pixel, shadows and stains of the paper taken away
  Raster ink;   // 1 bit a pixel: what is written or drawn
  Raster hint;  // the same and all that is a little darker than the paper: faint rules, and specks
  double dots_per_inch = 0;

  double width() const { return points(pixGetWidth(grey.get())); }
  double height() const { return points(pixGetHeight(grey.get())); }
  double points(double pixels) const { return pixels * 72 / dots_per_inch; }
  int pixels(double points) const { return static_cast<int>(points * dots_per_inch / 72); }
};

// Turned as its letters seem to stand, and by so many more quarters clockwise.
UprightPage upright(const GreyPicture& picture, int quarter_turns = 0);

}  // namespace tiendo::formats

// Leptonica's pictures with an owner.
#pragma once

#include <memory>

#include <leptonica/allheaders.h>

#include "formats/picture.h"

namespace tiendo::formats {

struct RasterEnd {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using Raster = std::unique_ptr<PIX, RasterEnd>;

// Takes what a library call made; no room for it throws std::bad_alloc.
Raster made(PIX* pix);

Raster to_raster(const GreyPicture& picture);
// 8 bits a pixel.
GreyPicture from_raster(PIX* grey, double dots_per_inch);

}  // namespace tiendo::formats

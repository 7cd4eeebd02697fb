#include "formats/raster.h"

#include <new>

namespace tiendo::formats {

Raster made(PIX* pix) {
  if (!pix) throw std::bad_alloc();
  return Raster(pix);
}

Raster to_raster(const GreyPicture& picture) {
  auto pix = made(pixCreateNoInit(picture.width, picture.height, 8));
  const auto* from = picture.pixels.data();
  for (int y = 0; y < picture.height; ++y) {
    l_uint32* row = pixGetData(pix.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix.get());
    for (int x = 0; x < picture.width; ++x) SET_DATA_BYTE(row, x, *from++);
  }
  return pix;
}

GreyPicture from_raster(PIX* grey, double dots_per_inch) {
  GreyPicture picture{pixGetWidth(grey), pixGetHeight(grey), dots_per_inch, {}};
  picture.pixels.reserve(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
  for (int y = 0; y < picture.height; ++y) {
    const l_uint32* row = pixGetData(grey) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(grey);
    for (int x = 0; x < picture.width; ++x) picture.pixels.push_back(static_cast<std::uint8_t>(GET_DATA_BYTE(row, x)));
  }
  return picture;
}

}  // namespace tiendo::formats

#include "formats/scan_maker.h"

#include <cstdlib>
#include <memory>
#include <numbers>

#include "formats/pdf_words.h"
#include "formats/raster.h"

namespace tiendo::formats {
namespace {

std::string taken(l_uint8* bytes, std::size_t size) {
  std::string out(reinterpret_cast<const char*>(bytes), size);
  lept_free(bytes);
  return out;
}

}  // namespace

GreyPicture scan_of(const GreyPicture& page, const Wear& wear) {
  auto sheet = to_raster(page);
  if (wear.degrees != 0)
    sheet =
        made(pixRotate(sheet.get(), static_cast<float>(wear.degrees * std::numbers::pi / 180), L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
  if (wear.blur > 0) sheet = made(pixBlockconv(sheet.get(), wear.blur, wear.blur));
  std::srand(7);
  if (wear.grain > 0) sheet = made(pixAddGaussianNoise(sheet.get(), static_cast<float>(wear.grain)));
  if (wear.quarter_turns > 0) sheet = made(pixRotateOrth(sheet.get(), wear.quarter_turns));
  return from_raster(sheet.get(), page.dots_per_inch);
}

GreyPicture scan_of(const std::string& pdf, int page, double dots_per_inch, const Wear& wear) {
  return scan_of(PdfText(pdf).picture(page, dots_per_inch), wear);
}

std::string as_png(const GreyPicture& picture) {
  const auto sheet = to_raster(picture);
  const auto dots = static_cast<int>(picture.dots_per_inch);
  pixSetResolution(sheet.get(), dots, dots);
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  pixWriteMemPng(&bytes, &size, sheet.get(), 0);
  return taken(bytes, size);
}

std::string as_jpeg(const GreyPicture& picture, int quality) {
  const auto sheet = to_raster(picture);
  const auto dots = static_cast<int>(picture.dots_per_inch);
  pixSetResolution(sheet.get(), dots, dots);
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  pixWriteMemJpeg(&bytes, &size, sheet.get(), quality, 0);
  return taken(bytes, size);
}

}  // namespace tiendo::formats

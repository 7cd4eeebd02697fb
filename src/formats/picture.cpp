#include "formats/picture.h"

#include <algorithm>

#include "base/error.h"
#include "formats/raster.h"

namespace tiendo::formats {
namespace {

const l_uint8* data_of(std::string_view bytes) {
  return reinterpret_cast<const l_uint8*>(bytes.data());
}

// What the head of the file promises is looked at before room is made for it.
void check_size(int width, int height) {
  if (width > longest_picture_side || height > longest_picture_side || std::int64_t{width} * height > most_picture_pixels)
    throw Error(ErrorCode::invalid, "picture_too_large", {std::to_string(most_picture_pixels / 1'000'000)});
  if (width < least_picture_side || height < least_picture_side) throw Error(ErrorCode::invalid, "picture_too_small");
}

// A cut picture is refused rather than read as a page that ends in grey: libjpeg would fill it up.
bool is_whole(std::string_view bytes, int format) {
  constexpr std::size_t most_bytes_behind = 4096;
  const auto end = bytes.rfind("\xFF\xD9");
  return format != IFF_JFIF_JPEG || (end != std::string_view::npos && bytes.size() - end < most_bytes_behind);
}

// Writing on a see-through ground stands on white paper.
Raster grey_of(const Raster& pix) {
  const Raster solid(pixGetSpp(pix.get()) == 4 ? pixAlphaBlendUniform(pix.get(), 0xFFFFFF00) : pixClone(pix.get()));
  return Raster(solid ? pixConvertTo8(solid.get(), 0) : nullptr);
}

}  // namespace

GreyPicture read_picture(std::string_view bytes) {
  if (bytes.size() > most_picture_bytes)
    throw Error(ErrorCode::invalid, "picture_too_large", {std::to_string(most_picture_pixels / 1'000'000)});
  setMsgSeverity(L_SEVERITY_NONE);
  l_int32 format = 0, width = 0, height = 0;
  const bool known = pixReadHeaderMem(data_of(bytes), bytes.size(), &format, &width, &height, nullptr, nullptr, nullptr) == 0;
  if (!known || (format != IFF_PNG && format != IFF_JFIF_JPEG)) throw Error(ErrorCode::invalid, "picture_damaged");
  check_size(width, height);
  const Raster pix(is_whole(bytes, format) ? pixReadMem(data_of(bytes), bytes.size()) : nullptr);
  const Raster grey(pix ? grey_of(pix) : nullptr);
  if (!grey) throw Error(ErrorCode::invalid, "picture_damaged");
  return from_raster(grey.get(), pixGetXRes(pix.get()));
}

}  // namespace tiendo::formats

// A page as a picture: grey, row by row.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tiendo::formats {

inline constexpr std::size_t most_picture_bytes = 64u << 20;
inline constexpr std::int64_t most_picture_pixels = 50'000'000;  // A4 at 600 dots per inch has 35 million
inline constexpr int longest_picture_side = 20'000;
inline constexpr int least_picture_side = 100;

struct GreyPicture {
  int width = 0, height = 0;
  double dots_per_inch = 0;          // 0: not known
  std::vector<std::uint8_t> pixels;  // 0 black … 255 white
};

// PNG or JPEG. Throws invalid "picture_too_large", "picture_too_small", "picture_damaged".
GreyPicture read_picture(std::string_view bytes);

}  // namespace tiendo::formats

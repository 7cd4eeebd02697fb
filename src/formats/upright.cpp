#include "formats/upright.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace tiendo::formats {
namespace {

constexpr double finest = 300;                    // dots per inch: finer costs time and makes no letter clearer
constexpr double least_page = 4, most_page = 34;  // inches of the longer side that may be believed
constexpr double a4 = 11.69;                      // inches of its longer side
constexpr float least_skew = 0.03f;               // degrees
constexpr float sure_of_skew = 2;

double resolution_of(const GreyPicture& picture) {
  const double longer = std::max(picture.width, picture.height);
  const double said = picture.dots_per_inch;
  return said > 0 && longer / said >= least_page && longer / said <= most_page ? said : longer / a4;
}

struct Shades {
  int ink = 0, hint = 0;  // darker than this
};

// The paper is the commonest shade; what is ink and what only a hint of it is told by how far it lies from the paper, and from
// the paper's own grain.
Shades shades_of(const Raster& grey) {
  std::array<double, 256> count{};
  for (int y = 0; y < pixGetHeight(grey.get()); y += 2) {
    const l_uint32* row = pixGetData(grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(grey.get());
    for (int x = 0; x < pixGetWidth(grey.get()); ++x) ++count[GET_DATA_BYTE(row, x)];
  }
  const int paper = static_cast<int>(std::max_element(count.begin() + 64, count.end()) - count.begin());
  int grain = 1;
  while (paper - grain > 0 && count[static_cast<std::size_t>(paper - grain)] > 0.6 * count[static_cast<std::size_t>(paper)]) ++grain;
  double dark = 0, all = 0;  // the mean of what is surely no paper
  for (int shade = 0; shade < paper / 2; ++shade) {
    dark += shade * count[static_cast<std::size_t>(shade)];
    all += count[static_cast<std::size_t>(shade)];
  }
  const double depth = paper - (all > 0 ? dark / all : 0);
  return {paper - static_cast<int>(0.45 * depth), paper - static_cast<int>(std::max(0.12 * depth, 4.0 * grain))};
}

Raster darker_than(const Raster& grey, int shade) {
  return made(pixThresholdToBinary(grey.get(), std::clamp(shade, 1, 255)));
}

Raster whitened(const Raster& grey) {
  Raster even(pixBackgroundNorm(grey.get(), nullptr, nullptr, 32, 32, 100, 200, 240, 2, 2));
  return even ? std::move(even) : made(pixClone(grey.get()));
}

// How many quarters clockwise set the letters on their feet: what stands above small letters is more than what hangs below.
int turns_needed(const Raster& grey) {
  constexpr float least_lead = 4;
  l_float32 up = 0, left = 0;
  const auto ink = darker_than(grey, shades_of(grey).ink);
  if (pixOrientDetect(ink.get(), &up, &left, 0, 0) != 0) return 0;
  const std::array<float, 4> sure = {up, left, -up, -left};
  const auto best = std::max_element(sure.begin(), sure.end());
  return *best > up + least_lead ? static_cast<int>(best - sure.begin()) : 0;
}

Raster level(Raster grey) {
  const auto ink = darker_than(grey, shades_of(grey).ink);
  l_float32 angle = 0, sure = 0;
  if (pixFindSkew(ink.get(), &angle, &sure) != 0 || sure < sure_of_skew || std::abs(angle) < least_skew) return grey;
  return made(pixRotate(grey.get(), angle * std::numbers::pi_v<float> / 180, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
}

}  // namespace

UprightPage upright(const GreyPicture& picture, int quarter_turns) {
  UprightPage page;
  page.grey = to_raster(picture);
  page.dots_per_inch = resolution_of(picture);
  if (page.dots_per_inch > finest * 1.1) {
    const auto scale = static_cast<float>(finest / page.dots_per_inch);
    page.grey = made(pixScale(page.grey.get(), scale, scale));
    page.dots_per_inch = finest;
  }
  page.grey = whitened(page.grey);
  if (const int turns = (turns_needed(page.grey) + quarter_turns) % 4) page.grey = made(pixRotateOrth(page.grey.get(), turns));
  page.grey = level(std::move(page.grey));
  const auto shades = shades_of(page.grey);
  page.ink = darker_than(page.grey, shades.ink);
  page.hint = darker_than(page.grey, shades.hint);
  return page;
}

}  // namespace tiendo::formats

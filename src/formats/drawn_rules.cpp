#include "formats/drawn_rules.h"

#include <algorithm>
#include <cmath>

namespace tiendo::formats {
namespace {

constexpr double shortest_across = 25, shortest_down = 14;  // points
constexpr double thickest = 4;                              // points: what is thicker is a bar or a picture

struct BoxesEnd {
  void operator()(BOXA* boxes) const { boxaDestroy(&boxes); }
};

// Gaps of a pixel or two are mended; what is shorter than a rule is a letter's.
Raster strokes(const UprightPage& page, bool across) {
  constexpr int gap = 3;
  const int length = std::max(2, page.pixels(across ? shortest_across : shortest_down));
  const auto mended = made(pixCloseSafeBrick(nullptr, page.hint.get(), across ? gap : 1, across ? 1 : gap));
  return made(pixOpenBrick(nullptr, mended.get(), across ? length : 1, across ? 1 : length));
}

struct Stroke {
  int x = 0, y = 0, width = 0, height = 0;  // pixels
};

std::vector<Stroke> parts_of(const Raster& strokes) {
  const std::unique_ptr<BOXA, BoxesEnd> boxes(pixConnCompBB(strokes.get(), 8));
  std::vector<Stroke> parts(boxes ? std::min<std::size_t>(static_cast<std::size_t>(boxaGetCount(boxes.get())), most_drawn_rules) : 0);
  int i = 0;
  for (auto& part : parts) boxaGetBoxGeometry(boxes.get(), i++, &part.x, &part.y, &part.width, &part.height);
  return parts;
}

Rule rule_of(const UprightPage& page, const Stroke& stroke, bool across) {
  const double at = across ? stroke.y + stroke.height / 2.0 : stroke.x + stroke.width / 2.0;
  const int from = across ? stroke.x : stroke.y, length = across ? stroke.width : stroke.height;
  return {across, page.points(at), page.points(from), page.points(from + length)};
}

bool lies_on(const Rule& rule, const RuledGrid& grid) {
  const auto box = grid.box();
  const double from = rule.is_horizontal ? box.x0 : box.y0, to = rule.is_horizontal ? box.x1 : box.y1;
  if (rule.to < from || rule.from > to) return false;
  return std::ranges::any_of(rule.is_horizontal ? grid.ys : grid.xs,
                             [&](double edge) { return std::abs(edge - rule.at) <= 1.5 * slack_of_drawn_rules; });
}

}  // namespace

std::vector<Rule> find_drawn_rules(const UprightPage& page) {
  std::vector<Rule> rules;
  for (const bool across : {true, false})
    for (const auto& part : parts_of(strokes(page, across))) {
      const int thickness = across ? part.height : part.width, length = across ? part.width : part.height;
      if (page.points(thickness) <= thickest || thickness * 8 <= length) rules.push_back(rule_of(page, part, across));
    }
  return rules;
}

void erase_rules(UprightPage& page, const std::vector<RuledGrid>& grids) {
  constexpr int smear = 3;  // pixels
  for (const bool across : {true, false}) {
    auto mask = strokes(page, across);
    for (const auto& part : parts_of(mask)) {
      const auto rule = rule_of(page, part, across);
      if (std::ranges::any_of(grids, [&](const RuledGrid& grid) { return lies_on(rule, grid); })) continue;
      BOX box{part.x, part.y, part.width, part.height, 1};
      pixClearInRect(mask.get(), &box);
    }
    mask = made(pixDilateBrick(nullptr, mask.get(), smear, smear));
    pixSetMasked(page.grey.get(), mask.get(), white);
    pixSubtract(page.ink.get(), page.ink.get(), mask.get());
  }
}

}  // namespace tiendo::formats

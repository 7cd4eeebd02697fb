// A picture of a page up to the point where letters are recognised: decoded, set upright, its rules found and taken off.
#include <cstdint>
#include <string_view>

#include "base/error.h"
#include "formats/drawn_rules.h"
#include "formats/upright.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tiendo::formats;
  try {
    const auto picture = read_picture({reinterpret_cast<const char*>(data), size});
    if (picture.pixels.size() > 2'000'000) return 0;  // larger ones only take longer
    auto page = upright(picture);
    erase_rules(page, find_grids(find_drawn_rules(page), slack_of_drawn_rules));
  } catch (const tiendo::Error&) {
  }
  return 0;
}

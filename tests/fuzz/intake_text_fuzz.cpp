// Any text: reading it never falls, and takes every word exactly once.
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "../intake/conservation.h"
#include "base/error.h"
#include "formats/text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tiendo;
  try {
    const auto paper = formats::read_text({reinterpret_cast<const char*>(data), size}, "fuzz.txt");
    const auto intake = intake::read_programme(paper);
    const auto bad = intake::lost_or_doubled(paper, intake);
    if (!bad.empty()) {
      std::cerr << bad.front() << '\n';
      std::abort();
    }
  } catch (const Error&) {
    // Saying no is an answer.
  }
  return 0;
}

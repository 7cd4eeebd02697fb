// What the reading process answers, should a hostile file have taken it over: a Paper or a refusal, and the tasks read from it.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <boost/json.hpp>

#include "base/error.h"
#include "formats/paper_json.h"
#include "intake/intake.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tiendo;
  boost::system::error_code bad;
  const auto value = boost::json::parse({reinterpret_cast<const char*>(data), size}, bad);
  if (bad) return 0;
  try {
    const auto paper = formats::paper_from_json(value);
    const auto once = formats::to_json(paper);
    if (formats::to_json(formats::paper_from_json(once)) != once) std::abort();
    intake::read_programme(paper);
  } catch (const Error&) {
  }
  return 0;
}

// A programme as our own JSON: what is read is written and read again, and is then the same.
#include <cstdint>
#include <cstdlib>

#include "base/error.h"
#include "reports/programme_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tiendo;
  try {
    const auto once = reports::programme_as_json(reports::programme_from_json({reinterpret_cast<const char*>(data), size}));
    if (reports::programme_as_json(reports::programme_from_json(once)) != once) std::abort();
  } catch (const Error&) {
  }
  return 0;
}

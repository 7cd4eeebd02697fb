#include "base/error.h"
#include "formats/html_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  try {
    tiendo::formats::read_html({reinterpret_cast<const char*>(data), size}, "fuzz.html");
  } catch (const tiendo::Error&) {
  }
  return 0;
}

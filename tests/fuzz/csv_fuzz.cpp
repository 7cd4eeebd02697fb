#include "base/error.h"
#include "formats/csv_reader.h"
#include "formats/file_kind.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    tiendo::formats::file_kind(bytes, "fuzz.txt");
    tiendo::formats::read_csv(bytes, "fuzz.csv");
  } catch (const tiendo::Error&) {
  }
  return 0;
}

// tiendo-documents: reads and draws documents for `tiendo`, one a process. No program for people.
#include <cstdlib>
#include <iostream>
#include <span>
#include <string>

#include "base/error.h"
#include "formats/answer.h"
#include "formats/converter.h"

#if defined(__SANITIZE_ADDRESS__)
// Fontconfig, Pango and Cairo keep what they have read until the process ends (tests/leaks.txt says so to the tests; this program is
// started with surroundings of its own).
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig\nleak:libpango\nleak:libcairo\nleak:libglib\nleak:libgobject\n";
}
#endif

int main(int argc, char** argv) {
  using namespace tiendo::formats;
  const std::span<char*> words(argv, static_cast<std::size_t>(argc));
  const auto is = [&](const char* command, std::size_t count) { return words.size() == count && words[1] == std::string(command); };
  try {
    if (is("read", 5))
      return answer_reading(words[4], std::chrono::seconds(std::strtoll(words[2], nullptr, 10)), std::strtoull(words[3], nullptr, 10));
    if (is("draw", 3)) return answer_drawing(words[2]);
    if (is("convert", 4)) return become_converter(words[2], words[3]);
  } catch (const tiendo::Error& error) {
    std::cerr << "tiendo-documents: " << error.what() << '\n';
    return 2;
  }
  std::cerr << "tiendo-documents serves tiendo; call that instead.\n";
  return 1;
}

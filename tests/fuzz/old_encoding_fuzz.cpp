// Text of the years before Unicode: the first byte says how it is taken, the rest is the text. What comes out is always UTF-8 in NFC.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/error.h"
#include "base/text.h"
#include "formats/encoding.h"
#include "formats/old_encoding.h"
#include "formats/read.h"

namespace {

using namespace tiendo;

void must_be_unicode(const std::string& text) {
  if (!is_utf8(text) || nfc(text) != text) std::abort();
}

void must_be_unicode(const formats::Paper& paper) {
  for (const auto& block : paper.blocks)
    if (const auto* paragraph = std::get_if<formats::Paragraph>(&block)) must_be_unicode(paragraph->text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  try {
    switch (data[0] % 3) {
      case 0:
        must_be_unicode(formats::read_paper(bytes, "fuzz.txt"));
        break;
      case 1:
        must_be_unicode(formats::from_old_encoding(formats::latin1_as_utf8(bytes), formats::OldEncoding::tcvn3));
        break;
      default:
        must_be_unicode(formats::from_old_encoding(formats::latin1_as_utf8(bytes), formats::OldEncoding::vni));
    }
  } catch (const Error&) {
  }
  return 0;
}

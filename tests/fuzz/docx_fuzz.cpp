// A whole file where it begins like one; else the parts of a document, parted by zero bytes: body, numbering, styles.
#include "base/error.h"
#include "formats/docx_reader.h"
#include "parts.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace tiendo;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    if (bytes.starts_with("PK")) {
      formats::read_docx(bytes, "fuzz.docx");
    } else {
      const auto parts = fuzz::parts(bytes, 3);
      formats::read_docx(formats::zipped({{"word/document.xml", parts[0]}, {"word/numbering.xml", parts[1]}, {"word/styles.xml", parts[2]}},
                                         formats::Packed::no),
                         "fuzz.docx");
    }
  } catch (const Error&) {
  }
  return 0;
}

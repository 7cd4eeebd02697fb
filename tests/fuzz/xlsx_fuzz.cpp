// A whole file where it begins like one; else the parts of a workbook, parted by zero bytes: sheet, strings, styles, workbook.
#include "base/error.h"
#include "formats/xlsx_reader.h"
#include "parts.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace tiendo;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    if (bytes.starts_with("PK")) {
      formats::read_xlsx(bytes, "fuzz.xlsx");
    } else {
      auto parts = fuzz::parts(bytes, 4);
      if (parts[3].empty()) parts[3] = "<workbook><sheets><sheet name=\"S\" r:id=\"r1\"/></sheets></workbook>";
      formats::read_xlsx(formats::zipped({{"xl/workbook.xml", parts[3]},
                                          {"xl/_rels/workbook.xml.rels", "<R><Relationship Id=\"r1\" Target=\"s.xml\"/></R>"},
                                          {"xl/s.xml", parts[0]},
                                          {"xl/sharedStrings.xml", parts[1]},
                                          {"xl/styles.xml", parts[2]}},
                                         formats::Packed::no),
                         "fuzz.xlsx");
    }
  } catch (const Error&) {
  }
  return 0;
}

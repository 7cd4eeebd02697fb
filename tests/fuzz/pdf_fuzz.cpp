// A whole file where it begins like one; else the parts of one page, parted by zero bytes: its drawing, its dictionary, a form it may draw.
// Up to the point where letters are recognised: words and rules of each page, laid out and joined.
#include <array>

#include "base/error.h"
#include "formats/page_join.h"
#include "formats/pdf_lines.h"
#include "formats/pdf_words.h"
#include "parts.h"

namespace tiendo::fuzz {
namespace {

constexpr int most_pages = 4;  // more only take longer

std::string stream(const std::string& dictionary, const std::string& content) {
  return "<<" + dictionary + "/Length " + std::to_string(content.size()) + ">>\nstream\n" + content + "\nendstream";
}

// Three pages of the same drawing, so that tables go on over pages.
std::string pdf_of(const std::vector<std::string>& parts) {
  const std::string page = "<</Type/Page/Parent 2 0 R/Contents 6 0 R" + parts[1] + ">>";
  const std::array<std::string, 8> objects = {
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Count 3/Kids[3 0 R 4 0 R 5 0 R]/MediaBox[0 0 300 400]"
      "/Resources<</Font<</F 7 0 R>>/XObject<</X 8 0 R>>>>>>",
      page,
      page,
      page,
      stream("", parts[0]),
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
      stream("/Type/XObject/Subtype/Form/BBox[0 0 300 400]/Resources<</XObject<</X 8 0 R>>>>", parts[2])};
  std::string out = "%PDF-1.4\n", places;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const auto at = std::to_string(out.size());
    places += std::string(10 - at.size(), '0') + at + " 00000 n \n";
    out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const auto table = std::to_string(out.size());
  return out + "xref\n0 9\n0000000000 65535 f \n" + places + "trailer\n<</Size 9/Root 1 0 R>>\nstartxref\n" + table + "\n%%EOF\n";
}

void read(std::string_view bytes) {
  const formats::PdfText text(bytes);
  const formats::PdfDrawings drawings(bytes);
  std::vector<formats::PageLayout> pages;
  for (int page = 0; page < std::min(text.pages(), most_pages); ++page) {
    formats::PageDrawing drawing;
    if (page < drawings.pages()) drawing = drawings.page(page);
    pages.push_back(formats::lay_out({drawing.width, drawing.height, text.words(page), std::move(drawing.rules), false}, page));
  }
  formats::join_pages(std::move(pages));
}

}  // namespace
}  // namespace tiendo::fuzz

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    tiendo::fuzz::read(bytes.starts_with("%PDF-") ? std::string(bytes) : tiendo::fuzz::pdf_of(tiendo::fuzz::parts(bytes, 3)));
  } catch (const tiendo::Error&) {
  }
  return 0;
}

// Words of a PDF's text layer with their boxes, and its pages as pictures (poppler).
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "formats/page_sight.h"

namespace tiendo::formats {

inline constexpr int most_words_of_page = 60'000;

struct GreyPicture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> pixels;  // 0 black … 255 white, row by row
};

class PdfText {
 public:
  // The bytes must outlive the object. Throws invalid "document_encrypted", "pdf_damaged".
  explicit PdfText(std::string_view bytes);
  ~PdfText();
  int pages() const;
  std::vector<Word> words(int page) const;
  GreyPicture picture(int page, double dots_per_inch) const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

// Fonts without a map to Unicode leave replacement, control or private-use characters.
bool is_readable(const std::vector<Word>& words);

}  // namespace tiendo::formats

// Words of a PDF's text layer with their boxes, and its pages as pictures (poppler).
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "formats/page_sight.h"
#include "formats/picture.h"

namespace tiendo::formats {

inline constexpr int most_words_of_page = 60'000;

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

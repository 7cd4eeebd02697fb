// Ruling lines of a PDF page, read from its content stream: strokes, thin filled rectangles, form XObjects.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "formats/page_sight.h"

namespace tiendo::formats {

inline constexpr int most_rules_of_page = 60'000;
inline constexpr int most_objects_of_page = 3'000'000;  // operators and operands
inline constexpr int most_nested_forms = 8;
inline constexpr int most_forms_of_page = 10'000;

struct PageDrawing {
  double width = 0, height = 0;
  std::vector<Rule> rules;
  double pictured = 0;  // share of the page under the largest picture
  bool has_visible_text = false;
};

class PdfDrawings {
 public:
  // Throws invalid "document_encrypted", "pdf_damaged".
  explicit PdfDrawings(std::string_view bytes);
  ~PdfDrawings();
  int pages() const;
  PageDrawing page(int index) const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace tiendo::formats

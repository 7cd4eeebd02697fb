// What the eye sees on one page, whether it comes from a text layer or from a recogniser: words and ruling lines.
// Points, origin at the top left of the page as it is shown (rotation and crop box applied).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/paper.h"

namespace tiendo::formats {

struct Word {
  std::string text;
  Box box;
  double confidence = 1;
  std::vector<Box> letters;  // one a code point, where the source knows them; empty otherwise
};

struct Rule {
  bool is_horizontal = true;
  double at = 0;  // y of a horizontal rule, x of a vertical one
  double from = 0, to = 0;
};

struct PageSight {
  double width = 0, height = 0;
  std::vector<Word> words;
  std::vector<Rule> rules;
  bool is_recognised = false;  // by OCR: letters and positions are less certain
};

inline double middle_x(const Box& box) {
  return (box.x0 + box.x1) / 2;
}
inline double middle_y(const Box& box) {
  return (box.y0 + box.y1) / 2;
}
inline double height_of(const Box& box) {
  return box.y1 - box.y0;
}
inline double width_of(const Box& box) {
  return box.x1 - box.x0;
}
void widen(Box& box, const Box& by);

// At the end of a line: the word goes on in the next. Our own PDF says so without a hyphen that is seen (pdf_pages.cpp).
inline constexpr std::string_view soft_hyphen = "\xC2\xAD";
// A line below the text, on the same page or the next.
void append_line(std::string& text, std::string_view line);

}  // namespace tiendo::formats

// A picture of a page -> the words and ruling lines on it (Tesseract with Vietnamese).
#pragma once

#include <chrono>
#include <memory>

#include "formats/page_sight.h"
#include "formats/picture.h"

namespace tiendo::formats {

inline constexpr std::chrono::seconds longest_page_reading{60};

// One a thread: it keeps the model, which takes a tenth of a second to load.
class Recogniser {
 public:
  // Throws invalid "recogniser_missing" where Vietnamese is not installed for Tesseract.
  Recogniser();
  ~Recogniser();
  // Throws invalid "picture_too_slow".
  PageSight sight(const GreyPicture& picture);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace tiendo::formats

#include "formats/pdf_words.h"

#include <cmath>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include "base/error.h"
#include "base/text.h"

namespace tiendo::formats {
namespace {

void say_nothing(const std::string&, void*) {}

Box box_of(const poppler::rectf& r) {
  return {r.x(), r.y(), r.right(), r.bottom()};
}

Word word_of(const poppler::text_box& written) {
  Word word;
  const auto text = written.text();
  const auto utf8 = text.to_utf8();
  word.text = nfc({utf8.data(), utf8.size()});
  word.box = box_of(written.bbox());
  // Letters are only of use where they can be counted off against the text.
  if (code_points(word.text) == text.size()) {
    word.letters.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) word.letters.push_back(box_of(written.char_bbox(i)));
  }
  return word;
}

// A mark that no letter holds in one is drawn for itself, and may come as a word of its own behind its letter.
bool is_mark_of(const Word& word, const Word& letter) {
  const bool is_mark = word.text.size() >= 2 && word.text[0] == '\xCC';  // U+0300 to U+033F: the accents
  return is_mark && word.box.x0 < letter.box.x1 + 1 && std::abs(middle_y(word.box) - middle_y(letter.box)) < height_of(letter.box);
}

void add(std::vector<Word>& words, Word word) {
  if (words.empty() || !is_mark_of(word, words.back())) return words.push_back(std::move(word));
  auto& letter = words.back();
  letter.text = nfc(letter.text + word.text);
  letter.letters.clear();
  widen(letter.box, word.box);
}

bool is_unmapped(char32_t c) {
  return c == 0xFFFD || c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0xE000 && c <= 0xF8FF);
}

}  // namespace

struct PdfText::Inside {
  std::unique_ptr<poppler::document> document;
};

PdfText::PdfText(std::string_view bytes) : inside_(std::make_unique<Inside>()) {
  poppler::set_debug_error_function(say_nothing, nullptr);
  inside_->document.reset(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!inside_->document) throw Error(ErrorCode::invalid, "pdf_damaged");
  if (inside_->document->is_locked()) throw Error(ErrorCode::invalid, "document_encrypted");
}

PdfText::~PdfText() = default;

int PdfText::pages() const {
  return inside_->document->pages();
}

std::vector<Word> PdfText::words(int page) const {
  std::vector<Word> words;
  const std::unique_ptr<poppler::page> sheet(inside_->document->create_page(page));
  if (!sheet) return words;
  const auto list = sheet->text_list();
  words.reserve(list.size());
  for (const auto& written : list) {
    if (words.size() >= most_words_of_page) break;
    add(words, word_of(written));
  }
  return words;
}

GreyPicture PdfText::picture(int page, double dots_per_inch) const {
  GreyPicture picture;
  const std::unique_ptr<poppler::page> sheet(inside_->document->create_page(page));
  if (!sheet) return picture;
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hint(poppler::page_renderer::antialiasing, true);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
  const auto image = renderer.render_page(sheet.get(), dots_per_inch, dots_per_inch);
  if (!image.is_valid()) return picture;
  picture.width = image.width(), picture.height = image.height(), picture.dots_per_inch = dots_per_inch;
  picture.pixels.reserve(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
  for (int y = 0; y < picture.height; ++y) {
    const auto* row = reinterpret_cast<const std::uint8_t*>(image.const_data()) + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row();
    picture.pixels.insert(picture.pixels.end(), row, row + picture.width);
  }
  return picture;
}

bool is_readable(const std::vector<Word>& words) {
  std::size_t unmapped = 0, all = 0;
  for (const auto& word : words)
    for (std::size_t i = 0; i < word.text.size();) {
      const auto lead = static_cast<unsigned char>(word.text[i]);
      const int length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      char32_t c = length == 1 ? lead : lead & (0xFF >> (length + 1));
      for (int k = 1; k < length && i + static_cast<std::size_t>(k) < word.text.size(); ++k)
        c = (c << 6) | (static_cast<unsigned char>(word.text[i + static_cast<std::size_t>(k)]) & 0x3F);
      unmapped += is_unmapped(c), ++all;
      i += static_cast<std::size_t>(length);
    }
  return unmapped * 10 <= all;
}

}  // namespace tiendo::formats

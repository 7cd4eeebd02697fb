#include "formats/pdf_reader.h"

#include <chrono>

#include "base/error.h"
#include "base/hash.h"
#include "formats/page_join.h"
#include "formats/pdf_lines.h"
#include "formats/pdf_words.h"

namespace tiendo::formats {
namespace {

// A page that is one large picture holds its words there; the few letters on it are a signature or a stamp.
bool is_scanned(const PageDrawing& drawing, const std::vector<Word>& words) {
  return drawing.pictured > 0.7 && (words.size() < 30 || !drawing.has_visible_text);
}

Notice notice_of_page(const char* key, int page) {
  Notice notice{key, {std::to_string(page + 1)}, {}};
  notice.place.page = page;
  return notice;
}

}  // namespace

Paper read_pdf(std::string_view bytes, std::string_view name) {
  if (bytes.size() > most_pdf_bytes) throw Error(ErrorCode::invalid, "pdf_too_large");
  const PdfText text(bytes);
  if (text.pages() > most_pdf_pages) throw Error(ErrorCode::invalid, "pdf_too_many_pages", {std::to_string(most_pdf_pages)});
  const PdfDrawings drawings(bytes);
  Paper paper;
  paper.name = name, paper.kind = PaperKind::pdf, paper.sha256 = sha256(bytes), paper.pages = text.pages();
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(most_pdf_seconds);
  std::vector<PageLayout> pages;
  for (int page = 0; page < paper.pages; ++page) {
    if (std::chrono::steady_clock::now() > end) throw Error(ErrorCode::invalid, "pdf_too_slow");
    PageDrawing drawing;
    if (page < drawings.pages()) drawing = drawings.page(page);
    PageSight sight{drawing.width, drawing.height, text.words(page), std::move(drawing.rules), false};
    if (is_scanned(drawing, sight.words))
      paper.notices.push_back(notice_of_page("page_is_picture", page));
    else if (!is_readable(sight.words))
      paper.notices.push_back(notice_of_page("page_not_readable", page));
    pages.push_back(lay_out(sight, page));
  }
  paper.blocks = join_pages(std::move(pages));
  return paper;
}

}  // namespace tiendo::formats

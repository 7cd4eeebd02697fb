#include "formats/pdf_reader.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "base/error.h"
#include "base/hash.h"
#include "formats/page_join.h"
#include "formats/pdf_lines.h"
#include "formats/pdf_words.h"
#include "formats/scan_reader.h"

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

// Fine enough for the smallest letters, and no larger than a picture may be.
GreyPicture picture_of(const PdfText& text, const std::vector<PageSight>& sights, int page) {
  constexpr double dots_per_inch = 250;
  const auto& sight = sights[static_cast<std::size_t>(page)];
  const double pixels = std::max(sight.width, 1.0) * std::max(sight.height, 1.0) * (dots_per_inch / 72) * (dots_per_inch / 72);
  const double most = static_cast<double>(most_picture_pixels) / 2;
  auto picture = text.picture(page, dots_per_inch * std::min(1.0, std::sqrt(most / pixels)));
  if (picture.width < least_picture_side || picture.height < least_picture_side) throw Error(ErrorCode::invalid, "pdf_damaged");
  return picture;
}

}  // namespace

Paper read_pdf(std::string_view bytes, std::string_view name, const Progress& progress) {
  if (bytes.size() > most_pdf_bytes) throw Error(ErrorCode::invalid, "pdf_too_large");
  const PdfText text(bytes);
  if (text.pages() > most_pdf_pages) throw Error(ErrorCode::invalid, "pdf_too_many_pages", {std::to_string(most_pdf_pages)});
  const PdfDrawings drawings(bytes);
  Paper paper;
  paper.name = name, paper.kind = PaperKind::pdf, paper.sha256 = sha256(bytes), paper.pages = text.pages();
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(most_pdf_seconds);
  std::vector<PageSight> sights;
  std::vector<int> pictures;  // pages whose words must be recognised
  for (int page = 0; page < paper.pages; ++page) {
    if (std::chrono::steady_clock::now() > end) throw Error(ErrorCode::invalid, "pdf_too_slow");
    PageDrawing drawing;
    if (page < drawings.pages()) drawing = drawings.page(page);
    PageSight sight{drawing.width, drawing.height, text.words(page), std::move(drawing.rules), false};
    const char* notice = is_scanned(drawing, sight.words) ? "page_is_picture" : is_readable(sight.words) ? nullptr : "page_not_readable";
    if (notice) {
      paper.notices.push_back(notice_of_page(notice, page));
      pictures.push_back(page);
    }
    sights.push_back(std::move(sight));
  }
  const auto picture = [&](int i) { return picture_of(text, sights, pictures[static_cast<std::size_t>(i)]); };
  auto recognised = recognise(static_cast<int>(pictures.size()), picture, progress);
  for (std::size_t i = 0; i < pictures.size(); ++i) sights[static_cast<std::size_t>(pictures[i])] = std::move(recognised[i]);
  std::vector<PageLayout> pages;
  for (const auto& sight : sights) pages.push_back(lay_out(sight, static_cast<int>(pages.size())));
  paper.blocks = join_pages(std::move(pages));
  return paper;
}

}  // namespace tiendo::formats

#include "formats/recogniser.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <mutex>
#include <string_view>

#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>

#include "base/error.h"
#include "base/text.h"
#include "formats/drawn_rules.h"
#include "formats/upright.h"

namespace tiendo::formats {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double poorly_read = 0.55;  // mean confidence of a page that may stand on its head
constexpr double sure_of_number = 0.9;
constexpr double doubtful = 0.7;  // of what is less sure than it must be
constexpr int margin = 10;        // white pixels round what is read

struct BoxesEnd {
  void operator()(BOXA* boxes) const { boxaDestroy(&boxes); }
};

// Specks are no writing: the recogniser would find letters in them.
bool has_writing(const UprightPage& page, BOX area) {
  const Raster part(pixClipRectangle(page.ink.get(), &area, nullptr));
  if (!part) return false;
  const std::unique_ptr<BOXA, BoxesEnd> marks(pixConnCompBB(part.get(), 8));
  const int least = std::max(3, page.pixels(2.9)), count = marks ? boxaGetCount(marks.get()) : 0;
  for (int i = 0; i < count; ++i) {
    l_int32 width = 0, height = 0;
    boxaGetBoxGeometry(marks.get(), i, nullptr, nullptr, &width, &height);
    if (height >= least || width >= 2 * least) return true;  // a dash is long
  }
  return false;
}

BOX pixels_of(const UprightPage& page, const Box& box) {
  const int x = page.pixels(box.x0), y = page.pixels(box.y0);
  return {x, y, page.pixels(box.x1) - x, page.pixels(box.y1) - y, 1};
}

// Numbers, and what is too short to be a word, have nothing about them that would betray a misreading.
double confidence_of(const std::string& text, double said) {
  // A digit that looks like a letter, and the letters of a list: a) d) đ) g).
  constexpr std::string_view alike[] = {"l", "I", "|", "O", "o", "S", "B", "Z", "3)", "4)", "8)", "9)", "0)", "q)", "€)", "©)"};
  if (std::ranges::find(alike, text) != std::end(alike)) return std::min(said, doubtful);
  const bool has_digit = std::ranges::any_of(text, [](unsigned char c) { return std::isdigit(c); });
  return (has_digit || code_points(text) <= 2) && said < sure_of_number ? std::min(said, doubtful) : said;
}

// The mean over letters.
double confidence_of(const PageSight& sight) {
  double sum = 0, letters = 0;
  for (const auto& word : sight.words) {
    const auto length = static_cast<double>(code_points(word.text));
    sum += word.confidence * length, letters += length;
  }
  return letters > 0 ? sum / letters : 0;
}

}  // namespace

struct Recogniser::Inside {
  tesseract::TessBaseAPI api;
  Clock::time_point until;

  PageSight sight(const GreyPicture& picture, int quarter_turns);
  void read(const UprightPage& page, PIX* part, int x, int y, tesseract::PageSegMode mode, std::vector<Word>& words);
  void collect(const UprightPage& page, int x, int y, std::vector<Word>& words);
};

// `x`, `y`: where the part stands on the page.
void Recogniser::Inside::read(const UprightPage& page, PIX* part, int x, int y, tesseract::PageSegMode mode, std::vector<Word>& words) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
  if (left <= 0) throw Error(ErrorCode::invalid, "picture_too_slow");
  const auto framed = made(pixAddBorder(part, margin, white));
  tesseract::ETEXT_DESC monitor;
  monitor.set_deadline_msecs(static_cast<int32_t>(left));
  api.SetPageSegMode(mode);
  api.SetImage(framed.get());
  api.SetSourceResolution(static_cast<int>(page.dots_per_inch));
  api.Recognize(&monitor);
  if (monitor.deadline_exceeded()) throw Error(ErrorCode::invalid, "picture_too_slow");
  collect(page, x - margin, y - margin, words);
}

void Recogniser::Inside::collect(const UprightPage& page, int x, int y, std::vector<Word>& words) {
  const std::unique_ptr<tesseract::ResultIterator> at(api.GetIterator());
  if (!at) return;
  do {
    int x0 = 0, x1 = 0, y0 = 0, y1 = 0, ignored = 0;
    if (!at->BoundingBox(tesseract::RIL_WORD, &x0, &ignored, &x1, &ignored)) continue;
    // Small letters and capitals of one line stand at one height.
    at->BoundingBox(tesseract::RIL_TEXTLINE, &ignored, &y0, &ignored, &y1);
    const std::unique_ptr<char[]> written(at->GetUTF8Text(tesseract::RIL_WORD));
    Word word;
    word.text = collapse_blanks(nfc(written ? written.get() : ""));
    if (word.text.empty()) continue;
    word.box = {page.points(x + x0), page.points(y + y0), page.points(x + x1), page.points(y + y1)};
    word.confidence = confidence_of(word.text, std::clamp(at->Confidence(tesseract::RIL_WORD) / 100.0, 0.0, 1.0));
    words.push_back(std::move(word));
  } while (at->Next(tesseract::RIL_WORD));
}

// Cell by cell: over the whole page words of neighbouring cells run together.
PageSight Recogniser::Inside::sight(const GreyPicture& picture, int quarter_turns) {
  auto page = upright(picture, quarter_turns);
  PageSight sight{page.width(), page.height(), {}, find_drawn_rules(page), true};
  const auto grids = find_grids(sight.rules, slack_of_drawn_rules);
  erase_rules(page, grids);
  auto rest = made(pixCopy(nullptr, page.grey.get()));
  for (const auto& grid : grids) {
    for (const auto& cell : grid.cells) {
      auto area = pixels_of(page, cell.box);
      if (!has_writing(page, area)) continue;
      const Raster part(pixClipRectangle(page.grey.get(), &area, nullptr));
      if (!part) continue;
      const auto before = sight.words.size();
      read(page, part.get(), std::max(area.x, 0), std::max(area.y, 0), tesseract::PSM_SINGLE_BLOCK, sight.words);
      // Something stands there: an empty cell would be a sure one.
      if (sight.words.size() == before) sight.words.push_back({"", cell.box, 0, {}});
    }
    auto area = pixels_of(page, grid.box());
    pixSetInRect(rest.get(), &area);
    pixSetInRect(page.ink.get(), &area);
    pixClearInRect(page.ink.get(), &area);
  }
  if (has_writing(page, {0, 0, pixGetWidth(page.ink.get()), pixGetHeight(page.ink.get()), 1}))
    read(page, rest.get(), 0, 0, grids.empty() ? tesseract::PSM_AUTO : tesseract::PSM_SPARSE_TEXT, sight.words);
  return sight;
}

Recogniser::Recogniser() : inside_(std::make_unique<Inside>()) {
  static std::once_flag quiet;
  std::call_once(quiet, [] { setMsgSeverity(L_SEVERITY_NONE); });
  if (inside_->api.Init(nullptr, "vie", tesseract::OEM_LSTM_ONLY) != 0) throw Error(ErrorCode::invalid, "recogniser_missing");
}

Recogniser::~Recogniser() = default;

PageSight Recogniser::sight(const GreyPicture& picture) {
  inside_->until = Clock::now() + longest_page_reading;
  auto best = inside_->sight(picture, 0);
  double sure = confidence_of(best);
  for (int turns = 1; turns < 4 && sure < poorly_read && !best.words.empty(); ++turns) {
    auto turned = inside_->sight(picture, turns);
    if (const double now = confidence_of(turned); now > sure) best = std::move(turned), sure = now;
  }
  return best;
}

}  // namespace tiendo::formats

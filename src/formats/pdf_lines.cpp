#include "formats/pdf_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#define POINTERHOLDER_TRANSITION 4
#if defined(__clang__)
// Clang refuses qpdf's JSON.hh in C++20 (a vector of an incomplete class); nothing here needs more of it than its name.
#define JSON_HH
class JSON;
#endif
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "base/error.h"

namespace tiendo::formats {
namespace {

constexpr double thin = 3;        // points: a filled rectangle up to this is a rule (Word draws borders so)
constexpr double shortest = 2.5;  // points: shorter strokes are parts of letters and pictures

struct Point {
  double x = 0, y = 0;
};

Point through(const QPDFMatrix& matrix, double x, double y) {
  return {matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f};
}

struct Pen {
  QPDFMatrix matrix;
  bool fills_white = false, strokes_white = false;
  int text_mode = 0;
};

// From the page's own space to the page as it is shown: crop box, rotation, y downwards.
struct Frame {
  double x0 = 0, y0 = 0, width = 0, height = 0;
  int turn = 0;

  Point shown(Point p) const {
    const double x = p.x - x0, y = p.y - y0;
    switch (turn) {
      case 90:
        return {y, x};
      case 180:
        return {width - x, y};
      case 270:
        return {height - y, width - x};
      default:
        return {x, height - y};
    }
  }
  double shown_width() const { return turn % 180 == 0 ? width : height; }
  double shown_height() const { return turn % 180 == 0 ? height : width; }
};

Frame frame_of(QPDFPageObjectHelper& page) {
  Frame frame;
  auto box = page.getCropBox(false).getArrayAsRectangle();
  const auto media = page.getMediaBox(false).getArrayAsRectangle();
  if (box.urx - box.llx < 1 || box.ury - box.lly < 1) box = media;
  box.llx = std::max(box.llx, media.llx), box.lly = std::max(box.lly, media.lly);
  box.urx = std::min(box.urx, media.urx), box.ury = std::min(box.ury, media.ury);
  frame.x0 = box.llx, frame.y0 = box.lly;
  frame.width = std::max(1.0, box.urx - box.llx), frame.height = std::max(1.0, box.ury - box.lly);
  auto turn = page.getAttribute("/Rotate", false);
  if (turn.isInteger()) frame.turn = static_cast<int>((turn.getIntValue() % 360 + 360) % 360);
  return frame;
}

// How much of a page was drawn already, and the forms that are being drawn: none draws itself.
struct Drawn {
  int objects = 0, forms = 0;
  std::vector<QPDFObjGen> open;
};

class Hand : public QPDFObjectHandle::ParserCallbacks {
 public:
  Hand(const Frame& frame, PageDrawing& drawing, QPDFObjectHandle resources, Pen pen, Drawn& drawn)
      : frame_(frame), drawing_(drawing), resources_(std::move(resources)), pen_(pen), drawn_(drawn) {}

  void handleObject(QPDFObjectHandle object) override {
    if (++drawn_.objects > most_objects_of_page || drawing_.rules.size() >= most_rules_of_page) return terminateParsing();
    if (object.isInlineImage()) return;
    if (!object.isOperator()) {
      if (operands_.size() < 64) operands_.push_back(object);
      return;
    }
    act(object.getOperatorValue());
    operands_.clear();
  }
  void handleEOF() override {}

 private:
  double number(std::size_t i) {
    auto& operand = operands_[i];
    return operand.isNumber() ? operand.getNumericValue() : 0;
  }
  bool has(std::size_t count) const { return operands_.size() >= count; }

  void act(const std::string& name) {
    if (name == "q") {
      if (stack_.size() < 512) stack_.push_back(pen_);
    } else if (name == "Q") {
      if (!stack_.empty()) pen_ = stack_.back(), stack_.pop_back();
    } else if (name == "cm" && has(6)) {
      pen_.matrix.concat(QPDFMatrix(number(0), number(1), number(2), number(3), number(4), number(5)));
    } else if (name == "Do" && has(1)) {
      draw_object(operands_[0]);
    } else if (name == "BI") {
      picture();
    } else if (name == "Tr" && has(1)) {
      pen_.text_mode = static_cast<int>(number(0));
    } else if (name == "Tj" || name == "TJ" || name == "'" || name == "\"") {
      if (pen_.text_mode != 3) drawing_.has_visible_text = true;
    } else {
      trace(name);
    }
  }

  void trace(const std::string& name) {
    if (name == "m" && has(2)) {
      start_ = last_ = through(pen_.matrix, number(0), number(1));
    } else if (name == "l" && has(2)) {
      const Point next = through(pen_.matrix, number(0), number(1));
      strokes_.push_back({last_, next});
      last_ = next;
    } else if ((name == "c" && has(6)) || ((name == "v" || name == "y") && has(4))) {
      last_ = through(pen_.matrix, number(operands_.size() - 2), number(operands_.size() - 1));
      is_curved_ = true;
    } else if (name == "h") {
      strokes_.push_back({last_, start_});
      last_ = start_;
    } else if (name == "re" && has(4)) {
      rectangle(number(0), number(1), number(2), number(3));
    } else {
      paint(name);
    }
  }

  void rectangle(double x, double y, double width, double height) {
    const std::array<Point, 4> corners = {through(pen_.matrix, x, y), through(pen_.matrix, x + width, y),
                                          through(pen_.matrix, x + width, y + height), through(pen_.matrix, x, y + height)};
    for (std::size_t i = 0; i < 4; ++i) strokes_.push_back({corners[i], corners[(i + 1) % 4]});
    start_ = last_ = corners[0];
    rectangles_.push_back({corners[0], corners[2]});
  }

  void paint(const std::string& name) {
    const bool strokes = name == "S" || name == "s" || name == "B" || name == "B*" || name == "b" || name == "b*";
    const bool fills = name == "f" || name == "F" || name == "f*" || (strokes && (name[0] == 'B' || name[0] == 'b'));
    if (name == "s" || name == "b" || name == "b*") strokes_.push_back({last_, start_});
    if (strokes && !pen_.strokes_white)
      for (const auto& stroke : strokes_) add_stroke(stroke);
    if (fills && !pen_.fills_white) add_fills();
    if (strokes || fills || name == "n") {
      strokes_.clear(), rectangles_.clear();
      is_curved_ = false;
      return;
    }
    colour(name);
  }

  void colour(const std::string& name) {
    const bool grey = (name == "g" || name == "G") && has(1);
    const bool rgb = (name == "rg" || name == "RG") && has(3);
    const bool cmyk = (name == "k" || name == "K") && has(4);
    const bool set = (name == "sc" || name == "scn" || name == "SC" || name == "SCN");
    if (!grey && !rgb && !cmyk && !set) return;
    bool white = !set;
    for (std::size_t i = 0; i < operands_.size() && white; ++i) white = cmyk ? number(i) < 0.02 : number(i) > 0.98;
    (std::islower(static_cast<unsigned char>(name[0])) ? pen_.fills_white : pen_.strokes_white) = white;
  }

  struct Stroke {
    Point from, to;
  };

  void add_stroke(const Stroke& stroke) { add(stroke, 0.8); }

  void add(const Stroke& stroke, double slant) {
    const Point a = frame_.shown(stroke.from), b = frame_.shown(stroke.to);
    const double across = std::abs(a.x - b.x), down = std::abs(a.y - b.y);
    if (!std::isfinite(across) || !std::isfinite(down)) return;
    if (down <= slant && across >= shortest)
      drawing_.rules.push_back({true, (a.y + b.y) / 2, std::min(a.x, b.x), std::max(a.x, b.x)});
    else if (across <= slant && down >= shortest)
      drawing_.rules.push_back({false, (a.x + b.x) / 2, std::min(a.y, b.y), std::max(a.y, b.y)});
  }

  // A filled path that is thin is a rule; `re` gives its corners, a traced one its bounds.
  void add_fills() {
    if (rectangles_.empty() && !is_curved_ && strokes_.size() >= 3 && strokes_.size() <= 8) {
      Point low = strokes_[0].from, high = low;
      for (const auto& stroke : strokes_)
        for (const Point p : {stroke.from, stroke.to})
          low = {std::min(low.x, p.x), std::min(low.y, p.y)}, high = {std::max(high.x, p.x), std::max(high.y, p.y)};
      rectangles_.push_back({low, high});
    }
    for (const auto& rectangle : rectangles_) {
      const double across = std::abs(rectangle.from.x - rectangle.to.x), down = std::abs(rectangle.from.y - rectangle.to.y);
      if (std::min(across, down) > thin) continue;
      Stroke along = rectangle;
      if (across >= down)
        along.from.y = along.to.y = (rectangle.from.y + rectangle.to.y) / 2;
      else
        along.from.x = along.to.x = (rectangle.from.x + rectangle.to.x) / 2;
      add(along, 0.8);
    }
  }

  void picture() {
    const Point a = frame_.shown(through(pen_.matrix, 0, 0)), b = frame_.shown(through(pen_.matrix, 1, 1));
    const double across = std::min(std::max(a.x, b.x), frame_.shown_width()) - std::max(std::min(a.x, b.x), 0.0);
    const double down = std::min(std::max(a.y, b.y), frame_.shown_height()) - std::max(std::min(a.y, b.y), 0.0);
    if (across <= 0 || down <= 0) return;
    drawing_.pictured = std::max(drawing_.pictured, across * down / (frame_.width * frame_.height));
  }

  void draw_object(QPDFObjectHandle name) {
    if (!name.isName() || !resources_.isDictionary()) return;
    auto objects = resources_.getKey("/XObject");
    auto object = objects.isDictionary() ? objects.getKey(name.getName()) : QPDFObjectHandle::newNull();
    if (!object.isStream()) return;
    auto facts = object.getDict();
    auto kind = facts.getKey("/Subtype");
    if (kind.isName() && kind.getName() == "/Image") return picture();
    if (!kind.isName() || kind.getName() != "/Form" || drawn_.open.size() >= most_nested_forms) return;
    if (std::ranges::find(drawn_.open, object.getObjGen()) != drawn_.open.end() || ++drawn_.forms > most_forms_of_page) return;
    Pen inner = pen_;
    auto matrix = facts.getKey("/Matrix");
    if (matrix.isMatrix()) inner.matrix.concat(QPDFMatrix(matrix.getArrayAsMatrix()));
    auto resources = facts.getKey("/Resources");
    Hand hand(frame_, drawing_, resources.isDictionary() ? resources : resources_, inner, drawn_);
    drawn_.open.push_back(object.getObjGen());
    QPDFObjectHandle::parseContentStream(object, &hand);
    drawn_.open.pop_back();
  }

  const Frame& frame_;
  PageDrawing& drawing_;
  QPDFObjectHandle resources_;
  Pen pen_;
  Drawn& drawn_;
  std::vector<Pen> stack_;
  std::vector<QPDFObjectHandle> operands_;
  std::vector<Stroke> strokes_, rectangles_;
  Point start_, last_;
  bool is_curved_ = false;
};

}  // namespace

struct PdfDrawings::Inside {
  QPDF document;
  std::vector<QPDFPageObjectHelper> pages;
};

PdfDrawings::PdfDrawings(std::string_view bytes) : inside_(std::make_unique<Inside>()) {
  try {
    inside_->document.setSuppressWarnings(true);
    inside_->document.processMemoryFile("document", bytes.data(), bytes.size());
    inside_->pages = QPDFPageDocumentHelper(inside_->document).getAllPages();
  } catch (const QPDFExc& e) {
    throw Error(ErrorCode::invalid, e.getErrorCode() == qpdf_e_password ? "document_encrypted" : "pdf_damaged", {}, e.what());
  } catch (const std::exception& e) {
    throw Error(ErrorCode::invalid, "pdf_damaged", {}, e.what());
  }
}

PdfDrawings::~PdfDrawings() = default;

int PdfDrawings::pages() const {
  return static_cast<int>(inside_->pages.size());
}

PageDrawing PdfDrawings::page(int index) const {
  PageDrawing drawing;
  auto page = inside_->pages[static_cast<std::size_t>(index)];
  try {
    const Frame frame = frame_of(page);
    drawing.width = frame.shown_width(), drawing.height = frame.shown_height();
    Drawn drawn;
    Hand hand(frame, drawing, page.getAttribute("/Resources", false), {}, drawn);
    page.parseContents(&hand);
  } catch (const std::exception&) {
    // A damaged content stream: the lines found so far stand, the words come from poppler, which mends more.
  }
  return drawing;
}

}  // namespace tiendo::formats

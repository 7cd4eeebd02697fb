#include "formats/draw.h"

#include <cstdlib>

#include <boost/json.hpp>

#include "base/error.h"
#include "formats/child.h"
#include "formats/documents_program.h"
#include "formats/error_json.h"
#include "formats/sheet_bytes.h"

namespace tiendo::formats {
namespace {

// Where the list of fonts is kept between two drawings.
std::vector<std::string> surroundings() {
  std::vector<std::string> out;
  for (const char* name : {"HOME", "XDG_CACHE_HOME"})
    if (const char* value = std::getenv(name)) out.push_back(std::string(name) + '=' + value);
  return out;
}

std::string draw(const Sheet& sheet, const std::string& format) {
  const Handle input(in_memory(to_bytes(sheet)));
  Pipe answer;
  Child child(input.get(), answer.to.get(), {documents_program(), "draw", format}, surroundings());
  answer.to.reset();  // else the end of the answer is never seen
  auto drawn = read_all(answer.from.get());
  if (child.status() == 0) return drawn;
  boost::system::error_code bad;
  if (const auto said = boost::json::parse(drawn, bad); said.is_object()) throw_error_in(said.get_object());
  throw Error(ErrorCode::internal, "internal", {}, "tiendo-documents draw " + format);
}

}  // namespace

std::string draw_docx(const Sheet& sheet) {
  return draw(sheet, "docx");
}
std::string draw_xlsx(const Sheet& sheet) {
  return draw(sheet, "xlsx");
}
std::string draw_pdf(const Sheet& sheet) {
  return draw(sheet, "pdf");
}

}  // namespace tiendo::formats

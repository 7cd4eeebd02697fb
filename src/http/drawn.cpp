#include "http/drawn.h"

#include <algorithm>

#include "base/error.h"
#include "formats/draw.h"

namespace tiendo::http {
namespace {

struct SheetFormat {
  std::string_view name, content_type;
  std::string (*draw)(const formats::Sheet&);
};

constexpr SheetFormat sheet_formats[] = {
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", formats::draw_docx},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", formats::draw_xlsx},
    {"pdf", "application/pdf", formats::draw_pdf},
};

}  // namespace

Response drawn(const Request& request, const formats::Sheet& sheet, std::string_view name, std::string_view usual) {
  const auto wanted = request.find_query("format").value_or(usual);
  const auto format = std::ranges::find(sheet_formats, wanted, &SheetFormat::name);
  if (format == std::end(sheet_formats)) throw Error(ErrorCode::invalid, "unknown_format", {std::string(wanted)});
  Response response;
  response.body = format->draw(sheet);
  response.header("Content-Type", std::string(format->content_type));
  response.header("Content-Disposition",
                  "attachment; filename*=UTF-8''" + percent_encoded(std::string(name) + "." + std::string(format->name)));
  return response;
}

}  // namespace tiendo::http

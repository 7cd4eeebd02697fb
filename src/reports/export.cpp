#include "reports/export.h"

#include <algorithm>

#include "base/error.h"
#include "formats/csv_writer.h"
#include "formats/draw.h"

namespace tiendo::reports {
namespace {

template <std::string (*draw)(const formats::Sheet&)>
std::string annex_as(const ProgrammeFile& file, const AnnexForm& form) {
  return draw(annex(file.programme, file.tasks, form));
}

constexpr ExportFormat known[] = {
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", annex_as<formats::draw_docx>},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", annex_as<formats::draw_xlsx>},
    {"pdf", "application/pdf", annex_as<formats::draw_pdf>},
    {"csv", "text/csv; charset=utf-8", annex_as<formats::write_csv>},
    {"json", "application/json", [](const ProgrammeFile& file, const AnnexForm&) { return programme_as_json(file); }},
};

}  // namespace

std::span<const ExportFormat> export_formats() {
  return known;
}

const ExportFormat& export_format(std::string_view name) {
  const auto found = std::ranges::find(known, name, &ExportFormat::name);
  if (found == std::end(known)) throw Error(ErrorCode::invalid, "unknown_format", {std::string(name)});
  return *found;
}

}  // namespace tiendo::reports

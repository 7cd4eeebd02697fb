#include "actions/source_drafts.h"

#include <algorithm>
#include <set>

#include "base/error.h"
#include "base/hash.h"
#include "base/text.h"
#include "domain/secrecy.h"
#include "formats/apart.h"
#include "intake/header.h"
#include "intake/stored_drafts.h"

namespace tiendo::actions {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view without_mark(std::string_view bytes) {
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  return bytes;
}

// No annex begins with a brace.
bool is_json(std::string_view bytes, std::string_view name) {
  const auto first = without_mark(bytes).find_first_not_of(" \t\r\n");
  return name.ends_with(".json") || (first != std::string_view::npos && without_mark(bytes)[first] == '{');
}

void refuse_secret(const intake::Intake& intake) {
  std::string text = intake.title + '\n' + intake.attachment.as_written + '\n';
  for (const auto& section : intake.sections) text += section.heading + '\n';
  for (const auto& task : intake.tasks) {
    for (const auto& cell : task.cells) text += cell.text + '\n';
    for (const auto& [header, cell] : task.extra) text += cell.text + '\n';
  }
  if (const auto mark = domain::find_secret_mark(text)) throw Error(ErrorCode::invalid, "secret_document", {*mark});
}

// Whatever stands under a header without being a field's is that column's own.
std::vector<intake::ColumnDraft> columns_of(const reports::ProgrammeFile& file) {
  std::set<std::string> extra;
  for (const auto& task : file.tasks)
    for (const auto& [header, text] : task.extra) extra.insert(header);
  std::vector<intake::ColumnDraft> columns;
  for (const auto& header : file.programme.column_headers) {
    auto field = extra.contains(header) ? std::nullopt : intake::meaning_of_header(header).field;
    if (field && std::ranges::find(columns, field, &intake::ColumnDraft::field) != columns.end()) field.reset();
    columns.push_back({header, field});
  }
  return columns;
}

}  // namespace

intake::Intake drafts_of_file(const reports::ProgrammeFile& file) {
  auto intake = intake::drafts_of(file.programme, file.tasks);
  intake.title = file.programme.title;
  intake.year = file.programme.year;
  intake.columns = columns_of(file);
  std::set<domain::TaskId> met;
  for (std::size_t row = 0; row < file.tasks.size(); ++row) {
    const auto& task = file.tasks[row];
    auto& draft = intake.tasks[row];
    if (task.id && met.insert(task.id).second) draft.id = task.id;
    draft.due_period = task.due_period;
    for (auto& cell : draft.cells) cell.text = collapse_blanks(cell.text);
    for (auto& [header, cell] : draft.extra) cell.text = collapse_blanks(cell.text);
  }
  return intake;
}

intake::Intake source_drafts(std::string_view bytes, std::string_view name, const intake::Register& known,
                             const formats::Progress& progress) {
  if (!is_json(bytes, name)) return intake::read_programme(formats::read_paper_apart(bytes, name, {}, progress), known);
  auto intake = drafts_of_file(reports::programme_from_json(without_mark(bytes)));
  if (intake.tasks.empty()) throw Error(ErrorCode::invalid, "bad_programme_file", {"tasks"});
  refuse_secret(intake);
  intake.source_name = name;
  intake.source_kind = "json";
  intake.sha256 = sha256(bytes);
  return intake;
}

}  // namespace tiendo::actions

// The versions of a programme: listed, opened, printed, compared.
#include "actions/freeze_version.h"
#include "base/error.h"
#include "http/handlers.h"
#include "http/members.h"
#include "http/version_json.h"
#include "intake/match_tasks.h"
#include "reports/export.h"

namespace tiendo::http {
namespace {

using domain::ProgrammeId;
using domain::VersionId;

// A side of a comparison: a version, or the programme as it is.
struct Side {
  std::optional<int> number;
  std::vector<domain::Task> tasks;
};

Side side_of(const store::Reader& reader, domain::AgencyId agency, ProgrammeId programme, std::string_view text) {
  if (text == "now") return {std::nullopt, actions::programme_file(reader, agency, programme).tasks};
  const auto version = store::version(reader, agency, VersionId::parse(text));
  if (version.programme != programme) throw Error(ErrorCode::not_found, "version_not_found");
  return {version.number, actions::version_file(reader, agency, version.id).tasks};
}

struct Counts {
  int same = 0, added = 0, dropped = 0, moved = 0, rewritten = 0, renumbered = 0;
};

void write_place(JsonWriter& json, const domain::Task& task) {
  json.member("task", task.id.text());
  member_or_null(json, "quarter", task.quarter);
  member_or_null(json, "month", task.month);
  json.member("title", task.title);
  json.member("lead", task.lead);
}

void write_lone(JsonWriter& json, const char* kind, const domain::Task& task, bool is_before) {
  json.begin_object();
  json.member("kind", kind);
  write_place(json, task);
  is_before ? json.member("number_before", task.number) : json.member("number_before", nullptr);
  is_before ? json.member("number_after", nullptr) : json.member("number_after", task.number);
  json.key("cells");
  json.begin_array();
  json.end_array();
  json.end_object();
}

void write_kept(JsonWriter& json, const intake::TaskPair& pair, const domain::Task& before, const domain::Task& after) {
  json.begin_object();
  json.member("kind", intake::is_moved(pair) ? "moved" : intake::is_rewritten(pair) ? "rewritten" : "renumbered");
  write_place(json, after);
  json.member("number_before", before.number);
  json.member("number_after", after.number);
  json.key("cells");
  json.begin_array();
  for (const auto& cell : pair.changes) {
    if (intake::is_number(cell.field)) continue;
    json.begin_object();
    json.member("field", cell.field);
    json.member("before", cell.before);
    json.member("after", cell.after);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

Counts write_rows(JsonWriter& json, const Side& before, const Side& after) {
  const auto matches = intake::match_tasks(before.tasks, after.tasks, intake::EmptyColumn::says_empty);
  Counts counts{.added = static_cast<int>(matches.added.size()), .dropped = static_cast<int>(matches.missing.size())};
  json.key("rows");
  json.begin_array();
  for (const auto row : matches.missing) write_lone(json, "dropped", before.tasks[row], true);
  for (const auto row : matches.added) write_lone(json, "added", after.tasks[row], false);
  for (const auto& pair : matches.pairs) {
    const bool moved = intake::is_moved(pair), rewritten = intake::is_rewritten(pair), renumbered = intake::is_renumbered(pair);
    counts.moved += moved;
    counts.rewritten += rewritten;
    counts.renumbered += renumbered;
    counts.same += !moved && !rewritten;
    if (moved || rewritten || renumbered) write_kept(json, pair, before.tasks[pair.before], after.tasks[pair.after]);
  }
  json.end_array();
  return counts;
}

}  // namespace

Response list_versions(const Request& request, Context& context) {
  const auto id = ProgrammeId::parse(request.path_value("programme"));
  const auto reader = context.store.read();
  reader.programme(context.agency(), id);
  JsonWriter json;
  json.begin_object();
  json.key("items");
  json.begin_array();
  for (const auto& version : store::versions(reader, context.agency(), id)) {
    json.begin_object();
    write_version(json, version);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

Response show_version(const Request& request, Context& context) {
  const auto id = VersionId::parse(request.path_value("version"));
  const auto reader = context.store.read();
  const auto file = actions::version_file(reader, context.agency(), id);
  JsonWriter json;
  json.begin_object();
  write_version(json, store::version(reader, context.agency(), id));
  json.member("title", file.programme.title);
  json.key("rows");
  json.begin_array();
  for (const auto& task : file.tasks) write_row(json, task);
  json.end_array();
  json.end_object();
  return json_response(json.take());
}

Response download_version(const Request& request, Context& context) {
  const auto id = VersionId::parse(request.path_value("version"));
  const auto& format = reports::export_format(request.find_query("format").value_or("docx"));
  const auto reader = context.store.read();
  const auto version = store::version(reader, context.agency(), id);
  Response response;
  response.body = actions::version_print(reader, context.agency(), id, format.name);
  response.header("Content-Type", std::string(format.content_type));
  response.header("Content-Disposition",
                  "attachment; filename*=UTF-8''" +
                      percent_encoded("Phụ lục - bản " + std::to_string(version.number) + "." + std::string(format.name)));
  return response;
}

Response compare_versions(const Request& request, Context& context) {
  const auto id = ProgrammeId::parse(request.path_value("programme"));
  const auto reader = context.store.read();
  reader.programme(context.agency(), id);
  const auto before = side_of(reader, context.agency(), id, request.find_query("before").value_or("now"));
  const auto after = side_of(reader, context.agency(), id, request.find_query("after").value_or("now"));
  JsonWriter json;
  json.begin_object();
  member_or_null(json, "before", before.number);
  member_or_null(json, "after", after.number);
  const auto counts = write_rows(json, before, after);
  json.key("counts");
  json.begin_object();
  json.member("same", counts.same);
  json.member("added", counts.added);
  json.member("dropped", counts.dropped);
  json.member("moved", counts.moved);
  json.member("rewritten", counts.rewritten);
  json.member("renumbered", counts.renumbered);
  json.end_object();
  json.end_object();
  return json_response(json.take());
}

}  // namespace tiendo::http

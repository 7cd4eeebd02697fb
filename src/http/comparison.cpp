#include "actions/compare_intake.h"
#include "actions/drafts.h"
#include "base/json_writer.h"
#include "http/handlers.h"

namespace tiendo::http {
namespace {

void number_or_null(JsonWriter& json, std::string_view name, const std::optional<int>& number) {
  number ? json.member(name, *number) : json.member(name, nullptr);
}

void write(JsonWriter& json, const actions::LikelyProgramme& likely) {
  json.begin_object();
  json.member("programme", likely.programme.id.text());
  json.member("title", likely.programme.title);
  number_or_null(json, "year", likely.programme.year);
  json.member("tasks", likely.programme.tasks);
  json.member("same_titles", likely.same_titles);
  json.end_object();
}

// Writes what a comparison says, row by row; rows of which there is nothing to say are only counted.
class ComparisonWriter {
 public:
  ComparisonWriter(JsonWriter& json, const intake::Intake& intake, const actions::Comparison& comparison)
      : json_(json), intake_(intake), comparison_(comparison) {}

  void write() {
    json_.key("rows");
    json_.begin_array();
    for (const auto row : comparison_.matches.added) write_added(row);
    for (const auto& pair : comparison_.matches.pairs) write_pair(pair);
    json_.end_array();
    json_.key("missing");
    json_.begin_array();
    for (const auto row : comparison_.matches.missing) write_missing(comparison_.before[row]);
    json_.end_array();
    json_.key("counts");
    json_.begin_object();
    json_.member("same", same_);
    json_.member("added", comparison_.matches.added.size());
    json_.member("rewritten", rewritten_);
    json_.member("moved", moved_);
    json_.member("renumbered", renumbered_);
    json_.member("missing", comparison_.matches.missing.size());
    json_.end_object();
  }

 private:
  bool is_taken(std::size_t row, std::string_view field) const { return actions::is_taken(intake_.tasks[row], *intake_.merge, field); }

  void begin_row(std::size_t row, const domain::TaskId* task) {
    json_.begin_object();
    json_.member("row", row);
    task ? json_.member("task", task->text()) : json_.member("task", nullptr);
    json_.member("taken", !intake_.tasks[row].left.contains(std::string(intake::whole_row)));
  }

  void write_added(std::size_t row) {
    begin_row(row, nullptr);
    json_.member("reordered", false);
    json_.key("cells");
    json_.begin_array();
    json_.end_array();
    json_.end_object();
  }

  void write_pair(const intake::TaskPair& pair) {
    const bool rewritten = intake::is_rewritten(pair), moved = intake::is_moved(pair), renumbered = intake::is_renumbered(pair);
    rewritten_ += rewritten;
    moved_ += moved;
    renumbered_ += renumbered;
    same_ += !rewritten && !moved;
    if (!rewritten && !moved && !renumbered) return;
    begin_row(pair.after, &comparison_.before[pair.before].id);
    json_.member("reordered", pair.is_reordered);
    json_.key("cells");
    json_.begin_array();
    for (const auto& cell : pair.changes) {
      json_.begin_object();
      json_.member("field", cell.field);
      json_.member("before", cell.before);
      json_.member("after", cell.after);
      json_.member("taken", is_taken(pair.after, cell.field));
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
  }

  void write_missing(const domain::Task& task) {
    json_.begin_object();
    json_.member("task", task.id.text());
    json_.member("dropped", intake_.merge->dropped.contains(task.id));
    number_or_null(json_, "quarter", task.quarter);
    number_or_null(json_, "month", task.month);
    json_.member("number", task.number);
    json_.member("title", task.title);
    json_.member("lead", task.lead);
    json_.end_object();
  }

  JsonWriter& json_;
  const intake::Intake& intake_;
  const actions::Comparison& comparison_;
  int same_ = 0, rewritten_ = 0, moved_ = 0, renumbered_ = 0;
};

}  // namespace

Response show_comparison(const Request& request, Context& context) {
  const auto reader = context.store.read();
  const auto record = reader.intake(context.agency(), domain::IntakeId::parse(request.path_value("intake")));
  const auto intake = actions::draft_of(record);
  JsonWriter json;
  json.begin_object();
  json.member("version", record.version);
  json.key("likely");
  json.begin_array();
  for (const auto& likely : actions::likely_programmes(reader, context.agency(), intake)) write(json, likely);
  json.end_array();
  json.key("merge");
  if (intake.merge) {
    const auto comparison = actions::compare_intake(reader, context.agency(), intake, intake.merge->programme);
    json.begin_object();
    json.member("programme", comparison.programme.id.text());
    json.member("title", comparison.programme.title);
    json.member("seen", comparison.seen);
    json.member("takes_numbers", intake.merge->takes_numbers);
    ComparisonWriter(json, intake, comparison).write();
    json.end_object();
  } else {
    json.value(nullptr);
  }
  json.end_object();
  auto response = json_response(json.take());
  response.etag(record.version);
  return response;
}

}  // namespace tiendo::http

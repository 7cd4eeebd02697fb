#include "intake/intake_json.h"

#include <boost/json.hpp>

#include "base/error.h"
#include "base/text.h"
#include "formats/paper_json.h"

namespace tiendo::intake {
namespace {

namespace json = boost::json;
using domain::Field;
using formats::Place;

constexpr std::string_view extra_prefix = "extra.";

// The fields that a task and a proposal show, in the order of the form.
constexpr Field task_fields[] = {Field::number,           Field::title, Field::lead, Field::coordinating, Field::deliverable,
                                 Field::directing_leader, Field::note,  Field::due};
constexpr Field proposal_fields[] = {Field::number,           Field::title, Field::lead, Field::coordinating, Field::issuing_level,
                                     Field::directing_leader, Field::note};

json::value to_json(const std::optional<int>& number) {
  return number ? json::value(*number) : json::value(nullptr);
}

json::array to_json(const std::vector<Place>& places) {
  json::array out;
  for (const auto& place : places) out.push_back(formats::to_json(place));
  return out;
}

json::array to_json(const std::vector<Stretch>& stretches) {
  json::array out;
  for (const auto& stretch : stretches) out.push_back({{"text", stretch.text}, {"place", formats::to_json(stretch.place)}});
  return out;
}

// Writes one cell: its text into `row`, its doubt and places beside it.
struct CellWriter {
  json::object confidence, other, source;

  void add(const std::string& key, const CellDraft& cell) {
    confidence[key] = cell.confidence;
    if (!cell.other.empty()) other[key] = cell.other;
    if (!cell.places.empty()) source[key] = to_json(cell.places);
  }
  void finish(json::object& row) {
    row["confidence"] = std::move(confidence);
    row["other"] = std::move(other);
    row["source"] = std::move(source);
  }
};

template <class Fields>
json::object to_json(const RowDraft& draft, const Fields& fields) {
  json::object row, extra;
  CellWriter cells;
  row["section"] = draft.section;
  row["quarter"] = to_json(draft.quarter);
  row["month"] = to_json(draft.month);
  for (const Field field : fields) {
    const std::string key(name_of(field));
    row[key] = draft[field].text;
    cells.add(key, draft[field]);
  }
  for (const auto& [header, cell] : draft.extra) {
    extra[header] = cell.text;
    cells.add(std::string(extra_prefix) + header, cell);
  }
  row["extra"] = std::move(extra);
  cells.finish(row);
  return row;
}

json::object to_json(const domain::Problem& problem, Language language) {
  constexpr const char* kinds[] = {"document", "section", "task", "proposal"};
  json::object where{{"kind", kinds[static_cast<int>(problem.where.kind)]}};
  if (problem.where.row >= 0) where["row"] = problem.where.row;
  if (!problem.where.field.empty()) where["field"] = problem.where.field;
  if (!problem.where.section.empty()) where["section"] = problem.where.section;
  if (!problem.where.label.empty()) where["label"] = problem.where.label;
  return {{"key", problem.key},
          {"severity", name_of(problem.severity)},
          {"where", std::move(where)},
          {"arguments", json::value_from(problem.arguments)},
          {"message", sentence(language, "problem." + problem.key, problem.arguments)}};
}

json::array to_json(const std::vector<formats::Notice>& notices, Language language) {
  json::array out;
  for (const auto& notice : notices) {
    out.push_back({{"key", notice.key},
                   {"arguments", json::value_from(notice.arguments)},
                   {"message", sentence(language, "notice." + notice.key, notice.arguments)}});
  }
  return out;
}

json::object to_json(const MergeChoice& choice) {
  json::array dropped;
  for (const auto id : choice.dropped) dropped.emplace_back(id.text());
  return {{"programme", choice.programme.text()}, {"takes_numbers", choice.takes_numbers}, {"dropped", std::move(dropped)}};
}

// Reading back. A value of the wrong kind is "bad_intake".
[[noreturn]] void throw_bad(std::string_view what) {
  throw Error(ErrorCode::invalid, "bad_intake", {std::string(what)});
}

const json::value& member(const json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  if (!value) throw_bad(key);
  return *value;
}

std::string text_of(const json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  if (!value) return {};
  if (!value->is_string()) throw_bad(key);
  return nfc(value->as_string());
}

std::optional<int> number_of(const json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  if (!value || value->is_null()) return std::nullopt;
  if (!value->is_number()) throw_bad(key);
  boost::system::error_code bad;
  const int number = value->to_number<int>(bad);
  if (bad) throw_bad(key);
  return number;
}

double real_of(const json::value& value, std::string_view key) {
  if (!value.is_number()) throw_bad(key);
  return value.to_number<double>();
}

const json::array& array_of(const json::object& object, std::string_view key) {
  static const json::array none;
  const auto* value = object.if_contains(key);
  if (!value) return none;
  if (!value->is_array()) throw_bad(key);
  return value->as_array();
}

const json::object& object_of(const json::object& object, std::string_view key) {
  static const json::object none;
  const auto* value = object.if_contains(key);
  if (!value) return none;
  if (!value->is_object()) throw_bad(key);
  return value->as_object();
}

const json::object& as_object(const json::value& value, std::string_view what) {
  if (!value.is_object()) throw_bad(what);
  return value.as_object();
}

Place place_from(const json::value& value) {
  const auto& object = as_object(value, "place");
  Place place;
  place.page = number_of(object, "page").value_or(-1);
  place.line = number_of(object, "line").value_or(-1);
  place.from = number_of(object, "from").value_or(-1);
  place.to = number_of(object, "to").value_or(-1);
  place.table = number_of(object, "table").value_or(-1);
  place.row = number_of(object, "row").value_or(-1);
  place.column = number_of(object, "column").value_or(-1);
  place.sheet = text_of(object, "sheet");
  const auto& box = array_of(object, "box");
  if (box.size() == 4) {
    place.box = formats::Box{real_of(box[0], "box"), real_of(box[1], "box"), real_of(box[2], "box"), real_of(box[3], "box")};
  }
  return place;
}

std::vector<Stretch> stretches_from(const json::object& object, std::string_view key) {
  std::vector<Stretch> out;
  for (const auto& value : array_of(object, key)) {
    const auto& stretch = as_object(value, key);
    out.push_back({text_of(stretch, "text"), place_from(member(stretch, "place"))});
  }
  return out;
}

CellDraft cell_from(const json::object& row, std::string text, std::string_view key) {
  CellDraft cell;
  cell.text = std::move(text);
  if (const auto* value = object_of(row, "confidence").if_contains(key)) cell.confidence = real_of(*value, key);
  cell.other = text_of(object_of(row, "other"), key);
  for (const auto& place : array_of(object_of(row, "source"), key)) cell.places.push_back(place_from(place));
  return cell;
}

template <class Fields>
void read_row(const json::object& row, RowDraft& draft, const Fields& fields) {
  draft.section = text_of(row, "section");
  draft.quarter = number_of(row, "quarter");
  draft.month = number_of(row, "month");
  for (const Field field : fields) draft[field] = cell_from(row, text_of(row, name_of(field)), name_of(field));
  for (const auto& [header, value] : object_of(row, "extra")) {
    const auto key = std::string(extra_prefix) + std::string(header);
    draft.extra.emplace_back(std::string(header), cell_from(row, text_of(object_of(row, "extra"), header), key));
  }
}

std::set<std::string> texts_of(const json::object& object, std::string_view key) {
  std::set<std::string> out;
  for (const auto& text : array_of(object, key)) {
    if (!text.is_string()) throw_bad(key);
    out.emplace(text.as_string());
  }
  return out;
}

std::optional<domain::Period> period_in(const json::object& object, std::string_view key) {
  if (!object.contains(key)) return std::nullopt;
  const auto from = find_date(text_of(object_of(object, key), "from")), to = find_date(text_of(object_of(object, key), "to"));
  if (!from || !to) throw_bad(key);
  return domain::Period::span(*from, *to);
}

MergeChoice merge_from(const json::object& object) {
  MergeChoice choice;
  choice.programme = domain::ProgrammeId::parse(text_of(object, "programme"));
  const auto* numbers = object.if_contains("takes_numbers");
  choice.takes_numbers = !numbers || !numbers->is_bool() || numbers->as_bool();
  for (const auto& id : texts_of(object, "dropped")) choice.dropped.insert(domain::TaskId::parse(id));
  return choice;
}

template <class Name, std::size_t size>
int index_of(const Name (&names)[size], const std::string& name, std::string_view what) {
  for (std::size_t i = 0; i < size; ++i) {
    if (name == names[i]) return static_cast<int>(i);
  }
  throw_bad(what);
}

std::vector<std::string> arguments_of(const json::object& object) {
  std::vector<std::string> out;
  for (const auto& argument : array_of(object, "arguments")) {
    if (!argument.is_string()) throw_bad("arguments");
    out.emplace_back(argument.as_string());
  }
  return out;
}

formats::Notice notice_from(const json::object& object) {
  return {text_of(object, "key"), arguments_of(object), {}};
}

domain::Problem problem_from(const json::object& object) {
  constexpr std::string_view kinds[] = {"document", "section", "task", "proposal"};
  constexpr std::string_view severities[] = {"info", "warning", "error"};
  domain::Problem problem;
  const auto& where = object_of(object, "where");
  problem.key = text_of(object, "key");
  problem.severity = static_cast<domain::Severity>(index_of(severities, text_of(object, "severity"), "severity"));
  problem.where.kind = static_cast<domain::ProblemPlace::Kind>(index_of(kinds, text_of(where, "kind"), "kind"));
  problem.where.row = number_of(where, "row").value_or(-1);
  problem.where.field = text_of(where, "field");
  problem.where.section = text_of(where, "section");
  problem.where.label = text_of(where, "label");
  problem.arguments = arguments_of(object);
  return problem;
}

}  // namespace

json::value to_json(const Intake& intake, Language language) {
  json::array columns, sections, tasks, proposals, problems;
  for (const auto& column : intake.columns) {
    json::object named{{"header", column.header}, {"field", column.field ? json::value(name_of(*column.field)) : json::value(nullptr)}};
    if (column.asks) named["asks"] = true;
    columns.push_back(std::move(named));
  }
  for (const auto& section : intake.sections) {
    sections.push_back({{"id", section.id},
                        {"heading", section.heading},
                        {"quarter", to_json(section.quarter)},
                        {"declared_tasks", to_json(section.declared_tasks)}});
  }
  for (const auto& task : intake.tasks) {
    auto row = to_json(task, task_fields);
    row["group"] = task.group;
    if (task.id) row["id"] = task.id->text();
    if (task.due_period) row["due_period"] = {{"from", iso(task.due_period->first_day())}, {"to", iso(task.due_period->last_day())}};
    if (!task.left.empty()) row["left"] = json::value_from(task.left);
    tasks.push_back(std::move(row));
  }
  for (const auto& proposal : intake.proposals) {
    auto row = to_json(proposal, proposal_fields);
    row["order"] = proposal.order;
    row["group_note"] = proposal.group_note;
    proposals.push_back(std::move(row));
  }
  for (const auto& problem : intake.problems) problems.push_back(to_json(problem, language));
  json::object out{{"source", {{"name", intake.source_name}, {"kind", intake.source_kind}, {"sha256", intake.sha256}}},
                   {"title", intake.title},
                   {"attachment",
                    {{"decision_number", intake.attachment.decision_number},
                     {"decision_symbol", intake.attachment.decision_symbol},
                     {"decision_date", intake.attachment.decision_date},
                     {"issuer", intake.attachment.issuer},
                     {"as_written", intake.attachment.as_written}}},
                   {"columns", std::move(columns)},
                   {"sections", std::move(sections)},
                   {"tasks", std::move(tasks)},
                   {"proposals", std::move(proposals)},
                   {"problems", std::move(problems)},
                   {"headings", to_json(intake.headings)},
                   {"furniture", to_json(intake.furniture)},
                   {"unplaced", to_json(intake.unplaced)}};
  if (intake.year) out["year"] = *intake.year;
  if (!intake.notices.empty()) out["notices"] = to_json(intake.notices, language);
  if (intake.merge) out["merge"] = to_json(*intake.merge);
  return out;
}

Intake intake_from_json(const json::value& value) {
  const auto& object = as_object(value, "intake");
  Intake intake;
  const auto& source = object_of(object, "source");
  intake.source_name = text_of(source, "name");
  intake.source_kind = text_of(source, "kind");
  intake.sha256 = text_of(source, "sha256");
  intake.title = text_of(object, "title");
  intake.year = number_of(object, "year");
  const auto& attachment = object_of(object, "attachment");
  intake.attachment = {text_of(attachment, "decision_number"), text_of(attachment, "decision_symbol"), text_of(attachment, "decision_date"),
                       text_of(attachment, "issuer"), text_of(attachment, "as_written")};
  for (const auto& item : array_of(object, "columns")) {
    const auto& column = as_object(item, "columns");
    const auto& field = member(column, "field");
    intake.columns.push_back({text_of(column, "header"),
                              field.is_string() ? domain::find_field(std::string_view(field.as_string())) : std::nullopt,
                              column.contains("asks")});
  }
  for (const auto& item : array_of(object, "sections")) {
    const auto& section = as_object(item, "sections");
    intake.sections.push_back(
        {text_of(section, "id"), text_of(section, "heading"), number_of(section, "quarter"), number_of(section, "declared_tasks")});
  }
  for (const auto& item : array_of(object, "tasks")) {
    auto& task = intake.tasks.emplace_back();
    read_row(as_object(item, "tasks"), task, task_fields);
    task.group = text_of(item.as_object(), "group");
    task.id = domain::TaskId::find(text_of(item.as_object(), "id"));
    task.due_period = period_in(item.as_object(), "due_period");
    task.left = texts_of(item.as_object(), "left");
  }
  for (const auto& item : array_of(object, "proposals")) {
    auto& proposal = intake.proposals.emplace_back();
    read_row(as_object(item, "proposals"), proposal, proposal_fields);
    proposal.order = number_of(item.as_object(), "order").value_or(0);
    proposal.group_note = text_of(item.as_object(), "group_note");
  }
  for (const auto& item : array_of(object, "problems")) intake.problems.push_back(problem_from(as_object(item, "problems")));
  intake.headings = stretches_from(object, "headings");
  intake.furniture = stretches_from(object, "furniture");
  intake.unplaced = stretches_from(object, "unplaced");
  for (const auto& item : array_of(object, "notices")) intake.notices.push_back(notice_from(as_object(item, "notices")));
  if (object.contains("merge")) intake.merge = merge_from(object_of(object, "merge"));
  return intake;
}

}  // namespace tiendo::intake

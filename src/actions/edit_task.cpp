#include "actions/edit_task.h"

#include <algorithm>

#include "actions/facts.h"
#include "actions/understand.h"
#include "base/error.h"
#include "base/text.h"
#include "domain/version.h"

namespace tiendo::actions {
namespace {

std::string& text_of(domain::Task& task, const std::string& field) {
  if (field == "number") return task.number;
  if (field == "title") return task.title;
  if (field == "lead") return task.lead;
  if (field == "coordinating") return task.coordinating;
  if (field == "deliverable") return task.deliverable;
  if (field == "directing_leader") return task.directing_leader;
  if (field == "note") return task.note;
  if (field == "due") return task.due;
  throw Error(ErrorCode::invalid, "bad_field", {field});
}

void check_range(std::optional<int> value, int most, const char* field) {
  if (value && (*value < 1 || *value > most)) throw Error(ErrorCode::invalid, "bad_field", {field});
}

}  // namespace

void write(domain::Task& task, const TaskEdit& edit, const std::vector<std::string>& headers) {
  for (const auto& [field, text] : edit.texts) {
    if (text.size() > longest_cell) throw Error(ErrorCode::invalid, "bad_field", {field});
    text_of(task, field) = collapse_blanks(nfc(text));
  }
  for (const auto& [header, text] : edit.extra) {
    const bool is_known = task.extra.contains(header) || std::ranges::find(headers, header) != headers.end();
    if (!is_known || text.size() > longest_cell) throw Error(ErrorCode::invalid, "bad_field", {header});
    task.extra[header] = collapse_blanks(nfc(text));
  }
  if (edit.quarter) task.quarter = *edit.quarter;
  if (edit.month) task.month = *edit.month;
  check_range(task.quarter, 4, "quarter");
  check_range(task.month, 12, "month");
  if (task.title.empty()) throw Error(ErrorCode::invalid, "title_missing");
}

void refuse_unless_drafted(const domain::Programme& programme) {
  if (!is_being_drafted(programme.stage)) throw Error(ErrorCode::conflict, "programme_not_in_draft", {name_of(programme.stage)});
}

domain::Task rewrite_task(store::Writer& writer, const domain::Actor& actor, const domain::Task& before, const TaskEdit& edit,
                          Instant now) {
  const auto programme = writer.programme(actor.agency, before.programme);
  domain::Task task = before;
  write(task, edit, programme.column_headers);
  RegisterBook book(writer, actor, now);
  understand_changes(before, task, programme.year.value_or(static_cast<int>(local_date(now).year())), book);
  if (edit.due_period) task.due_period = *edit.due_period;

  const auto changed = difference(before, task);
  if (changed.after.empty()) return before;
  writer.save(task, now);
  writer.record(actor, "task_edited", "task", task.id.value(), boost::json::serialize(changed.before),
                boost::json::serialize(changed.after), now);
  ++task.version;
  return task;
}

domain::Task edit_task(store::Store& store, const domain::Actor& actor, domain::TaskId id, int version, const TaskEdit& edit, Instant now) {
  auto writer = store.begin();
  const domain::Task before = writer.task(actor.agency, id);
  if (before.version != version) throw Error(ErrorCode::conflict, "stale_version");
  refuse_unless_drafted(writer.programme(actor.agency, before.programme));
  domain::Task task = rewrite_task(writer, actor, before, edit, now);
  writer.commit();
  return task;
}

}  // namespace tiendo::actions

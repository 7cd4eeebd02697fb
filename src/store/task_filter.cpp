#include "store/task_filter.h"

#include <charconv>

#include <fmt/format.h>

#include "base/error.h"
#include "base/hash.h"
#include "store/search.h"
#include "store/task_rows.h"

namespace tiendo::store {
namespace {

[[noreturn]] void refuse() {
  throw Error(ErrorCode::invalid, "bad_cursor");
}

std::int64_t number_from(std::string_view text, int base = 10) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) refuse();
  return value;
}

std::string bytes_from(std::string_view text) {
  if (text.size() % 2) refuse();
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); at += 2) bytes += static_cast<char>(number_from(text.substr(at, 2), 16));
  return bytes;
}

}  // namespace

Query& Query::add(std::string_view piece, std::vector<Argument> values) {
  auto value = values.begin();
  for (const char letter : piece) {
    if (letter != '?') {
      sql_ += letter;
      continue;
    }
    arguments_.push_back(std::move(*value++));
    sql_ += fmt::format("${}", arguments_.size());
  }
  return *this;
}

void add_conditions(Query& query, AgencyId agency, const TaskFilter& filter, std::string_view id) {
  query.add(" where t.agency_id = ?", {agency.value()});
  if (filter.programme) query.add(" and t.programme_id = ?", {filter.programme->value()});
  if (filter.quarter) query.add(" and t.quarter = ?", {std::int64_t{*filter.quarter}});
  if (filter.month) query.add(" and t.month = ?", {std::int64_t{*filter.month}});
  if (filter.unit) {
    query.add(" and ").add(id).add(" in (select task_id from task_units where agency_id = ? and unit_id = ?",
                                   {agency.value(), filter.unit->value()});
    if (filter.unit_role == UnitRole::lead)
      query.add(" and role = 'lead')");
    else  // a group that the unit belongs to means the unit too
      query.add(R"sql( union all select g.task_id from unit_group_members m
        join unit_group_names n on n.agency_id = m.agency_id and n.group_id = m.group_id
        join task_groups g on g.agency_id = n.agency_id and g.name_key = n.name_key where m.agency_id = ? and m.unit_id = ?))sql",
                {agency.value(), filter.unit->value()});
  }
  if (filter.leader) {
    query.add(" and ").add(id).add(" in (select task_id from task_leaders where agency_id = ? and person_id = ?)",
                                   {agency.value(), filter.leader->value()});
  }
  if (filter.label) {
    query.add(" and ").add(id).add(" in (select task_id from task_labels where agency_id = ? and label = ?)",
                                   {agency.value(), *filter.label});
  }
  if (filter.due_before) query.add(" and t.due_key < ?", {iso(*filter.due_before)});
  if (filter.due_after) query.add(" and t.due_key > ? and t.due_key < '9999-12-31'", {iso(*filter.due_after)});
}

bool has_conditions(const TaskFilter& filter) {
  return filter.quarter || filter.month || filter.unit || filter.leader || filter.label || filter.due_before || filter.due_after;
}

std::string key_of(AgencyId agency, const TaskFilter& filter) {
  return fmt::format("{}|{}|{}|{}|{}{}|{}|{}|{}|{}|{}", agency.value(), filter.programme ? filter.programme->value() : 0,
                     filter.quarter.value_or(0), filter.month.value_or(0), filter.unit ? filter.unit->value() : 0,
                     filter.unit_role == UnitRole::lead ? "l" : "a", filter.leader ? filter.leader->value() : 0,
                     filter.due_before ? iso(*filter.due_before) : "", filter.due_after ? iso(*filter.due_after) : "",
                     filter.label.value_or("\n"), filter.words);
}

std::string Cursor::text() const {
  return fmt::format("{}_{}_{}_{}_{}", stage, programme, position, hex(key), id);
}

Cursor Cursor::parse(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('_', at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  if (parts.size() != 5) refuse();
  Cursor cursor;
  cursor.stage = static_cast<int>(number_from(parts[0]));
  cursor.programme = number_from(parts[1]);
  cursor.position = number_from(parts[2]);
  cursor.key = bytes_from(parts[3]);
  cursor.id = number_from(parts[4]);
  return cursor;
}

Cursor Cursor::after(const TaskView& task, TaskOrder order, int stage) {
  Cursor cursor{stage, task.programme.value(), task.position, task.id.value(), {}};
  if (order == TaskOrder::due) cursor.key = due_key(task.due_to);
  if (order == TaskOrder::number) cursor.key = number_key(task.number);
  if (order == TaskOrder::title) cursor.key = title_key(task.title);
  return cursor;
}

void add_after(Query& query, const Cursor& cursor, TaskOrder order) {
  switch (order) {
    case TaskOrder::position:
      query.add("(t.programme_id, t.position, t.id) > (?, ?, ?)", {cursor.programme, cursor.position, cursor.id});
      return;
    case TaskOrder::due:
      query.add("(t.due_key, t.id) > (?, ?)", {cursor.key, cursor.id});
      return;
    case TaskOrder::number:
      query.add("(t.programme_id, t.number_key, t.id) > (?, ?, ?)", {cursor.programme, cursor.key, cursor.id});
      return;
    case TaskOrder::title:
      query.add("(t.title_key, t.id) > (cast(? as blob), ?)", {cursor.key, cursor.id});
      return;
  }
}

std::string_view order_by(TaskOrder order) {
  switch (order) {
    case TaskOrder::due:
      return "t.due_key, t.id";
    case TaskOrder::number:
      return "t.programme_id, t.number_key, t.id";
    case TaskOrder::title:
      return "t.title_key, t.id";
    default:
      return "t.programme_id, t.position, t.id";
  }
}

}  // namespace tiendo::store

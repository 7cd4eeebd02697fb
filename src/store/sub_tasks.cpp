#include "store/sub_tasks.h"

#include "store/database.h"

namespace tiendo::store {
namespace {

#define TIENDO_SUB_TASK_COLUMNS "id, task_id, words, unit_id, executor_id, share, due_on, state, said, reported_by, reported_name, moved_at"

std::vector<SubTask> parts_from(Rows rows) {
  std::vector<SubTask> all;
  while (rows.next()) {
    SubTask& part = all.emplace_back();
    rows.read(0, part.id);
    rows.read(1, part.task);
    part.words = rows.text(2);
    rows.read(3, part.unit);
    if (!rows.is_null(4)) part.executor = UserId(rows.number(4));
    part.share = rows.small(5);
    part.due_on = find_date(rows.view(6));
    part.state = find_sub_task_state(rows.view(7)).value();
    part.said = rows.text(8);
    if (!rows.is_null(9)) part.reported_by = UserId(rows.number(9));
    part.reported_name = rows.text(10);
    if (!rows.is_null(11)) part.moved_at = rows.instant(11);
  }
  return all;
}

}  // namespace

std::vector<SubTask> sub_tasks(const Reader& reader, AgencyId agency, TaskId task) {
  return parts_from(reader.database().query(
      "select " TIENDO_SUB_TASK_COLUMNS " from sub_tasks where agency_id = $1 and task_id = $2 order by place", agency, task));
}

std::vector<SubTask> unsettled_sub_tasks(const Reader& reader, AgencyId agency) {
  return parts_from(reader.database().query(
      "select " TIENDO_SUB_TASK_COLUMNS " from sub_tasks where agency_id = $1 and state in ('open', 'reported') order by task_id, place",
      agency));
}

void save(Writer& writer, AgencyId agency, TaskId task, const std::vector<SubTask>& parts) {
  writer.database().run("delete from sub_tasks where agency_id = $1 and task_id = $2", agency, task);
  int place = 0;
  for (const SubTask& part : parts)
    writer.database().run(R"sql(
      insert into sub_tasks (agency_id, task_id, id, place, words, unit_id, executor_id, share, due_on, state, said, reported_by,
                             reported_name, moved_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    )sql",
                          agency, task, part.id, place++, part.words, part.unit, part.executor, part.share,
                          part.due_on ? std::optional(iso(*part.due_on)) : std::nullopt, name_of(part.state), part.said, part.reported_by,
                          part.reported_name, part.moved_at);
}

}  // namespace tiendo::store

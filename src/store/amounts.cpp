#include "store/amounts.h"

#include <algorithm>

#include "store/database.h"

namespace tiendo::store {

void add(Writer& writer, AgencyId agency, TaskId task, std::int64_t entry, std::span<const Amount> amounts) {
  for (const Amount& each : amounts)
    writer.database().run("insert into amounts (agency_id, task_id, entry_id, unit, amount) values ($1, $2, $3, $4, $5)", agency, task,
                          entry, each.unit, Real{each.amount});
}

std::map<std::int64_t, std::vector<Amount>> amounts_said(const Reader& reader, AgencyId agency, TaskId task) {
  std::map<std::int64_t, std::vector<Amount>> said;
  auto rows = reader.database().query(
      "select entry_id, unit, amount from amounts where agency_id = $1 and task_id = $2 order by entry_id, unit", agency, task);
  while (rows.next()) said[rows.number(0)].push_back({rows.text(1), rows.real(2)});
  return said;
}

std::vector<Target> targets(const Reader& reader, const Task& task) {
  auto targets = targets_of(task.title);
  if (targets.empty()) return targets;
  auto rows = reader.database().query("select unit, sum(amount) from amounts where agency_id = $1 and task_id = $2 group by unit",
                                      task.agency, task.id);
  while (rows.next()) {
    const auto target = std::ranges::find(targets, rows.view(0), &Target::unit);
    if (target != targets.end()) target->done = rows.real(1);
  }
  return targets;
}

}  // namespace tiendo::store

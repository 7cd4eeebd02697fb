#include "store/tally_book.h"

namespace tiendo::store {
namespace {

constexpr std::string_view no_deadline = "9999-12-31";

}  // namespace

std::string due_text(const std::optional<Date>& due_on) {
  return due_on ? iso(*due_on) : std::string(no_deadline);
}

std::optional<Date> due_from(std::string_view text) {
  return text == no_deadline ? std::nullopt : find_date(text);
}

void TallyBook::count(const Task& task, const Work& work, const std::string& kind, int times) {
  if (work.state == WorkState::stopped || work.state == WorkState::refused) return;
  const std::string due = due_text(work.due_on);
  const auto add = [&](const char* grouping, std::string member) {
    Change& change = changes_[{task.agency.value(), grouping, std::move(member), task.programme.value(), due}];
    (work.state != WorkState::completed ? change.open : is_late(work) ? change.late : change.on_time) += times;
  };
  add("programme", "");
  add("kind", kind);
  if (task.month) add("month", std::to_string(*task.month));
  for (const UnitId unit : task.lead_units) add("unit", std::to_string(unit.value()));
  for (const PersonId leader : task.directing_leaders) add("leader", std::to_string(leader.value()));
  for (const std::string& label : task.labels) add("label", label);
  if (work.executor) add("executor", std::to_string(work.executor->value()));
}

void TallyBook::write(Database& database) {
  for (const auto& [place, change] : changes_) {
    if (change.open == 0 && change.on_time == 0 && change.late == 0) continue;
    const auto& [agency, grouping, member, programme, due] = place;
    database.run(R"sql(
      insert into tallies (agency_id, grouping, member, programme_id, due_on, open, on_time, late) values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (agency_id, grouping, member, programme_id, due_on)
      do update set open = open + excluded.open, on_time = on_time + excluded.on_time, late = late + excluded.late
    )sql",
                 agency, grouping, member, programme, due, change.open, change.on_time, change.late);
  }
  changes_.clear();
}

}  // namespace tiendo::store

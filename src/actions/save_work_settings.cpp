#include "actions/save_work_settings.h"

#include "actions/rule_facts.h"

namespace tiendo::actions {
namespace {

using domain::Period;
using domain::Work;

// By the new reading, where the day was that of the earlier one; a day that a decision or the day of issue gave stays.
std::optional<Date> read_anew(store::Writer& writer, const Work& work, std::optional<Date> day, const std::optional<Period>& period,
                              const DeadlineReading& before) {
  if (!period || day != due_day(*period, before.days, before.policy)) return day;
  return writer.due_day(work.agency, *period);
}

}  // namespace

DeadlineReading deadline_reading(const store::Reader& reader, domain::AgencyId agency) {
  return {store::work_settings(reader, agency).deadlines(), reader.working_days(agency)};
}

int read_deadlines_anew(store::Writer& writer, domain::AgencyId agency, const DeadlineReading& before, Instant now) {
  int moved = 0;
  for (const auto& programme : writer.programmes(agency)) {
    for (const auto& [task, kept] : writer.tasks_at_work(agency, {.programme = programme.id, .open_only = true, .limit = -1})) {
      Work work = kept;
      work.due_on = read_anew(writer, work, work.due_on, work.extended_to ? work.extended_to : task.due_period, before);
      work.first_due_on = read_anew(writer, work, work.first_due_on, task.due_period, before);
      if (work.due_on == kept.due_on && work.first_due_on == kept.first_due_on) continue;
      writer.save(work, now);
      ++moved;
    }
  }
  return moved;
}

domain::WorkSettings save_work_settings(store::Store& store, const domain::Actor& actor, domain::WorkSettings settings, Instant now) {
  check_bounds(settings);
  auto writer = store.begin();
  const auto before = store::work_settings(writer, actor.agency);
  const auto reading = deadline_reading(writer, actor.agency);
  store::save(writer, actor.agency, settings);
  if (before.last_working_day != settings.last_working_day) read_deadlines_anew(writer, actor.agency, reading, now);
  writer.record(actor, "work_settings_changed", "agency", actor.agency.value(), rule_facts(before), rule_facts(settings), now);
  writer.commit();
  ++settings.version;
  return settings;
}

}  // namespace tiendo::actions

#include "domain/timing.h"

#include <algorithm>
#include <array>

namespace tiendo::domain {
namespace {

constexpr std::array names{"no_deadline", "not_due", "due_soon", "due_today", "overdue", "early", "on_time", "late", "done"};

Timing timing_of_completed(Instant due, Instant completed_at) {
  if (completed_at > due) return Timing::late;
  return local_date(completed_at) < local_date(due) ? Timing::early : Timing::on_time;
}

}  // namespace

Instant close_of(Date day, const DeadlinePolicy& policy) {
  return std::chrono::sys_days{day} + policy.closes_at - local_offset;
}

Date due_day(const Period& due, const WorkingDays& days, const DeadlinePolicy& policy) {
  const Date last = due.last_day();
  if (due.first_day() == last || policy.last_day == DeadlinePolicy::LastDay::calendar) return last;
  return std::max(days.working_day_until(last), due.first_day());
}

Timing timing(const Dates& dates, Instant now, const DeadlinePolicy& policy) {
  if (!dates.due) return dates.completed_at ? Timing::done : Timing::no_deadline;
  if (dates.completed_at) return timing_of_completed(*dates.due, *dates.completed_at);
  if (now > *dates.due) return Timing::overdue;
  const auto left = std::chrono::sys_days{local_date(*dates.due)} - std::chrono::sys_days{local_date(now)};
  if (left == std::chrono::days{0}) return Timing::due_today;
  return left <= policy.soon ? Timing::due_soon : Timing::not_due;
}

const char* name_of(Timing timing) {
  return names[static_cast<std::size_t>(timing)];
}

std::optional<Timing> find_timing(std::string_view name) {
  const auto found = std::ranges::find(names, name, [](const char* known) { return std::string_view(known); });
  if (found == names.end()) return std::nullopt;
  return static_cast<Timing>(found - names.begin());
}

}  // namespace tiendo::domain

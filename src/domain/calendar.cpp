#include "domain/calendar.h"

#include <algorithm>
#include <cstdlib>

#include "base/error.h"

namespace tiendo::domain {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::array<const char*, 3> kind_names = {"holiday", "day_off", "working_day"};

}  // namespace

const char* name_of(DayKind kind) {
  return kind_names[static_cast<std::size_t>(kind)];
}

std::optional<DayKind> find_day_kind(std::string_view name) {
  const auto found = std::ranges::find(kind_names, name);
  return found == kind_names.end() ? std::nullopt : std::optional(static_cast<DayKind>(found - kind_names.begin()));
}

WeeklyRest::WeeklyRest(std::span<const int> iso_weekdays) {
  for (const int day : iso_weekdays) {
    if (day < 1 || day > 7) throw Error(ErrorCode::invalid, "bad_weekly_rest");
    days_[static_cast<std::size_t>(day % 7)] = true;
  }
  if (std::ranges::all_of(days_, [](bool rest) { return rest; })) throw Error(ErrorCode::invalid, "bad_weekly_rest");
}

std::vector<int> WeeklyRest::iso_weekdays() const {
  std::vector<int> days;
  for (int day = 1; day <= 7; ++day) {
    if (days_[static_cast<std::size_t>(day % 7)]) days.push_back(day);
  }
  return days;
}

WorkingDays::WorkingDays(WeeklyRest rest, std::span<const CalendarDay> table) : rest_(rest) {
  std::set<sys_days> to_compensate;
  for (const CalendarDay& day : table) {
    if (!day.is_confirmed) continue;
    (day.kind == DayKind::working_day ? worked_ : off_).insert(day.date);
    if (day.kind == DayKind::holiday && rest_.contains(day.date)) to_compensate.insert(day.date);
  }
  for (sys_days day : to_compensate) {
    while (is_free(day)) day += days(1);
    compensations_.insert(day);
  }
}

bool WorkingDays::is_free(sys_days day) const {
  return rest_.contains(day) || off_.contains(day) || compensations_.contains(day);
}

bool WorkingDays::is_working_day(Date date) const {
  return worked_.contains(date) || !is_free(date);
}

bool WorkingDays::is_compensation(Date date) const {
  return compensations_.contains(date) && !worked_.contains(date);
}

Date WorkingDays::add_working_days(Date date, int count) const {
  if (std::abs(count) > most_working_days) throw Error(ErrorCode::invalid, "too_many_days", {std::to_string(most_working_days)});
  const days step(count < 0 ? -1 : 1);
  sys_days day = date;
  for (int left = std::abs(count); left > 0;) {
    day += step;
    if (is_working_day(day)) --left;
  }
  return day;
}

int WorkingDays::count_working_days(Date first, Date last) const {
  if (last < first) return -count_working_days(last, first);
  int count = 0;
  for (sys_days day = sys_days(first) + days(1); day <= sys_days(last); day += days(1)) count += is_working_day(day) ? 1 : 0;
  return count;
}

Date WorkingDays::working_day_from(Date date) const {
  return is_working_day(date) ? date : add_working_days(date, 1);
}

Date WorkingDays::working_day_until(Date date) const {
  return is_working_day(date) ? date : add_working_days(date, -1);
}

Date WorkingDays::first_working_day(std::chrono::year_month month) const {
  return working_day_from(month / 1);
}

Date WorkingDays::last_working_day(std::chrono::year_month month) const {
  return working_day_until(sys_days(month / std::chrono::last));
}

}  // namespace tiendo::domain

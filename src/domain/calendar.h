// Working days, from tables that a person has confirmed (R82): weekly rest, public holidays, days given off, days worked instead.
#pragma once

#include <array>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace tiendo::domain {

enum class DayKind {
  holiday,      // public holiday (Labour Code 45/2019, Art. 112)
  day_off,      // off by a swap, or for another reason of the agency
  working_day,  // worked although it is a day of rest: the other half of a swap
};

const char* name_of(DayKind kind);
std::optional<DayKind> find_day_kind(std::string_view name);

struct CalendarDay {
  Date date;
  DayKind kind = DayKind::holiday;
  std::string name;
  std::string source;  // the decision or law that says so
  bool is_confirmed = false;
  bool operator==(const CalendarDay&) const = default;
};

// Days of the week without work; at most six of them.
class WeeklyRest {
 public:
  WeeklyRest() : WeeklyRest(std::array{6, 7}) {}  // Saturday and Sunday
  // Weekdays by their ISO numbers, Monday 1 to Sunday 7. Throws invalid "bad_weekly_rest".
  explicit WeeklyRest(std::span<const int> iso_weekdays);
  std::vector<int> iso_weekdays() const;
  bool contains(Date date) const { return days_[std::chrono::weekday(std::chrono::sys_days(date)).c_encoding()]; }

 private:
  std::array<bool, 7> days_{};  // by weekday::c_encoding, Sunday 0
};

inline constexpr int most_working_days = 3660;  // that are counted in one go: beyond ten years is a slip of the pen

class WorkingDays {
 public:
  // Days that nobody has confirmed count for nothing. A holiday on a day of weekly rest is compensated on the next working day
  // (Art. 111.3); a working_day on that day takes the compensation back, and the office says which day is off instead.
  WorkingDays(WeeklyRest rest, std::span<const CalendarDay> days);

  bool is_working_day(Date date) const;
  bool is_compensation(Date date) const;
  const std::set<std::chrono::sys_days>& compensations() const { return compensations_; }

  // The day of the event does not count (docs/adr/0100).
  // Negative: backwards. 0: the date itself. Throws invalid "too_many_days" beyond most_working_days.
  Date add_working_days(Date date, int days) const;
  // Working days after `first` up to and with `last`: add_working_days(first, count) is `last` where that is one. Negative backwards.
  int count_working_days(Date first, Date last) const;
  Date working_day_from(Date date) const;   // that day or the next working day
  Date working_day_until(Date date) const;  // that day or the last working day before it
  Date first_working_day(std::chrono::year_month month) const;
  Date last_working_day(std::chrono::year_month month) const;

 private:
  bool is_free(std::chrono::sys_days day) const;

  WeeklyRest rest_;
  std::set<std::chrono::sys_days> off_, worked_, compensations_;
};

}  // namespace tiendo::domain

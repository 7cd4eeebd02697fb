// The office confirms and changes the days of a year (R82, R83).
#pragma once

#include "store/store.h"

namespace tiendo::actions {

inline constexpr std::size_t longest_day_name = 200, longest_day_source = 500;

struct CalendarYear {
  int year = 0;
  domain::WeeklyRest weekly_rest;  // of all years
  std::vector<domain::CalendarDay> days;
};

// Puts the days in the place of those of the year. Throws conflict "stale_version", invalid "bad_field" or "calendar_day_twice".
store::Calendar save_calendar(store::Store& store, const domain::Actor& actor, int version, CalendarYear year, Instant now);

}  // namespace tiendo::actions

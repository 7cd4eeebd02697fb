// Days that a year's calendar is proposed to have. Each names its source; none counts before a person has confirmed it (R83).
#pragma once

#include <vector>

#include "domain/calendar.h"

namespace tiendo::domain {

// In order of their dates. Throws invalid "bad_year" outside 1976 to 2199.
std::vector<CalendarDay> proposed_holidays(int year);

}  // namespace tiendo::domain

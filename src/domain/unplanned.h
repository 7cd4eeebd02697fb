// A task given outside the programmes (nhiệm vụ phát sinh): worked like the others, counted apart from them (R27; NĐ 335/2025/NĐ-CP,
// Điều 18.1.d), and entered soon after it was given (R30).
#pragma once

#include <string>

#include "domain/agency.h"
#include "domain/calendar.h"

namespace tiendo::domain {

struct Unplanned {
  TaskId task;
  std::string document;  // that gave it, as written; empty where it was said by word of mouth
  Date given_on{};
  bool is_urgent = false;
  Date entered_on{};
  Actor entered_by;
  std::optional<UnitId> unit = {};  // of whoever entered it; none: the office, a leader
};

// A task for so many units or more takes longer to enter.
inline constexpr std::size_t many_units = 3;

// The last day to enter it without being late: an urgent one on the day it was given, others within one working day, those of many units
// within two.
Date enter_by(const Unplanned& unplanned, std::size_t units, const WorkingDays& days);

}  // namespace tiendo::domain

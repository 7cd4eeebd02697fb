// The Vietnamese lunar calendar, computed from the moon and the sun as seen at UTC+7 (R83). It proposes; a person confirms.
#pragma once

#include <vector>

#include "base/date.h"

namespace tiendo::domain {

struct LunarDay {
  int year = 0, month = 0, day = 0;
  bool is_leap_month = false;
  bool operator==(const LunarDay&) const = default;
};

// Checked for 1976 to 2100: before, the north and the south counted otherwise. Throws invalid "bad_year" outside 1900 to 2199.
LunarDay lunar_day(Date date);
Date solar_day(int lunar_year, int month, int day);  // of the ordinary month where there is a leap one too

struct LunarMonth {
  Date first_day;
  int year = 0, month = 0;
  bool is_leap = false;
};
// The lunar months that have a day in the solar year, in order; the first one may begin before it.
std::vector<LunarMonth> lunar_months(int solar_year);

Date lunar_new_year(int year);  // mùng 1 Tết
Date hung_kings_day(int year);  // Giỗ Tổ Hùng Vương: the 10th of the 3rd month

}  // namespace tiendo::domain

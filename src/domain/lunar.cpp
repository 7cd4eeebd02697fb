// New moons and the sun's longitude after J. Meeus, Astronomical Formulae for Calculators and Astronomical Algorithms. A month
// begins on the local day of its new moon; month 11 holds the winter solstice; of thirteen months between two solstices the
// first in which the sun enters no new twelfth of its way is the leap month.
#include "domain/lunar.h"

#include <cmath>
#include <numbers>

#include "base/error.h"

namespace tiendo::domain {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr double mean_month = 29.530588853;
constexpr double first_new_moon = 2415021.076998695;  // Julian date of lunation 0, January 1900
constexpr double local_fraction = 7.0 / 24;
constexpr int julian_of_1970 = 2440588;
constexpr int first_year = 1900, last_year = 2199;

double sine(double degrees) {
  return std::sin(degrees * std::numbers::pi / 180);
}

int julian_number(sys_days day) {
  return static_cast<int>(day.time_since_epoch().count()) + julian_of_1970;
}

sys_days day_of(double julian_date) {
  return sys_days(days(static_cast<int>(std::floor(julian_date + 0.5 + local_fraction)) - julian_of_1970));
}

// Seconds by which the earth's turning lags, in days.
double delta_t(double t) {
  return -0.000278 + 0.000265 * t + 0.000262 * t * t;
}

sys_days new_moon(int lunation) {
  const double k = lunation, t = k / 1236.85, t2 = t * t, t3 = t2 * t;
  const double mean =
      2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3 + 0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t2);
  const double sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
  const double moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
  const double node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;
  const double correction = (0.1734 - 0.000393 * t) * sine(sun) + 0.0021 * sine(2 * sun) - 0.4068 * sine(moon) + 0.0161 * sine(2 * moon) -
                            0.0004 * sine(3 * moon) + 0.0104 * sine(2 * node) - 0.0051 * sine(sun + moon) - 0.0074 * sine(sun - moon) +
                            0.0004 * sine(2 * node + sun) - 0.0004 * sine(2 * node - sun) - 0.0006 * sine(2 * node + moon) +
                            0.0010 * sine(2 * node - moon) + 0.0005 * sine(2 * moon + sun);
  return day_of(mean + correction - delta_t(t));
}

// Which twelfth of its yearly way the sun is in as the local day begins: 0 from the spring equinox, 9 from the winter solstice.
int solar_term(sys_days day) {
  const double t = (julian_number(day) - 0.5 - local_fraction - 2451545.0) / 36525, t2 = t * t;
  const double anomaly = 357.52910 + 35999.05030 * t - 0.0001559 * t2 - 0.00000048 * t2 * t;
  const double longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t2 + (1.914600 - 0.004817 * t - 0.000014 * t2) * sine(anomaly) +
                           (0.019993 - 0.000101 * t) * sine(2 * anomaly) + 0.000290 * sine(3 * anomaly);
  const double turn = longitude - 360 * std::floor(longitude / 360);
  return static_cast<int>(turn / 30);
}

// The lunation of the month that holds the winter solstice of the solar year.
int month_eleven(int year) {
  const auto last = sys_days(std::chrono::year(year) / 12 / 31);
  const int lunation = static_cast<int>(std::floor((julian_number(last) - first_new_moon) / mean_month));
  return solar_term(new_moon(lunation)) >= 9 ? lunation - 1 : lunation;
}

// The months from the eleventh before a lunar year to the eleventh within it.
struct Months {
  int year, first, count, leap;  // leap: place of the leap month; none: count

  explicit Months(int lunar_year) : year(lunar_year), first(month_eleven(year - 1)), count(month_eleven(year) - first), leap(count) {
    if (count < 13) return;
    for (leap = 1; leap < count && solar_term(new_moon(first + leap)) != solar_term(new_moon(first + leap + 1));) ++leap;
  }
  sys_days begin(int place) const { return new_moon(first + place); }
  int place_of(int regular) const { return regular < leap ? regular : regular + 1; }
  int regular_of(int place) const { return place < leap ? place : place - 1; }
};

void check_year(int year) {
  if (year < first_year || year > last_year) throw Error(ErrorCode::invalid, "bad_year");
}

}  // namespace

LunarDay lunar_day(Date date) {
  const int solar_year = static_cast<int>(date.year());
  check_year(solar_year);
  const sys_days day = date;
  const Months months(day >= Months(solar_year + 1).begin(0) ? solar_year + 1 : solar_year);
  int place = 0;
  while (place + 1 < months.count && months.begin(place + 1) <= day) ++place;
  const int regular = months.regular_of(place);
  return {.year = regular < 2 ? months.year - 1 : months.year,
          .month = (regular + 10) % 12 + 1,
          .day = static_cast<int>((day - months.begin(place)).count()) + 1,
          .is_leap_month = place == months.leap};
}

Date solar_day(int lunar_year, int month, int day) {
  check_year(lunar_year);
  const Months months(month >= 11 ? lunar_year + 1 : lunar_year);
  const int regular = (month + 1) % 12;  // the eleventh month stands first
  return months.begin(months.place_of(regular)) + days(day - 1);
}

std::vector<LunarMonth> lunar_months(int solar_year) {
  const std::chrono::year year(solar_year);
  std::vector<LunarMonth> months;
  for (sys_days day = year / 1 / 1; day <= sys_days(year / 12 / 31);) {
    const LunarDay lunar = lunar_day(day);
    const sys_days first = day - days(lunar.day - 1);
    months.push_back({first, lunar.year, lunar.month, lunar.is_leap_month});
    day = first + days(29);
    if (lunar_day(day).day == 30) day += days(1);
  }
  return months;
}

Date lunar_new_year(int year) {
  return solar_day(year, 1, 1);
}

Date hung_kings_day(int year) {
  return solar_day(year, 3, 10);
}

}  // namespace tiendo::domain

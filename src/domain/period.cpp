#include "domain/period.h"

#include "base/error.h"

namespace tiendo::domain {

using std::chrono::last;

Period Period::span(Date first, Date last_day) {
  if (!first.ok() || !last_day.ok() || last_day < first) throw Error(ErrorCode::invalid, "bad_period");
  return {first, last_day};
}

Period Period::day(Date date) {
  return span(date, date);
}

Period Period::month(int year, int month) {
  if (month < 1 || month > 12) throw Error(ErrorCode::invalid, "bad_period");
  const auto of_year = std::chrono::year{year} / month;
  return span(of_year / 1, of_year / last);
}

Period Period::quarter(int year, int quarter) {
  if (quarter < 1 || quarter > 4) throw Error(ErrorCode::invalid, "bad_period");
  const std::chrono::year of{year};
  return span(of / (quarter * 3 - 2) / 1, of / (quarter * 3) / last);
}

Period Period::year(int year) {
  return span(std::chrono::year{year} / 1 / 1, std::chrono::year{year} / 12 / 31);
}

}  // namespace tiendo::domain

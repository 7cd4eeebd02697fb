// A deadline is a period of whole local days, both ends in: a day, a month, a quarter, a span.
#pragma once

#include "base/date.h"

namespace tiendo::domain {

class Period {
 public:
  // Each throws invalid "bad_period" where there is no such day, month or quarter, or the span runs backwards.
  static Period day(Date date);
  static Period month(int year, int month);
  static Period quarter(int year, int quarter);
  static Period year(int year);
  static Period span(Date first, Date last);

  Date first_day() const { return first_; }
  Date last_day() const { return last_; }
  bool contains(Date date) const { return first_ <= date && date <= last_; }
  bool operator==(const Period&) const = default;

 private:
  Period(Date first, Date last) : first_(first), last_(last) {}
  Date first_, last_;
};

}  // namespace tiendo::domain

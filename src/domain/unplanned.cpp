#include "domain/unplanned.h"

namespace tiendo::domain {

Date enter_by(const Unplanned& unplanned, std::size_t units, const WorkingDays& days) {
  if (unplanned.is_urgent) return unplanned.given_on;
  return days.add_working_days(unplanned.given_on, units < many_units ? 1 : 2);
}

}  // namespace tiendo::domain

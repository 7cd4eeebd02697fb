// Early, in time or late: worked out from dates, stored nowhere (R06, R20, R21).
#pragma once

#include <optional>
#include <string_view>

#include "domain/calendar.h"
#include "domain/period.h"

namespace tiendo::domain {

enum class Timing {
  no_deadline,  // không hạn
  not_due,      // chưa đến hạn
  due_soon,     // sắp đến hạn
  due_today,    // đến hạn
  overdue,      // quá hạn, still open
  early,        // xong trước hạn
  on_time,      // xong đúng hạn
  late,         // xong quá hạn
  done,         // xong, không hạn
};

// An agency's way of reading deadlines. Where the law is silent these are choices, each a setting.
struct DeadlinePolicy {
  enum class LastDay { calendar, working } last_day = LastDay::working;  // what "tháng 7" ends with
  std::chrono::minutes closes_at{17 * 60};                               // local time of the last day
  std::chrono::days soon{7};                                             // "sắp đến hạn" begins so many days before
};

// The day on which a deadline falls due: the last working day of the period; a single day is itself, working or not.
Date due_day(const Period& due, const WorkingDays& days, const DeadlinePolicy& policy);

// The close of the day on which work falls due.
Instant close_of(Date day, const DeadlinePolicy& policy);

struct Dates {
  std::optional<Instant> due;
  std::optional<Instant> completed_at;  // which date counts, the document's or the confirmation's, is the agency's setting
};

Timing timing(const Dates& dates, Instant now, const DeadlinePolicy& policy);

const char* name_of(Timing timing);
std::optional<Timing> find_timing(std::string_view name);

}  // namespace tiendo::domain

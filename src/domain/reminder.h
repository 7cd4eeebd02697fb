// Which tasks somebody has to be reminded of on a day, and how far up it goes (R31). Where the law is silent each is a setting.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "domain/calendar.h"
#include "domain/work.h"

namespace tiendo::domain {

enum class NoticeKind {
  due_soon,   // sắp đến hạn
  due_today,  // đến hạn hôm nay
  overdue,    // quá hạn
  silent,     // lâu không cập nhật
  awaiting,   // chờ xác nhận
};
inline constexpr std::array all_notice_kinds{NoticeKind::due_soon, NoticeKind::due_today, NoticeKind::overdue, NoticeKind::silent,
                                             NoticeKind::awaiting};

// Each step hears it beside those before it.
enum class NoticeStep {
  unit,    // the executor, or where there is none the people of the lead unit
  head,    // the head of the lead unit as well
  leader,  // whoever holds the field of the directing leader on that day as well (R17)
};

struct ReminderRules {
  std::vector<int> days_before{7, 3, 1};  // calendar days, the most first; at most most_days_before of them
  bool on_the_day = true;
  int overdue_every = 7;          // days, from the day after the deadline; 0: never
  int silent_after = 0;           // days without a word on a task with a deadline; 0: never
  int undated_silent_after = 90;  // on one without; 0: never
  int head_after = 7;             // days overdue, or silent beyond what is allowed
  int leader_after = 14;
  std::chrono::minutes sends_at{7 * 60 + 30};                     // local time at which the day's notices are made
  std::chrono::minutes quiet_from{18 * 60}, quiet_until{7 * 60};  // nothing leaves between; the same twice: no quiet hours
  bool operator==(const ReminderRules&) const = default;
};

inline constexpr std::size_t most_days_before = 10;
inline constexpr int longest_reminder_days = 366;

// Throws invalid "bad_value" with the name of the setting, "quiet_sending" where the sending would fall into the quiet hours.
void check(const ReminderRules& rules);

bool is_quiet(const ReminderRules& rules, std::chrono::minutes local_time);

struct Notice {
  NoticeKind kind = NoticeKind::due_soon;
  NoticeStep step = NoticeStep::unit;
  int days = 0;  // until it falls due, since it fell due, since the last word: counted on the day of the notice
  bool operator==(const Notice&) const = default;
};

// What has to be said on `day` of what became due after `last` (the day notices were made before; never later than `day`): the
// weightiest alone. Nothing on a day that is not worked. What falls on such a day is said on the working day before while the
// deadline is still to come, and on the next one after it. `heard_on`: the last word, or the day it was assigned.
std::optional<Notice> find_notice(const Work& work, Date heard_on, const ReminderRules& rules, const WorkingDays& days, Date last,
                                  Date day);

// Whether on `day` a report has to be reminded of that is to be sent by a day (R45): so many working days before, on the day, and weekly
// once it has passed. Days that are not worked and what was said before are treated as above.
std::optional<NoticeKind> find_report_notice(Date send_by, int working_days_before, const WorkingDays& days, Date last, Date day);

const char* name_of(NoticeKind kind);
const char* name_of(NoticeStep step);
std::optional<NoticeKind> find_notice_kind(std::string_view name);
std::optional<NoticeStep> find_notice_step(std::string_view name);

}  // namespace tiendo::domain

#include "domain/reminder.h"

#include <algorithm>
#include <string>

#include "base/error.h"

namespace tiendo::domain {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::array kind_names{"due_soon", "due_today", "overdue", "silent", "awaiting"};
constexpr std::array step_names{"unit", "head", "leader"};

int days_between(Date from, Date to) {
  return static_cast<int>((sys_days(to) - sys_days(from)).count());
}

struct Span {
  const WorkingDays& working;
  Date last, day;

  bool has(Date said_on) const { return last < said_on && said_on <= day; }
  bool has_before(sys_days trigger) const { return has(working.working_day_until(Date(trigger))); }
  // `first`, and every so many days after it.
  bool has_since(sys_days first, int every) const {
    const int gone = std::max(0, days_between(Date(first), last) / every - 1);
    for (sys_days trigger = first + days(gone * every); trigger <= sys_days(day); trigger += days(every))
      if (has(working.working_day_from(Date(trigger)))) return true;
    return false;
  }
};

NoticeStep step_of(int days_late, const ReminderRules& rules) {
  return days_late >= rules.leader_after ? NoticeStep::leader : days_late >= rules.head_after ? NoticeStep::head : NoticeStep::unit;
}

std::optional<Notice> find_late(Date due, const ReminderRules& rules, const Span& span) {
  if (rules.overdue_every == 0) return std::nullopt;
  if (!span.has_since(sys_days(due) + days(1), rules.overdue_every)) return std::nullopt;
  const int late = days_between(due, span.day);
  return Notice{NoticeKind::overdue, step_of(late, rules), late};
}

std::optional<Notice> find_coming(Date due, const ReminderRules& rules, const Span& span) {
  const int left = days_between(span.day, due);
  if (rules.on_the_day && span.has_before(sys_days(due))) return Notice{left == 0 ? NoticeKind::due_today : NoticeKind::due_soon, {}, left};
  const bool is_said = std::ranges::any_of(rules.days_before, [&](int before) { return span.has_before(sys_days(due) - days(before)); });
  return is_said ? std::optional(Notice{left == 0 ? NoticeKind::due_today : NoticeKind::due_soon, {}, left}) : std::nullopt;
}

std::optional<Notice> find_silence(const Work& work, Date heard_on, const ReminderRules& rules, const Span& span) {
  const int after = work.due_on ? rules.silent_after : rules.undated_silent_after;
  if (after == 0) return std::nullopt;
  // Asked again weekly at most, however short the silence that is allowed.
  constexpr int least_pause = 7;
  if (!span.has_since(sys_days(heard_on) + days(after), std::max(after, least_pause))) return std::nullopt;
  const int silent = days_between(heard_on, span.day);
  return Notice{NoticeKind::silent, step_of(silent - after, rules), silent};
}

void expect_between(int value, int least, int most, const char* name) {
  if (value < least || value > most) throw Error(ErrorCode::invalid, "bad_value", {name});
}

template <class Enum, class Names>
std::optional<Enum> find_by_name(const Names& names, std::string_view name) {
  const auto found = std::ranges::find(names, name);
  return found == names.end() ? std::nullopt : std::optional(static_cast<Enum>(found - names.begin()));
}

}  // namespace

void check(const ReminderRules& rules) {
  if (rules.days_before.size() > most_days_before) throw Error(ErrorCode::invalid, "bad_value", {"days_before"});
  for (const int before : rules.days_before) expect_between(before, 1, longest_reminder_days, "days_before");
  expect_between(rules.overdue_every, 0, longest_reminder_days, "overdue_every");
  expect_between(rules.silent_after, 0, longest_reminder_days, "silent_after");
  expect_between(rules.undated_silent_after, 0, longest_reminder_days, "undated_silent_after");
  expect_between(rules.head_after, 0, longest_reminder_days, "head_after");
  expect_between(rules.leader_after, rules.head_after, longest_reminder_days, "leader_after");
  constexpr int last_minute = 24 * 60 - 1;
  expect_between(static_cast<int>(rules.sends_at.count()), 0, last_minute, "sends_at");
  expect_between(static_cast<int>(rules.quiet_from.count()), 0, last_minute, "quiet_from");
  expect_between(static_cast<int>(rules.quiet_until.count()), 0, last_minute, "quiet_until");
  if (is_quiet(rules, rules.sends_at)) throw Error(ErrorCode::invalid, "quiet_sending");
}

bool is_quiet(const ReminderRules& rules, std::chrono::minutes local_time) {
  if (rules.quiet_from <= rules.quiet_until) return rules.quiet_from <= local_time && local_time < rules.quiet_until;
  return rules.quiet_from <= local_time || local_time < rules.quiet_until;  // over midnight
}

std::optional<Notice> find_notice(const Work& work, Date heard_on, const ReminderRules& rules, const WorkingDays& working, Date last,
                                  Date day) {
  using enum WorkState;
  if (!working.is_working_day(day) || day <= last) return std::nullopt;
  if (!is_open(work.state) || work.state == paused || work.state == refused) return std::nullopt;
  const Span span{working, last, day};
  const bool is_overdue = work.due_on && *work.due_on < day;
  auto notice = is_overdue ? find_late(*work.due_on, rules, span) : work.due_on ? find_coming(*work.due_on, rules, span) : std::nullopt;
  // Reported in time and not confirmed: it is not the unit that has to be reminded.
  if (work.state == awaiting_confirmation) return notice ? std::optional(Notice{NoticeKind::awaiting, {}, notice->days}) : std::nullopt;
  return notice || is_overdue ? notice : find_silence(work, heard_on, rules, span);
}

std::optional<NoticeKind> find_report_notice(Date send_by, int working_days_before, const WorkingDays& working, Date last, Date day) {
  if (!working.is_working_day(day) || day <= last) return std::nullopt;
  const Span span{working, last, day};
  constexpr int overdue_every = 7;
  if (send_by < day) return span.has_since(sys_days(send_by) + days(1), overdue_every) ? std::optional(NoticeKind::overdue) : std::nullopt;
  if (span.has_before(sys_days(send_by))) return send_by == day ? NoticeKind::due_today : NoticeKind::due_soon;
  const bool is_early = working_days_before > 0 && span.has(working.add_working_days(send_by, -working_days_before));
  return is_early ? std::optional(NoticeKind::due_soon) : std::nullopt;
}

const char* name_of(NoticeKind kind) {
  return kind_names.at(static_cast<std::size_t>(kind));
}

const char* name_of(NoticeStep step) {
  return step_names.at(static_cast<std::size_t>(step));
}

std::optional<NoticeKind> find_notice_kind(std::string_view name) {
  return find_by_name<NoticeKind>(kind_names, name);
}

std::optional<NoticeStep> find_notice_step(std::string_view name) {
  return find_by_name<NoticeStep>(step_names, name);
}

}  // namespace tiendo::domain

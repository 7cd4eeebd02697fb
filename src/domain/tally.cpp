#include "domain/tally.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace tiendo::domain {
namespace {

constexpr std::array part_names{"assigned",
                                "completed_on_time",
                                "completed_late",
                                "under_way_in_time",
                                "under_way_overdue",
                                "completed_without_deadline",
                                "under_way_without_deadline"};

Tally plus(const Tally& a, const Tally& b, std::int64_t sign) {
  return {a.completed_on_time + sign * b.completed_on_time,
          a.completed_late + sign * b.completed_late,
          a.under_way_in_time + sign * b.under_way_in_time,
          a.under_way_overdue + sign * b.under_way_overdue,
          a.completed_without_deadline + sign * b.completed_without_deadline,
          a.under_way_without_deadline + sign * b.under_way_without_deadline};
}

}  // namespace

Tally& operator+=(Tally& tally, const Tally& more) {
  return tally = plus(tally, more, 1);
}

Tally& operator-=(Tally& tally, const Tally& less) {
  return tally = plus(tally, less, -1);
}

std::int64_t count(const Tally& tally, Part part) {
  switch (part) {
    case Part::assigned:
      return tally.assigned();
    case Part::completed_on_time:
      return tally.completed_on_time;
    case Part::completed_late:
      return tally.completed_late;
    case Part::under_way_in_time:
      return tally.under_way_in_time;
    case Part::under_way_overdue:
      return tally.under_way_overdue;
    case Part::completed_without_deadline:
      return tally.completed_without_deadline;
    case Part::under_way_without_deadline:
      return tally.under_way_without_deadline;
  }
  return 0;
}

const char* name_of(Part part) {
  return part_names[static_cast<std::size_t>(part)];
}

std::optional<Part> find_part(std::string_view name) {
  const auto found = std::ranges::find(part_names, name, [](const char* known) { return std::string_view(known); });
  if (found == part_names.end()) return std::nullopt;
  return static_cast<Part>(found - part_names.begin());
}

Tally tally_of(WorkState state, Timing timing) {
  Tally one;
  if (state == WorkState::stopped || state == WorkState::refused) return one;
  if (state == WorkState::completed) {
    (timing == Timing::late ? one.completed_late : one.completed_on_time) = 1;
    one.completed_without_deadline = timing == Timing::done;
  } else {
    (timing == Timing::overdue ? one.under_way_overdue : one.under_way_in_time) = 1;
    one.under_way_without_deadline = timing == Timing::no_deadline;
  }
  return one;
}

Timing timing(const Work& work, Instant now, const DeadlinePolicy& policy) {
  Dates dates;
  if (work.due_on) dates.due = close_of(*work.due_on, policy);
  if (work.completed_on) dates.completed_at = std::chrono::sys_days{*work.completed_on} - local_offset;
  return timing(dates, now, policy);
}

Date last_closed_day(Instant now, const DeadlinePolicy& policy) {
  const Date today = local_date(now);
  return now > close_of(today, policy) ? today : Date(std::chrono::sys_days{today} - std::chrono::days{1});
}

std::vector<AgeBand> age_bands() {
  return {{1, 7}, {8, 30}, {31, 90}, {91, {}}};
}

void add_overdue(std::vector<AgeBand>& bands, Date due_on, std::int64_t open, Date last_closed) {
  const auto days = (std::chrono::sys_days{last_closed} - std::chrono::sys_days{due_on}).count() + 1;
  for (AgeBand& band : bands)
    if (days >= band.least_days && (!band.most_days || days <= *band.most_days)) band.tasks += open;
}

Tally tally_of_day(std::optional<Date> due_on, std::int64_t open, std::int64_t on_time, std::int64_t late, Instant now,
                   const DeadlinePolicy& policy) {
  Tally tally{.completed_on_time = on_time, .completed_late = late};
  const bool has_passed = due_on && now > close_of(*due_on, policy);
  (has_passed ? tally.under_way_overdue : tally.under_way_in_time) = open;
  if (!due_on) tally.completed_without_deadline = on_time, tally.under_way_without_deadline = open;
  return tally;
}

Share on_time_over_completed(const Tally& tally) {
  return {tally.completed_on_time, tally.completed(), Base::completed};
}

Share completed_over_fallen_due(const Tally& tally) {
  return {tally.completed(), tally.fallen_due(), Base::fallen_due};
}

Share completed_over_assigned(const Tally& tally) {
  return {tally.completed(), tally.assigned(), Base::assigned};
}

Share overdue_over_under_way(const Tally& tally) {
  return {tally.under_way_overdue, tally.under_way(), Base::under_way};
}

std::optional<std::string> percent(const Share& share, int decimals) {
  if (share.whole <= 0) return std::nullopt;
  std::int64_t unit = 1;
  for (int i = 0; i < decimals; ++i) unit *= 10;
  const std::int64_t scaled = (share.part * 100 * unit * 2 + share.whole) / (share.whole * 2);
  if (decimals == 0) return fmt::format("{} %", scaled);
  return fmt::format("{},{:0{}} %", scaled / unit, scaled % unit, decimals);
}

const char* name_of(Base base) {
  static constexpr std::array names{"completed", "fallen_due", "assigned", "under_way"};
  return names[static_cast<std::size_t>(base)];
}

}  // namespace tiendo::domain

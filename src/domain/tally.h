// The figures leaders ask for: the official four (R22), and percentages that say what they are a percentage of (R41).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/timing.h"
#include "domain/work.h"

namespace tiendo::domain {

// How many tasks stand where. Stopped and refused tasks are in none of them.
struct Tally {
  std::int64_t completed_on_time = 0;  // hoàn thành đúng hạn (or before)
  std::int64_t completed_late = 0;     // hoàn thành quá hạn
  std::int64_t under_way_in_time = 0;  // đang thực hiện trong hạn
  std::int64_t under_way_overdue = 0;  // đang thực hiện quá hạn
  // Without a deadline; shown apart, and counted in time in the four above.
  std::int64_t completed_without_deadline = 0, under_way_without_deadline = 0;

  std::int64_t completed() const { return completed_on_time + completed_late; }
  std::int64_t under_way() const { return under_way_in_time + under_way_overdue; }
  std::int64_t assigned() const { return completed() + under_way(); }
  std::int64_t fallen_due() const { return completed() + under_way_overdue; }
  bool operator==(const Tally&) const = default;
};

Tally& operator+=(Tally& tally, const Tally& more);
Tally& operator-=(Tally& tally, const Tally& less);

// A number of a tally, as its member is called; each opens the tasks that it counts.
enum class Part {
  assigned,
  completed_on_time,
  completed_late,
  under_way_in_time,
  under_way_overdue,
  completed_without_deadline,
  under_way_without_deadline
};

std::int64_t count(const Tally& tally, Part part);
const char* name_of(Part part);
std::optional<Part> find_part(std::string_view name);

// What one task adds to a tally.
Tally tally_of(WorkState state, Timing timing);

// How the work stands at an instant: completed work by the day that counts, open work by the close of the day it falls due.
Timing timing(const Work& work, Instant now, const DeadlinePolicy& policy);

// The last day whose close has passed: open work due by then is overdue.
Date last_closed_day(Instant now, const DeadlinePolicy& policy);

// Tasks that fall due on one day, counted.
Tally tally_of_day(std::optional<Date> due_on, std::int64_t open, std::int64_t on_time, std::int64_t late, Instant now,
                   const DeadlinePolicy& policy);

// How long overdue work has been overdue, in bands of days.
struct AgeBand {
  int least_days = 0;
  std::optional<int> most_days;
  std::int64_t tasks = 0;
};

// The bands of a report on what is late: a week, a month, a quarter, longer. No law names them.
std::vector<AgeBand> age_bands();
// Counts tasks due on that day where they belong; none of them while the day has not passed.
void add_overdue(std::vector<AgeBand>& bands, Date due_on, std::int64_t open, Date last_closed);

// What a percentage is taken over. Reports in use take four different ones, so each says which.
enum class Base { completed, fallen_due, assigned, under_way };

struct Share {
  std::int64_t part = 0, whole = 0;
  Base base = Base::assigned;
};

Share on_time_over_completed(const Tally& tally);     // đúng hạn / đã hoàn thành
Share completed_over_fallen_due(const Tally& tally);  // đã hoàn thành / đến hạn
Share completed_over_assigned(const Tally& tally);    // đã hoàn thành / được giao
Share overdue_over_under_way(const Tally& tally);     // quá hạn / đang thực hiện

// "98,63 %", rounded half up to `decimals`; none where there is nothing to take a share of.
std::optional<std::string> percent(const Share& share, int decimals = 2);

const char* name_of(Base base);

}  // namespace tiendo::domain

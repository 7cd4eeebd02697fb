// The figures leaders ask for: the official four (R22), and percentages that say what they are a percentage of (R41).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

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

// What one task adds to a tally.
Tally tally_of(WorkState state, Timing timing);

// How the work stands at an instant: completed work by the day that counts, open work by the close of the day it falls due.
Timing timing(const Work& work, Instant now, const DeadlinePolicy& policy);

// Tasks that fall due on one day, counted.
Tally tally_of_day(std::optional<Date> due_on, std::int64_t open, std::int64_t on_time, std::int64_t late, Instant now,
                   const DeadlinePolicy& policy);

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

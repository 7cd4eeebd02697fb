// A calendar that other programs subscribe to (RFC 5545): one whole day an entry, with an alarm on the morning before.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/date.h"

namespace tiendo::reports {

struct CalendarEntry {
  std::string uid;  // the same as long as it is the same thing
  Date day;
  std::string summary, description, url;
  int sequence = 0;  // grows with each change
};

// Lines of at most 75 octets, parted between letters; text escaped.
std::string icalendar(std::string_view name, std::span<const CalendarEntry> entries, Instant now);

}  // namespace tiendo::reports

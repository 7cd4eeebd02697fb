// Days and instants. Local time is UTC + 7 h; nothing below the doors asks the clock.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace tiendo {

using Date = std::chrono::year_month_day;
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

inline constexpr std::chrono::hours local_offset{7};

Instant now_from_clock();  // for the doors only
Date local_date(Instant instant);

std::string iso(Date date);         // 2025-07-31
std::string iso(Instant instant);   // 2025-07-31T03:04:05.678Z
std::string vietnamese(Date date);  // 31/07/2025
std::optional<Date> find_date(std::string_view iso_text);
std::optional<Instant> find_instant(std::string_view iso_text);

}  // namespace tiendo

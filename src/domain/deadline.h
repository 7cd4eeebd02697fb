// A deadline as the column says it (R20): what kind, which days, and the words kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/period.h"

namespace tiendo::domain {

struct Deadline {
  enum class Kind {
    day,       // 30/8/2026
    month,     // Tháng 8
    quarter,   // Quý IV/2025
    span,      // Tháng 11-12/2026, 6 tháng cuối năm 2025
    year,      // Năm 2025
    standing,  // Thường xuyên, Hằng tháng: no end
    days,      // 7, "30 ngày": a number of days from an event
  } kind = Kind::day;
  std::optional<Period> period;  // none when standing or counted in days
  int days = 0;
  bool before = false;  // "Trước ngày …": whether that day still counts is the agency's rule
  std::string as_written;
};

const char* name_of(Deadline::Kind kind);

// `year` stands in where the text names none. None where the text says no deadline that can be worked out.
std::optional<Deadline> parse_deadline(std::string_view text, int year);

}  // namespace tiendo::domain

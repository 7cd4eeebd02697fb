// Headings among the rows: "I Quý III (96 nhiệm vụ)", "Tháng 7", "II. HOÀN THIỆN CƠ CHẾ", "A. Phòng Kế hoạch".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tiendo::intake {

struct Heading {
  enum class Kind { section, month, quarter, group } kind = Kind::group;
  std::string id;    // "I", "A"; empty where it has none
  std::string text;  // without the id and the declared count
  std::optional<int> quarter, month, declared_tasks;
};

// A text that stands alone, as a heading; none where it does not look like one.
std::optional<Heading> find_heading(std::string_view text);
// The one month that a remark begins with: "Tháng 10 Phòng … có 3 nhiệm vụ", but not "Tháng 9,11 …".
std::optional<int> month_that_begins(std::string_view text);
int value_of_roman(std::string_view text);  // 0 where it is none

}  // namespace tiendo::intake

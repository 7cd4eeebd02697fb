// Tasks of one activity, one a period: "Bản tin tháng 7", "Bản tin tháng 8" (R14). What they have in common is their words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::domain {

using TitleWords = std::vector<std::string>;

// A title's words without what varies within a series: months, quarters, issue and instalment numbers, quantities. A year that says
// which year's plan it is stays: "nhiệm vụ năm 2025" and "nhiệm vụ năm 2026" are different tasks.
TitleWords series_words(std::string_view title);

// The same for all titles of one series, above zero; the same on every machine and in every release that reads words alike.
std::int64_t series_key(std::string_view title);

// "02" is "2", "50.000" is "50000".
std::string plain_number(std::string_view text);

}  // namespace tiendo::domain

// A number as a workbook shows it: number formats of OOXML (ECMA-376 part 1, 18.8.30).
#pragma once

#include <string>
#include <string_view>

namespace tiendo::formats {

// The format of a built-in number format id; "General" where the id is none. Formats that follow the reader's country (14, 16,
// 17, 22) are given as Viet Nam writes them.
std::string_view built_in_format(int id);

// Grouping and decimals are written as in Viet Nam ("1.234,5"); General keeps the point, so that an STT 1.1 stays 1.1.
std::string shown_number(double value, std::string_view format, bool since_1904);

}  // namespace tiendo::formats

// A target that stands in a task's name (R13): "700 phương tiện đo", "ít nhất 02 doanh nghiệp", "01 đến 02 dự án", "100%".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/tokens.h"

namespace tiendo::domain {

struct Quantity {
  std::optional<double> least, most;  // both, equal, for a plain number
  bool percent = false;
  bool approximate = false;  // "khoảng 10.000 cây giống"
  std::string unit;          // "phương tiện đo"; money and millions are counted out: "2,5 tỷ" is 2500000000 "đồng"
  std::string as_written;
  TextPlace place;
  bool operator==(const Quantity&) const = default;
};

// In the order of the text. Years, dates, document numbers, "đợt 1/2", "quý 3", "6 tháng" are none.
std::vector<Quantity> quantities(std::string_view text);

}  // namespace tiendo::domain

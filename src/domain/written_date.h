// A date as documents write it: 25/7/2025, 16-6-2022, 21.5.2024, 15/9, "07 tháng 6 năm 2023". It may name a day that never was.
#pragma once

#include <optional>

#include "base/date.h"
#include "domain/tokens.h"

namespace tiendo::domain {

struct WrittenDate {
  int day = 0, month = 0, year = 0;  // year 0 where none is written
  std::size_t length = 0;            // in tokens

  // The day in `default_year` where the year is not written; none where there is no such day.
  std::optional<Date> date(int default_year = 0) const;
};

std::optional<WrittenDate> date_at(const std::vector<Token>& in, std::size_t at);

// "7,8,9" is one number token and three numbers; empty where a part is none.
std::vector<int> numbers_in(const Token& token);

bool is_year(int number);
bool is_dash(const Token& token);

}  // namespace tiendo::domain

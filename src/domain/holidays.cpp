#include "domain/holidays.h"

#include <algorithm>

#include "base/error.h"
#include "domain/lunar.h"

namespace tiendo::domain {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int first_year = 1976, last_year = 2199;
constexpr int first_culture_day = 2026;

// Labour Code 45/2019, Art. 112.1; Art. 112.3 leaves Tết and the second day of 2/9 to the Prime Minister, year by year.
constexpr auto law = "Điều 112 Bộ luật Lao động 45/2019/QH14";
constexpr auto lunar_law = "Điều 112 Bộ luật Lao động 45/2019/QH14; ngày âm lịch do chương trình tính theo giờ Việt Nam (UTC+7)";
constexpr auto yearly_decision = "Điều 112 Bộ luật Lao động 45/2019/QH14; cần đối chiếu quyết định hằng năm của Thủ tướng Chính phủ";
constexpr auto from_press = "Nghị quyết 28/2026/QH16, theo báo chí; cần đối chiếu văn bản gốc";

}  // namespace

std::vector<CalendarDay> proposed_holidays(int year) {
  if (year < first_year || year > last_year) throw Error(ErrorCode::invalid, "bad_year");
  const std::chrono::year y(year);
  std::vector<CalendarDay> proposed;
  const auto propose = [&](Date date, const char* name, const char* source) {
    proposed.push_back({.date = date, .kind = DayKind::holiday, .name = name, .source = source, .is_confirmed = false});
  };
  propose(y / 1 / 1, "Tết Dương lịch", law);
  // Five days: which ones is fixed each year. Two before and three from the first of the first month [choice].
  for (int day = -2; day < 3; ++day) propose(sys_days(lunar_new_year(year)) + days(day), "Tết Nguyên đán", yearly_decision);
  propose(hung_kings_day(year), "Giỗ Tổ Hùng Vương (10/3 âm lịch)", lunar_law);
  propose(y / 4 / 30, "Ngày Chiến thắng", law);
  propose(y / 5 / 1, "Ngày Quốc tế Lao động", law);
  propose(y / 9 / 1, "Quốc khánh (ngày liền kề)", yearly_decision);
  propose(y / 9 / 2, "Quốc khánh", law);
  if (year >= first_culture_day) propose(y / 11 / 24, "Ngày Văn hóa Việt Nam", from_press);
  std::ranges::sort(proposed, {}, &CalendarDay::date);
  return proposed;
}

}  // namespace tiendo::domain

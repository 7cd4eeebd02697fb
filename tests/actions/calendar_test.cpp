#include <gmock/gmock.h>

#include "actions/save_calendar.h"
#include "store/key_of_error.h"
#include "store/office.h"

namespace tiendo::actions {
namespace {

using namespace std::chrono_literals;
using domain::CalendarDay;
using domain::DayKind;
using store::noon;
using testing::SizeIs;

struct CalendarDesk : store::Office {
  store::Calendar calendar() const { return store.read().calendar(agency.id); }
  store::Calendar save(int year, std::vector<CalendarDay> days) {
    return save_calendar(store, clerk, calendar().version, {.year = year, .days = std::move(days)}, noon());
  }
  std::string refusal(int year, std::vector<CalendarDay> days) {
    return key_of_error([&] { save(year, days); });
  }
};

CalendarDay holiday(Date date, bool is_confirmed = true) {
  return {date, DayKind::holiday, "Ngày  lễ", "Quyết định 12/QĐ-TTg", is_confirmed};
}

TEST(SaveCalendar, ReplacesOneYearAndLeavesTheOthers) {
  CalendarDesk desk;
  desk.save(2026, {holiday(2026y / 11 / 24), holiday(2026y / 4 / 26)});
  desk.save(2027, {holiday(2027y / 4 / 16)});
  desk.save(2026, {holiday(2026y / 11 / 24)});
  const auto days = desk.calendar().days;
  ASSERT_THAT(days, SizeIs(2));
  EXPECT_EQ(days[0], (CalendarDay{2026y / 11 / 24, DayKind::holiday, "Ngày lễ", "Quyết định 12/QĐ-TTg", true}));
  EXPECT_EQ(days[1].date, Date(2027y / 4 / 16));
  EXPECT_EQ(desk.calendar().version, 4);
}

TEST(SaveCalendar, CountsConfirmedDaysAndNoProposalThatWasSetAside) {
  CalendarDesk desk;
  desk.save(2026, {holiday(2026y / 11 / 24, false)});
  EXPECT_EQ(desk.store.read().working_days(desk.agency.id).add_working_days(2026y / 11 / 20, 3), Date(2026y / 11 / 25));
  desk.save(2026, {holiday(2026y / 11 / 24)});
  EXPECT_EQ(desk.store.read().working_days(desk.agency.id).add_working_days(2026y / 11 / 20, 3), Date(2026y / 11 / 26));
}

TEST(SaveCalendar, RefusesADayTwiceADayOfAnotherYearADayWithoutANameAndAStaleCalendar) {
  CalendarDesk desk;
  EXPECT_EQ(desk.refusal(2026, {holiday(2026y / 11 / 24), holiday(2026y / 11 / 24)}), "calendar_day_twice");
  EXPECT_EQ(desk.refusal(2026, {holiday(2027y / 11 / 24)}), "bad_field");
  EXPECT_EQ(desk.refusal(2026, {{2026y / 11 / 24, DayKind::holiday, " ", "", true}}), "bad_field");
  desk.save(2026, {});
  EXPECT_EQ(key_of_error([&] { save_calendar(desk.store, desk.clerk, 1, {.year = 2026, .days = {}}, noon()); }), "stale_version");
}

TEST(SaveCalendar, IsWrittenDownWithWhatItWasBefore) {
  CalendarDesk desk;
  desk.save(2026, {holiday(2026y / 11 / 24)});
  desk.save(2026, {});
  const auto events = desk.store.read().events_of(desk.agency.id, "calendar", 2026);
  ASSERT_THAT(events, SizeIs(2));
  EXPECT_EQ(events[1].actor_name, "Lê Thị Sen");
  EXPECT_THAT(events[1].before, testing::HasSubstr("2026-11-24"));
  EXPECT_THAT(events[1].after, testing::Not(testing::HasSubstr("2026-11-24")));
}

}  // namespace
}  // namespace tiendo::actions

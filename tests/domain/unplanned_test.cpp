#include "domain/unplanned.h"

#include <gtest/gtest.h>

namespace tiendo::domain {
namespace {

using namespace std::chrono_literals;

const WorkingDays weeks{WeeklyRest{}, {}};
const Date friday = 2026y / 9 / 11;

TEST(AnUnplannedTask, IsEnteredOnTheNextWorkingDay) {
  EXPECT_EQ(enter_by({.given_on = friday}, 1, weeks), 2026y / 9 / 14);
}

TEST(AnUnplannedTask, OfManyUnitsMayTakeADayMore) {
  EXPECT_EQ(enter_by({.given_on = friday}, many_units - 1, weeks), 2026y / 9 / 14);
  EXPECT_EQ(enter_by({.given_on = friday}, many_units, weeks), 2026y / 9 / 15);
}

TEST(AnUnplannedTask, ThatIsUrgentIsEnteredTheSameDay) {
  EXPECT_EQ(enter_by({.given_on = friday, .is_urgent = true}, many_units, weeks), friday);
}

}  // namespace
}  // namespace tiendo::domain

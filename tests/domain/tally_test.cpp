#include "domain/tally.h"

#include <gtest/gtest.h>

namespace tiendo::domain {
namespace {

// Figures that agencies have published.
TEST(Tally, GivesTheFiguresOfBinhDinhToTheEndOfMay2022) {
  const Tally tally{.completed_on_time = 1014,
                    .completed_late = 146,
                    .under_way_in_time = 211,
                    .under_way_overdue = 16,
                    .completed_without_deadline = 631 - 123,
                    .under_way_without_deadline = 123};
  EXPECT_EQ(tally.assigned(), 1387);
  EXPECT_EQ(tally.completed(), 1160);
  EXPECT_EQ(tally.under_way(), 227);
  EXPECT_EQ(percent(on_time_over_completed(tally), 1), "87,4 %");
  EXPECT_EQ(percent({tally.completed_late, tally.completed(), Base::completed}, 1), "12,6 %");
}

TEST(Tally, GivesTheFiguresOfTheGovernmentOfficeFor2017) {
  const Tally tally{.completed_on_time = 14068, .completed_late = 1983, .under_way_in_time = 5640, .under_way_overdue = 223};
  EXPECT_EQ(tally.assigned(), 21914);
  const auto share = completed_over_fallen_due(tally);
  EXPECT_EQ(share.part, 16051);
  EXPECT_EQ(share.whole, 16274);
  EXPECT_EQ(percent(share), "98,63 %");
  EXPECT_EQ(percent({tally.under_way_overdue, share.whole, Base::fallen_due}), "1,37 %");
}

TEST(Tally, GivesTheFiguresOfTheGovernmentOfficeToAugust2016) {
  const Tally tally{.completed_on_time = 2501, .under_way_in_time = 6272 - 2723, .under_way_overdue = 222};
  EXPECT_EQ(completed_over_fallen_due(tally).whole, 2723);
  EXPECT_EQ(percent(completed_over_fallen_due(tally), 1), "91,8 %");
}

TEST(Tally, GivesTheFiguresOfQuangNamToJuly2020) {
  const Tally tally{.completed_on_time = 585, .under_way_in_time = 67, .under_way_overdue = 181};
  EXPECT_EQ(tally.assigned(), 833);
  EXPECT_EQ(percent(completed_over_assigned(tally), 1), "70,2 %");
}

TEST(Tally, CountsWorkThatWasSentBackAsNotCompleted) {
  EXPECT_EQ(tally_of(WorkState::completed, Timing::on_time).completed(), 1);
  EXPECT_EQ(tally_of(WorkState::sent_back, Timing::overdue), (Tally{.under_way_overdue = 1}));
  EXPECT_EQ(tally_of(WorkState::awaiting_confirmation, Timing::due_soon), (Tally{.under_way_in_time = 1}));
}

TEST(Tally, LeavesOutWhatWasStoppedOrRefused) {
  EXPECT_EQ(tally_of(WorkState::stopped, Timing::overdue), Tally{});
  EXPECT_EQ(tally_of(WorkState::refused, Timing::overdue), Tally{});
}

TEST(Tally, KeepsTasksWithoutADeadlineInTimeAndApart) {
  EXPECT_EQ(tally_of(WorkState::in_progress, Timing::no_deadline), (Tally{.under_way_in_time = 1, .under_way_without_deadline = 1}));
  EXPECT_EQ(tally_of(WorkState::completed, Timing::done), (Tally{.completed_on_time = 1, .completed_without_deadline = 1}));
}

TEST(Tally, IsTheSameAddedUpAndTakenAway) {
  Tally sum = tally_of(WorkState::completed, Timing::late);
  sum += tally_of(WorkState::in_progress, Timing::overdue);
  sum -= tally_of(WorkState::completed, Timing::late);
  EXPECT_EQ(sum, tally_of(WorkState::in_progress, Timing::overdue));
}

TEST(Percent, OfNothingIsNotSaid) {
  EXPECT_EQ(percent({0, 0, Base::completed}), std::nullopt);
  EXPECT_EQ(percent({0, 3, Base::completed}, 0), "0 %");
  EXPECT_EQ(percent({2, 3, Base::completed}, 1), "66,7 %");
  EXPECT_EQ(percent({1, 200, Base::completed}, 2), "0,50 %");
}

TEST(Overdue, IsSortedByHowLongItHasBeen) {
  using namespace std::chrono_literals;
  auto bands = age_bands();
  const Date closed = 2025y / 10 / 31;
  for (const Date due : {Date(2025y / 11 / 1), Date(2025y / 10 / 31), Date(2025y / 10 / 25), Date(2025y / 10 / 24), Date(2025y / 10 / 2),
                         Date(2025y / 10 / 1), Date(2025y / 8 / 3), Date(2025y / 8 / 2)})
    add_overdue(bands, due, 1, closed);
  std::vector<std::int64_t> tasks;
  for (const auto& band : bands) tasks.push_back(band.tasks);
  EXPECT_EQ(tasks, (std::vector<std::int64_t>{2, 2, 2, 1})) << "to 7, 30, 90 days, longer; what is due tomorrow is in none";
}

TEST(Overdue, BeginsWithTheCloseOfTheDay) {
  using namespace std::chrono_literals;
  const Instant noon = Instant{std::chrono::sys_days{2025y / 7 / 31}} + 5h;  // 12:00 in Việt Nam
  EXPECT_EQ(last_closed_day(noon, {}), Date(2025y / 7 / 30));
  EXPECT_EQ(last_closed_day(noon + 6h, {}), Date(2025y / 7 / 31));
}

}  // namespace
}  // namespace tiendo::domain

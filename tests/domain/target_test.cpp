#include "domain/target.h"

#include <gmock/gmock.h>

#include "domain/series.h"
#include "store/key_of_error.h"

namespace tiendo::domain {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

TEST(Targets, StandInTheNameOfATask) {
  const auto targets = targets_of("Kiểm định 700 phương tiện đo các loại; Thử nghiệm 60 mẫu sản phẩm các loại");
  ASSERT_THAT(targets, SizeIs(2));
  EXPECT_EQ(targets[0].unit, "phương tiện đo");
  EXPECT_EQ(targets[0].least, 700);
  EXPECT_EQ(targets[1].unit, "mẫu");
}

TEST(Targets, OfOneUnitAreAddedUp) {
  const auto targets = targets_of("Thử nghiệm 60 mẫu phân bón; kiểm tra 40 mẫu nước");
  ASSERT_THAT(targets, SizeIs(1));
  EXPECT_EQ(targets[0].least, 100);
}

TEST(Targets, AreNoPercentages) {
  EXPECT_THAT(targets_of("Phủ sóng 5G 100% cấp xã"), IsEmpty());
  EXPECT_EQ(percent_done(targets_of("Ban hành kế hoạch")), std::nullopt);
}

TEST(Targets, FillUpMonthByMonth) {
  auto targets = targets_of("Kiểm định 700 phương tiện đo; thử nghiệm 60 mẫu");
  add(targets, std::vector<Amount>{{"phương tiện đo", 280}});
  EXPECT_EQ(percent_done(targets), 20) << "280 of 700, and none of 60";
  add(targets, std::vector<Amount>{{"phương tiện đo", 420}, {"mẫu", 90}});
  EXPECT_EQ(percent_done(targets), 100) << "more than asked for is no more than all";
  add(targets, std::vector<Amount>{{"phương tiện đo", -1}});
  EXPECT_EQ(percent_done(targets), 99);
}

TEST(Targets, OfASeriesAddUpToItsSum) {
  auto sum = targets_of("Mở 02 đến 03 lớp tập huấn tháng 7").at(0);
  auto next = targets_of("Mở 02 lớp tập huấn tháng 8").at(0);
  next.done = 1;
  add(sum, next);
  EXPECT_EQ(sum.least, 4);
  EXPECT_EQ(sum.most, 5);
  EXPECT_EQ(sum.done, 1);
  add(sum, targets_of("Mở ít nhất 01 lớp tập huấn tháng 9").at(0));
  EXPECT_EQ(sum.least, 5);
  EXPECT_EQ(sum.most, std::nullopt) << "one of them is open above";
}

TEST(Series, IsToldByTheWordsThatStay) {
  EXPECT_EQ(series_key("Kiểm định 700 phương tiện đo tháng 7"), series_key("Kiểm định 1.200 phương tiện đo Tháng 12"));
  EXPECT_EQ(series_key("Mở 02 lớp tập huấn"), series_key("Mở ít nhất 03 lớp tập huấn"));
  EXPECT_NE(series_key("Kiểm định 700 phương tiện đo"), series_key("Kiểm định 700 công tơ điện"));
  EXPECT_NE(series_key("Nhiệm vụ năm 2025"), series_key("Nhiệm vụ năm 2026"));
  EXPECT_GT(series_key(""), 0);
}

TEST(Targets, TakeNoOtherUnitAndNoLessThanNothing) {
  auto targets = targets_of("Kiểm định 700 phương tiện đo");
  EXPECT_EQ(key_of_error([&] { add(targets, std::vector<Amount>{{"mẫu", 1}}); }), "target_unknown");
  EXPECT_EQ(key_of_error([&] { add(targets, std::vector<Amount>{{"phương tiện đo", -1}}); }), "amount_below_zero");
}

}  // namespace
}  // namespace tiendo::domain

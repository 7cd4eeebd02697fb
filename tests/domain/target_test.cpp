#include "domain/target.h"

#include <gmock/gmock.h>

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

TEST(Targets, TakeNoOtherUnitAndNoLessThanNothing) {
  auto targets = targets_of("Kiểm định 700 phương tiện đo");
  EXPECT_EQ(key_of_error([&] { add(targets, std::vector<Amount>{{"mẫu", 1}}); }), "target_unknown");
  EXPECT_EQ(key_of_error([&] { add(targets, std::vector<Amount>{{"phương tiện đo", -1}}); }), "amount_below_zero");
}

}  // namespace
}  // namespace tiendo::domain

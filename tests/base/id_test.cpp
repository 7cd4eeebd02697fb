#include "base/id.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace tiendo {
namespace {

struct Thing;

TEST(Id, ReadsBackFromItsThirteenLetters) {
  const auto id = Id<Thing>::make(Instant{std::chrono::milliseconds{1'763'856'000'000}});
  EXPECT_EQ(id.text().size(), 13u);
  EXPECT_EQ(Id<Thing>::parse(id.text()), id);
}

TEST(Id, GrowsEvenWhenTheClockStepsBack) {
  const Instant now{std::chrono::milliseconds{1'763'856'100'000}};
  const auto first = Id<Thing>::make(now);
  const auto second = Id<Thing>::make(now - std::chrono::hours{1});
  EXPECT_LT(first, second);
}

TEST(Id, RefusesWhatIsNone) {
  EXPECT_THROW(Id<Thing>::parse("U0000000000U!"), Error);
  EXPECT_FALSE(Id<Thing>::find("ZZZZZZZZZZZZZ"));  // more than 63 bits
  EXPECT_FALSE(Id<Thing>::find(""));
}

}  // namespace
}  // namespace tiendo

#include "domain/extension.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace tiendo::domain {
namespace {

using namespace std::chrono_literals;

constexpr Date today = 2025y / 7 / 20;

ExtensionRequest request(Period wanted = Period::month(2025, 8)) {
  return {.wanted = wanted, .by_lead_executor = true, .current = Period::month(2025, 7), .reason = "Chờ ý kiến các sở"};
}

std::string refusal(const ExtensionRequest& asked, const ExtensionPolicy& policy = {}, Date on = today) {
  try {
    check_request(asked, policy, on);
  } catch (const Error& error) {
    return error.key();
  }
  return "";
}

// Each rule once kept and once broken.
TEST(Extension, IsAskedForByTheLeadExecutorOnly) {
  auto asked = request();
  EXPECT_EQ(refusal(asked), "");
  asked.by_lead_executor = false;
  EXPECT_EQ(refusal(asked), "extension_not_lead");
}

TEST(Extension, IsAskedForWhileTheWorkIsNotBegunOrUnderWay) {
  auto asked = request();
  asked.state = WorkState::not_started;
  EXPECT_EQ(refusal(asked), "");
  asked.state = WorkState::awaiting_confirmation;
  EXPECT_EQ(refusal(asked), "extension_state");
}

TEST(Extension, IsAskedForOnceAtATime) {
  auto asked = request();
  asked.another_is_open = true;
  EXPECT_EQ(refusal(asked), "extension_open");
}

TEST(Extension, NeedsADeadlineToPutOff) {
  auto asked = request();
  asked.current = {};
  EXPECT_EQ(refusal(asked), "extension_no_deadline");
}

TEST(Extension, EndsLaterThanTheDeadlineThatIs) {
  EXPECT_EQ(refusal(request(Period::day(2025y / 8 / 1))), "");
  EXPECT_EQ(refusal(request(Period::day(2025y / 7 / 31))), "extension_not_later");
}

TEST(Extension, DoesNotEndInThePast) {
  EXPECT_EQ(refusal(request(Period::day(2025y / 8 / 10)), {}, 2025y / 8 / 10), "");
  EXPECT_EQ(refusal(request(Period::day(2025y / 8 / 10)), {}, 2025y / 8 / 11), "extension_in_the_past");
}

TEST(Extension, OfAShareStaysWithinItsTask) {
  auto asked = request();
  asked.of_parent = Period::month(2025, 8);
  EXPECT_EQ(refusal(asked), "");
  asked.wanted = Period::month(2025, 9);
  EXPECT_EQ(refusal(asked), "extension_beyond_parent");
}

TEST(Extension, SaysItsReason) {
  auto asked = request();
  asked.reason = " \u00a0 ";
  EXPECT_EQ(refusal(asked), "reason_missing");
}

TEST(Extension, IsAskedForEarlyEnoughWhereTheAgencySaysSo) {
  const ExtensionPolicy five_days{.least_days_before = 5};
  EXPECT_EQ(refusal(request(), five_days, 2025y / 7 / 26), "");
  EXPECT_EQ(refusal(request(), five_days, 2025y / 7 / 27), "extension_too_late");
}

TEST(Extension, IsAskedForAfterTheDeadlineUnlessTheAgencyForbidsIt) {
  EXPECT_EQ(refusal(request(), {}, 2025y / 8 / 1), "");
  EXPECT_EQ(refusal(request(), {.late_requests = false}, 2025y / 8 / 1), "extension_after_due");
}

TEST(Extension, IsGrantedSoOftenAsTheAgencyAllows) {
  auto asked = request();
  asked.granted_before = 2;
  EXPECT_EQ(refusal(asked), "");
  EXPECT_EQ(refusal(asked, {.most_extensions = 3}), "");
  EXPECT_EQ(refusal(asked, {.most_extensions = 2}), "extension_too_many");
}

TEST(Extension, IsFlaggedFromTheThirdOn) {
  EXPECT_FALSE(is_flagged(2, {}));
  EXPECT_TRUE(is_flagged(3, {}));
}

TEST(ExtensionAnswer, IsGivenBySomebodyElse) {
  EXPECT_NO_THROW(check_answer(ExtensionAnswer::granted, false, ""));
  EXPECT_THROW(check_answer(ExtensionAnswer::granted, true, ""), Error);
}

TEST(ExtensionAnswer, ThatRefusesSaysWhy) {
  EXPECT_THROW(check_answer(ExtensionAnswer::refused, false, ""), Error);
  EXPECT_NO_THROW(check_answer(ExtensionAnswer::refused, false, "Đã gia hạn hai lần"));
  EXPECT_NO_THROW(check_answer(ExtensionAnswer::offered, false, ""));
}

}  // namespace
}  // namespace tiendo::domain

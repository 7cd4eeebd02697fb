#include "base/one_time_code.h"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

constexpr std::string_view secret = "12345678901234567890";

Instant second(std::int64_t of_1970) {
  return Instant{std::chrono::seconds{of_1970}};
}

// RFC 6238, appendix B, the column of SHA-1.
TEST(OneTimeCode, IsWhatTheStandardPrints) {
  const std::pair<std::int64_t, const char*> vectors[] = {{59, "94287082"},         {1111111109, "07081804"}, {1111111111, "14050471"},
                                                          {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"}};
  for (const auto& [at, code] : vectors) EXPECT_EQ(one_time_code(secret, step_at(second(at)), 8), code) << at;
}

// RFC 4226, appendix D.
TEST(OneTimeCode, CountsAsTheStandardItStandsOn) {
  const char* codes[] = {"755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"};
  for (int step = 0; step < 10; ++step) EXPECT_EQ(one_time_code(secret, step), codes[step]) << step;
}

TEST(OneTimeCode, IsTakenHalfAMinuteEarlyOrLateAndNoFurther) {
  const auto now = second(1'700'000'010);
  const auto step = step_at(now);
  for (const int beside : {-1, 0, 1}) EXPECT_EQ(find_step(secret, one_time_code(secret, step + beside), 0, now), step + beside);
  for (const int beside : {-2, 2}) EXPECT_FALSE(find_step(secret, one_time_code(secret, step + beside), 0, now)) << beside;
  for (const char* wrong : {"", "12345", "1234567", "abcdef"}) EXPECT_FALSE(find_step(secret, wrong, 0, now)) << wrong;
}

TEST(OneTimeCode, IsNotTakenTwiceNorAfterALaterOne) {
  const auto now = second(1'700'000'010);
  const auto step = step_at(now);
  EXPECT_FALSE(find_step(secret, one_time_code(secret, step), step, now));
  EXPECT_FALSE(find_step(secret, one_time_code(secret, step - 1), step, now));
  EXPECT_TRUE(find_step(secret, one_time_code(secret, step + 1), step, now));
}

// RFC 4648, section 10, without the padding.
TEST(Base32, IsWhatTheStandardPrints) {
  const std::pair<const char*, const char*> vectors[] = {
      {"", ""}, {"f", "MY"}, {"fo", "MZXQ"}, {"foo", "MZXW6"}, {"foob", "MZXW6YQ"}, {"fooba", "MZXW6YTB"}, {"foobar", "MZXW6YTBOI"}};
  for (const auto& [bytes, text] : vectors) EXPECT_EQ(base32(bytes), text);
  EXPECT_EQ(random_secret().size(), one_time_secret_bytes);
  EXPECT_NE(random_secret(), random_secret());
}

}  // namespace
}  // namespace tiendo

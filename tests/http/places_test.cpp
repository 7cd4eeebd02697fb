#include "http/places.h"

#include <gtest/gtest.h>

#include "http/server.h"

namespace tiendo::http {
namespace {

TEST(Place, IsRefusedWhenAllAreTakenAndFreeAgainAfterwards) {
  Places places{1};
  {
    const Place taken(places);
    try {
      const Place another(places);
      FAIL() << "there was one place";
    } catch (const Refused& refused) {
      EXPECT_EQ(refused.status(), 503);
    }
  }
  const Place free(places);
}

TEST(Place, LeavesWorkersForQuickWork) {
  EXPECT_LT(most_sign_ins + most_readings, ServerOptions().workers);
}

}  // namespace
}  // namespace tiendo::http

#include "actions/keep_log.h"

#include <gtest/gtest.h>

#include "store/access_log.h"
#include "store/key_of_error.h"
#include "store/office.h"

namespace tiendo::actions {
namespace {

using namespace std::chrono_literals;

TEST(KeepLog, TakesOffWhatIsOlderThanTheMonthsOfEveryAgency) {
  store::Office office;
  const Instant now = store::noon();
  const auto write = [&](domain::AgencyId agency, Instant at) {
    auto writer = office.store.begin();
    store::add(writer, agency, {.at = at, .what = "GET /tasks", .account = "vanthu"});
    writer.commit();
  };
  for (const auto days : {400, 367, 364, 1}) {
    write(office.agency.id, now - std::chrono::days(days));
    write(store::the_installation, now - std::chrono::days(days));
  }
  EXPECT_EQ(trim_access_logs(office.store, 12, now), 4);
  EXPECT_EQ(trim_access_logs(office.store, 12, now), 0);
  const auto left = store::accesses(office.store.read(), office.agency.id, {}).items;
  ASSERT_EQ(left.size(), 3u);
  EXPECT_EQ(left[0].what, "log_trimmed");
  EXPECT_EQ(left[2].at, now - std::chrono::days(364));
  for (const auto& checked : check_logs(office.store.read())) EXPECT_TRUE(checked.faults.empty());
  EXPECT_EQ(check_logs(office.store.read()).size(), 3u) << "both logs of the agency, and the access log of the installation";
}

TEST(KeepLog, RefusesToKeepLessThanAYear) {
  store::Office office;
  EXPECT_EQ(key_of_error([&] { trim_access_logs(office.store, 11, store::noon()); }), "retention_short");
}

}  // namespace
}  // namespace tiendo::actions

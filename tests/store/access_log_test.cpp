#include "store/access_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "store/key_of_error.h"
#include "store/log_chain.h"
#include "store/office.h"

namespace tiendo::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using namespace std::chrono_literals;

struct Log10 : Office {
  void read(int second, const std::string& account, const std::string& what = "GET /tasks") {
    auto writer = store.begin();
    store::add(writer, agency.id, {.at = noon() + std::chrono::seconds(second), .what = what, .account = account});
    writer.commit();
  }
  std::vector<std::string> accounts(AccessFilter filter = {}) const {
    std::vector<std::string> all;
    for (const auto& access : accesses(store.read(), agency.id, filter).items) all.push_back(access.account);
    return all;
  }
  std::vector<std::string> whats(AccessFilter filter = {}) const {
    std::vector<std::string> all;
    for (const auto& access : accesses(store.read(), agency.id, filter).items) all.push_back(access.what);
    return all;
  }
};

TEST(AccessLog, GivesTheNewestFirstByTimePersonKindAndResult) {
  Log10 log;
  log.read(1, "a");
  log.read(3, "c");
  log.read(2, "b");  // written later, happened earlier
  EXPECT_THAT(log.accounts(), ElementsAre("c", "b", "a"));
  EXPECT_THAT(log.accounts({.from = noon() + 2s}), ElementsAre("c", "b"));
  EXPECT_THAT(log.accounts({.before = noon() + 2s}), ElementsAre("a"));
  EXPECT_THAT(log.accounts({.account = "b"}), ElementsAre("b"));
  EXPECT_THAT(log.accounts({.kind = AccessKind::session}), IsEmpty());
  EXPECT_THAT(log.accounts({.kind = AccessKind::read}), ElementsAre("c", "b", "a"));
  EXPECT_THAT(log.accounts({.result = AccessResult::refused}), IsEmpty());
}

TEST(AccessLog, GivesEveryRowOnceOverPages) {
  Log10 log;
  for (int row = 0; row < 25; ++row) log.read(row / 3, std::to_string(row));
  AccessFilter filter{.limit = 4};
  std::vector<std::string> seen;
  do {
    const auto page = accesses(log.store.read(), log.agency.id, filter);
    for (const auto& access : page.items) seen.push_back(access.account);
    filter.cursor = page.next;
  } while (!filter.cursor.empty());
  ASSERT_EQ(seen.size(), 25u);
  for (int row = 0; row < 25; ++row) EXPECT_EQ(seen[static_cast<std::size_t>(row)], std::to_string(24 - row));
  for (const auto* cursor : {"x", ".", "0000000000001", "0000000000001.", "0000000000001.x"})
    EXPECT_EQ(key_of_error([&] { accesses(log.store.read(), log.agency.id, {.cursor = cursor}); }), "bad_cursor") << cursor;
}

TEST(AccessLog, TellsOfAnAccountInTheTransactionThatChangedIt) {
  Log10 log;
  Asked asked{.address = "192.0.2.7", .host = "192.0.2.1"};
  {
    const Answering answering(asked);
    auto given_up = log.store.begin();
    given_up.record(log.clerk, "user_locked", "user", 5, "", "", noon());
  }
  EXPECT_THAT(log.whats(), IsEmpty());
  EXPECT_FALSE(asked.is_logged);
  {
    const Answering answering(asked);
    auto writer = log.store.begin();
    writer.record(log.clerk, "sign_in_failed", "user", 5, "", "", noon());
    writer.record(log.clerk, "user_locked", "user", 5, "", "", noon());
    writer.commit();
  }
  EXPECT_TRUE(asked.is_logged);
  const auto rows = accesses(log.store.read(), log.agency.id, {}).items;
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].what, "user_locked");
  EXPECT_EQ(rows[0].kind, AccessKind::account);
  EXPECT_EQ(rows[0].object, id_text(5));
  EXPECT_EQ(rows[0].address, "192.0.2.7");
  EXPECT_EQ(rows[0].host, "192.0.2.1");
  EXPECT_EQ(rows[1].kind, AccessKind::session);
  EXPECT_EQ(rows[1].result, AccessResult::failed);
}

TEST(AccessLog, TellsOnceOfARequestWhateverItChanges) {
  Log10 log;
  Asked asked{.agency = log.agency.id,
              .change = Access{.at = noon(), .kind = AccessKind::change, .what = "POST /units", .account = "vanthu"}};
  {
    const Answering answering(asked);
    log.add("Nhiệm vụ một", 0);
    log.add("Nhiệm vụ hai", 1);
  }
  log.add("Không ai hỏi", 2);
  EXPECT_THAT(log.whats(), ElementsAre("POST /units"));
}

TEST(AccessLog, IsTrimmedWithoutALossOfTheChain) {
  Log10 log;
  for (int row = 1; row <= 10; ++row) log.read(row, std::to_string(row));
  const auto trim = [&](Instant before) {
    auto writer = log.store.begin();
    const auto gone = trim_access_log(writer, log.clerk, before, noon() + 1h);
    writer.commit();
    return gone;
  };
  const auto faults = [&] { return chain_faults(log.store.read().database(), log.agency.id, Log::access); };
  EXPECT_EQ(trim(noon()), 0);
  EXPECT_EQ(trim(noon() + 5s), 4);
  EXPECT_THAT(log.accounts(), ElementsAre(log.clerk.name, "10", "9", "8", "7", "6", "5"));
  EXPECT_THAT(faults(), IsEmpty());
  EXPECT_EQ(trim(noon() + 8s), 3);
  EXPECT_THAT(faults(), IsEmpty());
  log.read(100, "sau");
  EXPECT_THAT(faults(), IsEmpty());
  EXPECT_EQ(trim(noon() + 2h), 6) << "three reads, two trims and the read after them";
  EXPECT_THAT(faults(), IsEmpty());
}

TEST(AccessLog, LetsNobodyTakeOffMoreThanWasTrimmed) {
  Log10 log;
  for (int row = 1; row <= 5; ++row) log.read(row, std::to_string(row));
  auto writer = log.store.begin();
  trim_access_log(writer, log.clerk, noon() + 3s, noon());
  EXPECT_THROW(writer.database().run("delete from access_log where sequence = 3"), Error);
  EXPECT_THROW(writer.database().run("update access_log set account = 'x' where sequence = 3"), Error);
}

}  // namespace
}  // namespace tiendo::store

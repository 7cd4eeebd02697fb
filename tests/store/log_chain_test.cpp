#include "store/log_chain.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "store/access_log.h"
#include "store/backup.h"
#include "store/office.h"

namespace tiendo::store {
namespace {

using Kind = ChainFault::Kind;

// Two logs of ten rows each, and somebody with a connection of their own who knows SQL.
struct Tampered {
  Office office;

  Tampered() {
    for (int position = 0; position < 9; ++position) office.add("Nhiệm vụ " + std::to_string(position), position);
    auto writer = office.store.begin();
    for (int row = 1; row <= 10; ++row)
      store::add(writer, office.agency.id,
                 {.at = noon() + std::chrono::seconds(row),
                  .what = "GET /tasks/{task}",
                  .object = "task" + std::to_string(row),
                  .account = "vanthu"});
    writer.commit();
  }

  void by_hand(std::string_view sql) {
    Database database(office.store.path(), Database::Mode::write);
    for (const char* trigger : {"events_stay_as_written", "events_stay", "access_log_stays_as_written", "access_log_stays"})
      database.script(std::string("drop trigger if exists ") + trigger);
    database.script(sql);
  }
  std::vector<ChainFault> faults(Log log) {
    Database database(office.store.path(), Database::Mode::read);
    return chain_faults(database, office.agency.id, log);
  }
};

const char* table_of(Log log) {
  return log == Log::events ? "events" : "access_log";
}

class LogChain : public testing::TestWithParam<Log> {
 protected:
  // {t}: the table of the log.
  std::vector<ChainFault> after(std::string sql) {
    for (auto at = sql.find("{t}"); at != std::string::npos; at = sql.find("{t}")) sql.replace(at, 3, table_of(GetParam()));
    if (!sql.empty()) tampered.by_hand(sql);
    return tampered.faults(GetParam());
  }
  std::string changing(int row) const {
    const std::string column = GetParam() == Log::events ? "actor_name" : "account";
    return "update {t} set " + column + " = 'ai khác' where sequence = " + std::to_string(row);
  }
  std::vector<ChainFault> one(Kind kind, std::int64_t sequence, std::int64_t other = 0) const { return {{kind, sequence, other}}; }

  Tampered tampered;
};

INSTANTIATE_TEST_SUITE_P(Both, LogChain, testing::ValuesIn(all_logs), [](const auto& log) { return name_of(log.param); });

TEST_P(LogChain, HoldsWhereNobodyTouchedIt) {
  EXPECT_EQ(after(""), std::vector<ChainFault>{});
}

TEST_P(LogChain, NamesARowThatSaysSomethingElse) {
  EXPECT_EQ(after(changing(1)), one(Kind::changed, 1));
}

TEST_P(LogChain, NamesEachOfSeveralChangedRows) {
  const std::vector<ChainFault> both{{Kind::changed, 4, 0}, {Kind::changed, 10, 0}};
  EXPECT_EQ(after(changing(4) + ';' + changing(10)), both);
}

TEST_P(LogChain, NamesTheRowsThatAreGoneFromTheMiddle) {
  EXPECT_EQ(after("delete from {t} where sequence in (5, 6)"), one(Kind::removed, 5, 6));
}

TEST_P(LogChain, NamesTheRowsThatAreGoneFromTheBeginning) {
  EXPECT_EQ(after("delete from {t} where sequence <= 2"), one(Kind::removed, 1, 2));
}

TEST_P(LogChain, NamesTheRowsThatWereCutOffTheEnd) {
  EXPECT_EQ(after("delete from {t} where sequence >= 9"), one(Kind::removed, 9, 10));
}

TEST_P(LogChain, StillNamesThemWhenMoreWasWrittenSince) {
  after("delete from {t} where sequence >= 9");
  tampered.office.add("Nhiệm vụ sau", 20);
  auto writer = tampered.office.store.begin();
  store::add(writer, tampered.office.agency.id, {.at = noon(), .what = "GET /tasks"});
  writer.commit();
  EXPECT_EQ(after(""), one(Kind::removed, 9, 10));
}

TEST_P(LogChain, NamesBothOfTwoRowsThatWereExchanged) {
  const std::vector<ChainFault> both{{Kind::moved, 3, 7}, {Kind::moved, 7, 3}};
  EXPECT_EQ(after("update {t} set sequence = -1 where sequence = 3; update {t} set sequence = 3 where sequence = 7;"
                  "update {t} set sequence = 7 where sequence = -1"),
            both);
}

TEST_P(LogChain, NamesARowThatWasTakenOutWhereTheRestWasNumberedAnew) {
  const std::vector<ChainFault> found = after(
      "delete from {t} where sequence = 8; update {t} set sequence = 8 where sequence = 9;"
      "update {t} set sequence = 9 where sequence = 10");
  const std::vector<ChainFault> expected{{Kind::moved, 8, 9}, {Kind::moved, 9, 10}, {Kind::removed, 10, 10}};
  EXPECT_EQ(found, expected);
}

TEST_P(LogChain, NamesRowsThatStandBehindTheEnd) {
  EXPECT_EQ(after("update log_heads set sequence = 8, hash = (select hash from {t} where sequence = 8) where log = '" +
                  std::string(name_of(GetParam())) + "'"),
            one(Kind::added, 9, 10));
}

TEST_P(LogChain, SaysThatNothingTellsWhereTheLogEnds) {
  EXPECT_EQ(after("delete from log_heads"), one(Kind::beheaded, 0));
}

TEST_P(LogChain, SaysWhereTheBeginningWasTakenOffAndNoRowTellsSo) {
  const std::string log = name_of(GetParam());
  EXPECT_EQ(after("update log_heads set trimmed_to = 4, trimmed_hash = (select hash from {t} where sequence = 4) where log = '" + log +
                  "'; delete from {t} where sequence <= 4"),
            one(Kind::trimmed, 4));
}

TEST_P(LogChain, RefusesABackupOfWhatDoesNotHold) {
  EXPECT_NO_THROW(check_database(tampered.office.store.path()));
  after(changing(2));
  EXPECT_THROW(check_database(tampered.office.store.path()), Error);
}

// It fits itself, and no longer what was written after it.
TEST(LogChains, NameARowThatWasWrittenAnewTogetherWithItsHash) {
  Tampered tampered;
  tampered.by_hand(
      "create table kept as select * from access_log where sequence > 5; delete from access_log where sequence >= 5;"
      "update log_heads set sequence = 4, hash = (select hash from access_log where sequence = 4) where log = 'access'");
  auto writer = tampered.office.store.begin();
  store::add(writer, tampered.office.agency.id, {.at = noon(), .what = "GET /tasks", .account = "ai khác"});
  writer.commit();
  tampered.by_hand(
      "insert into access_log select * from kept; update log_heads set sequence = 10, hash = (select hash from access_log "
      "where sequence = 10) where log = 'access'");
  const std::vector<ChainFault> changed{{Kind::changed, 5, 0}};
  EXPECT_EQ(tampered.faults(Log::access), changed);
}

TEST(LogChains, AreOneForEachAgency) {
  Tampered tampered;
  const Agency other{AgencyId::make(noon()), "Sở Tài chính tỉnh Bình Minh", 1};
  auto writer = tampered.office.store.begin();
  writer.add(other);
  store::add(writer, other.id, {.at = noon(), .what = "GET /tasks"});
  writer.commit();
  tampered.by_hand("update access_log set account = 'ai khác' where agency_id = " + std::to_string(other.id.value()));
  EXPECT_TRUE(tampered.faults(Log::access).empty());
  Database database(tampered.office.store.path(), Database::Mode::read);
  EXPECT_EQ(chain_faults(database, other.id, Log::access).size(), 1u);
}

}  // namespace
}  // namespace tiendo::store

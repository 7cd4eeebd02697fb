#include "store/backup.h"

#include <fstream>

#include <gtest/gtest.h>

#include "store/database.h"
#include "store/key_of_error.h"
#include "store/office.h"

namespace tiendo::store {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A store that stands alone in its file, as after a stop of the program.
struct Closed {
  Folder folder;
  fs::path database = folder / "tiendo.db", copy = folder / "copy.db";
  AgencyId agency;

  explicit Closed(const std::vector<std::string>& titles) {
    Office office;
    for (int position = 0; const auto& title : titles) office.add(title, position++);
    agency = office.agency.id;
    back_up(office.store.path(), database);
  }

  static std::vector<std::string> titles_in(const fs::path& path, AgencyId agency) {
    std::vector<std::string> titles;
    const Store store(path);
    for (const Task& task : store.read().tasks(agency, {}).tasks) titles.push_back(task.title);
    return titles;
  }
};

TEST(Backup, OfARunningStoreRestoresToTheSameData) {
  Office office;
  for (int position = 0; position < 30; ++position) office.add("Nhiệm vụ " + std::to_string(position), position);
  const auto written = back_up(office.store.path(), office.folder / "copy.db");
  EXPECT_EQ(written.at("tasks"), 30);
  office.add("Sau khi sao lưu", 30);

  const auto place = office.folder / "restored.db";
  EXPECT_TRUE(restore(office.folder / "copy.db", place, noon()).empty());
  EXPECT_EQ(check_database(place), written);
  const Store restored(place);
  const auto page = restored.read().tasks(office.agency.id, {});
  ASSERT_EQ(page.total, 30);
  for (const Task& task : page.tasks) EXPECT_EQ(task.title, office.store.read().task(office.agency.id, task.id).title);
  TaskFilter filter;
  filter.words = "nhiem vu 17";
  EXPECT_EQ(restored.read().tasks(office.agency.id, filter).total, 2);  // its title, and the number of the one before
}

TEST(Backup, OverwritesNoFile) {
  Closed closed({"Một"});
  std::ofstream(closed.copy) << "quan trọng";
  EXPECT_EQ(key_of_error([&] { back_up(closed.database, closed.copy); }), "backup_exists");
  EXPECT_EQ(bytes_of(closed.copy), "quan trọng");
}

TEST(Restore, KeepsTheDatabaseThatStoodThere) {
  Closed closed({"Một"});
  back_up(closed.database, closed.copy);
  {
    Store store(closed.database);
    auto writer = store.begin();
    writer.record({{}, closed.agency, "tiendo"}, "noted", "agency", closed.agency.value(), "", "", noon());
    writer.commit();
  }
  const auto kept = restore(closed.copy, closed.database, noon());
  EXPECT_EQ(check_database(kept).at("events"), check_database(closed.database).at("events") + 1);
}

TEST(Restore, RefusesADatabaseInUse) {
  Closed closed({"Một"});
  back_up(closed.database, closed.copy);
  const Store running(closed.database);
  EXPECT_EQ(key_of_error([&] { restore(closed.copy, closed.database, noon()); }), "database_in_use");
  EXPECT_EQ(running.read().tasks(closed.agency, {}).total, 1);
}

TEST(Restore, TakesThePlaceOfADamagedDatabaseAndKeepsIt) {
  Closed closed({"Một"});
  back_up(closed.database, closed.copy);
  std::ofstream(closed.database, std::ios::binary) << std::string(9000, 'x');
  std::ofstream(closed.database.string() + "-wal", std::ios::binary) << "y";
  const auto kept = restore(closed.copy, closed.database, noon());
  EXPECT_EQ(Closed::titles_in(closed.database, closed.agency), (std::vector<std::string>{"Một"}));
  EXPECT_EQ(bytes_of(kept), std::string(9000, 'x'));
}

TEST(Restore, RefusesADamagedCopyAndLeavesEverythingAsItIs) {
  Closed closed({"Một", "Hai"});
  std::string bytes = bytes_of(closed.database);
  for (std::size_t at = 8192; at < bytes.size(); ++at) bytes[at] = static_cast<char>(at);
  std::ofstream(closed.copy, std::ios::binary) << bytes;
  EXPECT_EQ(key_of_error([&] { restore(closed.copy, closed.database, noon()); }), "backup_bad");
  EXPECT_EQ(Closed::titles_in(closed.database, closed.agency), (std::vector<std::string>{"Một", "Hai"}));
}

TEST(Restore, RefusesACopyWhoseLogWasChanged) {
  Closed closed({"Một", "Hai"});
  back_up(closed.database, closed.copy);
  {
    Database by_hand(closed.copy, Database::Mode::write);
    by_hand.script("drop trigger events_stay_as_written; update events set after = '{\"title\":\"khác\"}' where sequence = 2");
  }
  EXPECT_EQ(key_of_error([&] { restore(closed.copy, closed.database, noon()); }), "backup_bad");
}

TEST(Restore, RefusesAFileThatIsNoDatabaseOfOurs) {
  Closed closed({"Một"});
  std::ofstream(closed.copy) << "chỉ là chữ";
  EXPECT_EQ(key_of_error([&] { restore(closed.copy, closed.database, noon()); }), "backup_bad");
  fs::remove(closed.copy);
  { Database(closed.copy, Database::Mode::write).script("create table others (id integer)"); }
  EXPECT_EQ(key_of_error([&] { restore(closed.copy, closed.database, noon()); }), "backup_bad");
  EXPECT_EQ(key_of_error([&] { restore(closed.folder / "none.db", closed.database, noon()); }), "file_not_found");
}

}  // namespace
}  // namespace tiendo::store

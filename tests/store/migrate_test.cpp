#include "store/migrate.h"

#include "base/error.h"
#include "store/office.h"

namespace tiendo::store {
namespace {

constexpr EmbeddedFile first{"0001_first.sql", "create table things (id integer primary key) strict"};
constexpr EmbeddedFile second{"0002_second.sql", "alter table things add column name text"};
constexpr EmbeddedFile changed{"0001_first.sql", "create table things (id integer primary key)"};
constexpr EmbeddedFile broken{"0002_second.sql", "create table others (id integer); alter table nowhere add column name text"};

class Migrations : public testing::Test {
 protected:
  Folder folder;
  std::filesystem::path path = folder / "tiendo.db";
  Database database{path, Database::Mode::write};

  void bring_up(std::vector<EmbeddedFile> migrations) { migrate(database, path, migrations); }
  std::string refusal(std::vector<EmbeddedFile> migrations) {
    try {
      bring_up(std::move(migrations));
    } catch (const Error& error) {
      return error.key();
    }
    return "";
  }
};

TEST_F(Migrations, BuildAFreshDatabaseWithoutACopy) {
  bring_up({first, second});
  database.run("insert into things (id, name) values (1, 'một')");
  EXPECT_FALSE(std::filesystem::exists(path.string() + ".before-0001"));
  EXPECT_FALSE(std::filesystem::exists(path.string() + ".before-0002"));
}

TEST_F(Migrations, LayACopyBesideBeforeTheyChangeAnOlderDatabase) {
  bring_up({first});
  database.run("insert into things (id) values (42)");
  bring_up({first, second});
  EXPECT_NO_THROW(database.run("update things set name = 'một'"));
  Database copy(path.string() + ".before-0002", Database::Mode::read);
  auto rows = copy.query("select * from things");
  ASSERT_TRUE(rows.next());
  EXPECT_EQ(rows.number(0), 42);
}

TEST_F(Migrations, AreAppliedOnce) {
  bring_up({first});
  EXPECT_NO_THROW(bring_up({first}));
}

TEST_F(Migrations, RefuseATextThatWasChangedAfterwards) {
  bring_up({first});
  EXPECT_EQ(refusal({changed}), "migration_changed");
}

TEST_F(Migrations, RefuseADatabaseOfANewerProgram) {
  bring_up({first, second});
  EXPECT_EQ(refusal({first}), "database_newer");
}

TEST_F(Migrations, LeaveNothingOfOneThatFailed) {
  bring_up({first});
  EXPECT_EQ(refusal({first, broken}), "internal");
  EXPECT_THROW(database.run("select * from others"), Error);
  EXPECT_NO_THROW(bring_up({first, second}));
}

}  // namespace
}  // namespace tiendo::store

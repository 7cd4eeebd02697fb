// A program that is killed in the middle of an import leaves the old state or the new one, whole.
#include <gtest/gtest.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "actions/confirm_intake.h"
#include "actions/import_desk.h"
#include "store/backup.h"

namespace tiendo::actions {
namespace {

namespace fs = std::filesystem;
using store::noon;

constexpr int drafts_on_desk = 60;
int steps_to_live = 0;  // of SQLite's machine, in the child

int kill_oneself(void*) {
  raise(SIGKILL);
  return 0;
}

int on_each_connection(sqlite3* connection, const char**, const struct sqlite3_api_routines*) {
  sqlite3_progress_handler(connection, steps_to_live, kill_oneself, nullptr);
  return SQLITE_OK;
}

class KilledImport : public testing::Test {
 protected:
  store::Folder folder;
  fs::path before = folder / "before.db", database = folder / "tiendo.db";
  domain::Actor clerk;
  domain::IntakeId desk;

  void SetUp() override {
    store::Office office;
    clerk = office.clerk;
    desk = lay_on_desk(office.store, clerk, drafts(drafts_on_desk)).id;
    store::back_up(office.store.path(), before);
  }

  // Runs the confirmation in a process of its own that dies as `prepare` arranges; true where it came to its end.
  bool confirm_in_child(const std::function<void()>& prepare) {
    for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(database.string() + suffix);
    fs::copy_file(before, database);
    const pid_t child = fork();
    if (child == 0) {
      prepare();
      store::Store store(database);
      confirm_intake(store, clerk, desk, 1, noon());
      _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

  void expect_old_or_new(bool came_to_its_end) {
    const store::Store store(database);
    const auto reader = store.read();
    const auto record = reader.intake(clerk.agency, desk);
    const bool is_new = record.state == store::IntakeState::confirmed;
    EXPECT_TRUE(is_new || !came_to_its_end);
    const int expected = is_new ? drafts_on_desk : 0;
    EXPECT_EQ(reader.tasks(clerk.agency, {}).total, expected);
    store::TaskFilter filter;
    filter.words = "nhiem vu so";
    EXPECT_EQ(reader.tasks(clerk.agency, filter).total, expected);
    EXPECT_EQ((*reader.names(clerk.agency)).units.size(), is_new ? 3u : 0u);
    EXPECT_EQ(reader.programmes(clerk.agency).size(), is_new ? 2u : 1u);
    EXPECT_NO_THROW(store::check_database(database));
  }
};

TEST_F(KilledImport, LeavesTheOldStateOrTheNewOneWhereverTheMachineStops) {
  int killed = 0;
  bool is_done = false;
  for (int steps = 200; !is_done && steps < 100'000'000; steps = steps * 5 / 4) {
    is_done = confirm_in_child([&] {
      steps_to_live = steps;
      sqlite3_auto_extension(reinterpret_cast<void (*)()>(on_each_connection));
    });
    killed += !is_done;
    expect_old_or_new(is_done);
  }
  EXPECT_TRUE(is_done);
  EXPECT_GE(killed, 10);
}

// The kernel ends the child at the first byte beyond the limit: in the middle of writing the log ahead, or the file itself.
TEST_F(KilledImport, LeavesTheOldStateOrTheNewOneWhereverTheWritingStops) {
  int killed = 0;
  bool is_done = false;
  for (rlim_t bytes = 20'001; !is_done && bytes < (64u << 20); bytes += bytes < 200'000 ? 10'007 : 40'009) {
    is_done = confirm_in_child([&] {
      const rlimit no_core{0, 0}, limit{bytes, bytes};
      setrlimit(RLIMIT_CORE, &no_core);
      signal(SIGXFSZ, SIG_DFL);
      setrlimit(RLIMIT_FSIZE, &limit);
    });
    killed += !is_done;
    expect_old_or_new(is_done);
  }
  EXPECT_TRUE(is_done);
  EXPECT_GE(killed, 10);
}

}  // namespace
}  // namespace tiendo::actions

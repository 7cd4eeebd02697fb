// Accounts, generated data, backup and restore as an operator types them.
#include <array>

#include <gtest/gtest.h>
#include <stdio.h>
#include <sys/wait.h>

#include "store/database.h"
#include "store/office.h"

namespace tiendo::cli {
namespace {

struct Answer {
  std::string text;
  int code = 0;
};

class Keeping : public testing::Test {
 protected:
  store::Folder folder;

  Answer tiendo(const std::string& arguments, const std::string& typed = "") const {
    const std::string line =
        "cd '" + (folder / "").string() + "' && printf '%s' '" + typed + "' | TIENDO_LANG=en '" TIENDO_PROGRAM "' " + arguments + " 2>&1";
    FILE* pipe = popen(line.c_str(), "r");
    Answer answer;
    std::array<char, 4096> bytes;
    while (const std::size_t read = fread(bytes.data(), 1, bytes.size(), pipe)) answer.text.append(bytes.data(), read);
    answer.code = WEXITSTATUS(pclose(pipe));
    return answer;
  }
};

TEST_F(Keeping, AnAccountIsMadeOnceAndItsPasswordShownOnce) {
  const auto made = tiendo("user add vanthu --full-name 'Lê Thị Sen' --agency 'Sở Bình Minh'");
  EXPECT_EQ(made.code, 0) << made.text;
  EXPECT_NE(made.text.find("Password: "), std::string::npos);
  EXPECT_EQ(tiendo("user list").text, "vanthu\tLê Thị Sen\tSở Bình Minh\n");
  const auto again = tiendo("user add VANTHU");
  EXPECT_EQ(again.code, 1);
  EXPECT_NE(again.text.find("is taken"), std::string::npos) << again.text;
}

TEST_F(Keeping, APasswordMayBeTyped) {
  EXPECT_EQ(tiendo("user add vanthu --password-stdin", "ngắn\n").code, 1);
  const auto made = tiendo("user add vanthu --password-stdin", "một mật khẩu dài\n");
  EXPECT_EQ(made.code, 0) << made.text;
  EXPECT_EQ(made.text.find("mật khẩu"), std::string::npos);
}

TEST_F(Keeping, ABackupComesBackAsItWas) {
  ASSERT_EQ(tiendo("generate --agencies 2 --tasks 300 --database one.db").code, 0);
  const auto copied = tiendo("backup copy.db --database one.db");
  EXPECT_EQ(copied.code, 0) << copied.text;
  EXPECT_NE(copied.text.find("300 tasks"), std::string::npos);
  const auto restored = tiendo("restore copy.db --database two.db");
  EXPECT_EQ(restored.code, 0) << restored.text;
  EXPECT_NE(restored.text.find("300 tasks"), std::string::npos);
  EXPECT_EQ(tiendo("user list --database two.db").text, tiendo("user list --database one.db").text);
}

TEST_F(Keeping, GeneratedDataIsAlwaysTheSameAndOnlyForAnEmptyDatabase) {
  ASSERT_EQ(tiendo("generate --agencies 2 --tasks 50 --database one.db").code, 0);
  EXPECT_EQ(tiendo("generate --agencies 2 --tasks 50 --database one.db").code, 1);
  ASSERT_EQ(tiendo("generate --agencies 2 --tasks 50 --database two.db").code, 0);
  const store::Store one(folder / "one.db"), two(folder / "two.db");
  const auto agency = one.read().agencies().at(1).id;
  const auto first = one.read().tasks(agency, {}), second = two.read().tasks(agency, {});
  ASSERT_EQ(first.tasks.size(), 25u);
  ASSERT_EQ(second.tasks.size(), 25u);
  for (std::size_t at = 0; at < 25; ++at) {
    EXPECT_EQ(first.tasks[at].id, second.tasks[at].id);
    EXPECT_EQ(first.tasks[at].title, second.tasks[at].title);
  }
}

TEST_F(Keeping, AnImportIsKeptAndConfirmed) {
  const std::string sample = "import '" TIENDO_SOURCE_DIR "/samples/chuong-trinh-6-thang-cuoi-nam.txt'";
  EXPECT_EQ(tiendo(sample).code, 1);  // no agency yet
  ASSERT_EQ(tiendo("user add vanthu").code, 0);
  const auto imported = tiendo(sample);
  EXPECT_EQ(imported.code, 0) << imported.text;
  const store::Store store(folder / "data/tiendo.db");
  EXPECT_GT(store.read().tasks(store.read().agencies().at(0).id, {}).total, 50);
}

TEST_F(Keeping, AProgrammeGoesOutAndComesBackInEveryFormat) {
  ASSERT_EQ(tiendo("user add vanthu").code, 0);
  ASSERT_EQ(tiendo("import '" TIENDO_SOURCE_DIR "/samples/chuong-trinh-6-thang-cuoi-nam.txt'").code, 0);
  const auto tasks_in = [&](const std::string& database) {
    const store::Store store(folder / database);
    store::TaskFilter all;
    all.limit = store::most_tasks_a_page;
    return store.read().tasks(store.read().agencies().at(0).id, all).tasks;
  };
  const auto wanted = tasks_in("data/tiendo.db");
  ASSERT_GT(wanted.size(), 50u);
  for (const std::string format : {"json", "csv", "docx", "xlsx", "pdf"}) {
    SCOPED_TRACE(format);
    const auto out = tiendo("export 'cuối năm' --format " + format + " --out out." + format);
    ASSERT_EQ(out.code, 0) << out.text;
    const std::string database = format + ".db";
    ASSERT_EQ(tiendo("user add vanthu --database " + database).code, 0);
    const auto in = tiendo("import out." + format + " --database " + database);
    ASSERT_EQ(in.code, 0) << in.text;
    const auto found = tasks_in(database);
    ASSERT_EQ(found.size(), wanted.size());
    for (std::size_t at = 0; at < found.size(); ++at) {
      EXPECT_EQ(found[at].title, wanted[at].title);
      EXPECT_EQ(found[at].lead, wanted[at].lead);
      EXPECT_EQ(found[at].deliverable, wanted[at].deliverable);
      EXPECT_EQ(found[at].note, wanted[at].note);
      EXPECT_EQ(found[at].due_period, wanted[at].due_period);
    }
  }
}

TEST_F(Keeping, AMissingFileIsSaidPlainly) {
  const auto answer = tiendo("backup copy.db --database none.db");
  EXPECT_EQ(answer.code, 1);
  EXPECT_EQ(answer.text, "tiendo: There is no file “none.db”.\n");
}

TEST_F(Keeping, TheLogsAreFoundAsTheyWereWritten) {
  ASSERT_EQ(tiendo("user add vanthu --agency 'Sở Bình Minh' --database one.db").code, 0);
  ASSERT_EQ(tiendo("user password vanthu --database one.db").code, 0);
  const auto verified = tiendo("audit verify --database one.db");
  EXPECT_EQ(verified.code, 0) << verified.text;
  EXPECT_NE(verified.text.find("log of access, Sở Bình Minh: holds; last row 2, hash "), std::string::npos) << verified.text;
  EXPECT_NE(verified.text.find("log of changes, Sở Bình Minh: holds; last row 3, hash "), std::string::npos) << verified.text;
}

TEST_F(Keeping, ARowOfALogThatSomebodyTouchedIsNamed) {
  ASSERT_EQ(tiendo("user add vanthu --agency 'Sở Bình Minh' --database one.db").code, 0);
  for (int change = 0; change < 4; ++change) ASSERT_EQ(tiendo("user password vanthu --database one.db").code, 0);
  {
    store::Database database(folder / "one.db", store::Database::Mode::write);
    database.script(
        "drop trigger access_log_stays_as_written; drop trigger events_stay;"
        "update access_log set what = 'signed_in' where sequence = 2; delete from events where sequence = 6");
  }
  const auto verified = tiendo("audit verify --database one.db");
  EXPECT_EQ(verified.code, 1) << verified.text;
  EXPECT_NE(verified.text.find("row 2 was changed"), std::string::npos) << verified.text;
  EXPECT_NE(verified.text.find("rows 6 to 6 were removed"), std::string::npos) << verified.text;
}

TEST_F(Keeping, AProvinceIsGivenTheSumsOfItsAgencies) {
  ASSERT_EQ(tiendo("user add tinh --agency 'Văn phòng UBND tỉnh' --database one.db").code, 0);
  ASSERT_EQ(tiendo("user add vanthu --agency 'Sở Bình Minh' --database one.db").code, 0);
  EXPECT_EQ(tiendo("oversee 'Văn phòng UBND tỉnh' --database one.db").text, "") << "nobody is overseen unless the operator says so";
  EXPECT_EQ(tiendo("oversee 'Văn phòng UBND tỉnh' --of 'Sở Bình Minh' --database one.db").text, "Sở Bình Minh\n");
  const auto unknown = tiendo("oversee 'Văn phòng UBND tỉnh' --of 'Sở Nào' --database one.db");
  EXPECT_EQ(unknown.code, 1);
  EXPECT_NE(unknown.text.find("no agency “Sở Nào”"), std::string::npos) << unknown.text;
  EXPECT_EQ(tiendo("oversee 'Sở Bình Minh' --of 'Sở Bình Minh' --database one.db").code, 1);
  EXPECT_EQ(tiendo("oversee 'Văn phòng UBND tỉnh' --of 'Sở Bình Minh' --end --database one.db").text, "");
}

TEST_F(Keeping, TheLogIsKeptForAYearAtLeast) {
  ASSERT_EQ(tiendo("user add vanthu --agency 'Sở Bình Minh' --database one.db").code, 0);
  const auto refused = tiendo("audit trim --months 11 --database one.db");
  EXPECT_EQ(refused.code, 1);
  EXPECT_NE(refused.text.find("at least 12 months"), std::string::npos) << refused.text;
  EXPECT_NE(tiendo("audit trim --database one.db").text.find("0 rows"), std::string::npos);
}

}  // namespace
}  // namespace tiendo::cli

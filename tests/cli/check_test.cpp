#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tiendo::cli {
namespace {

namespace fs = std::filesystem;

struct Answer {
  int code = -1;
  std::string out;
};

Answer run(const std::string& arguments) {
  Answer answer;
  FILE* pipe = popen(("TIENDO_LANG=vi '" TIENDO_PROGRAM "' " + arguments + " 2>&1").c_str(), "r");
  std::array<char, 4096> block;
  while (const auto read = fread(block.data(), 1, block.size(), pipe)) answer.out.append(block.data(), read);
  answer.code = WEXITSTATUS(pclose(pipe));
  return answer;
}

class CheckCommand : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("tiendo-check-" + std::to_string(getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  std::string file(const std::string& text) const {
    std::ofstream(folder_ / "annex.txt") << text;
    return "'" + (folder_ / "annex.txt").string() + "'";
  }
  fs::path folder_;
};

const std::string sample = TIENDO_SOURCE_DIR "/samples/chuong-trinh-6-thang-cuoi-nam.txt";

TEST_F(CheckCommand, SaysWhatItFoundAndSucceeds) {
  const auto answer = run("check '" + sample + "'");
  EXPECT_EQ(answer.code, 0);
  EXPECT_NE(answer.out.find("Quý III: đề mục ghi 30 nhiệm vụ, đọc được đủ 30."), std::string::npos) << answer.out;
  EXPECT_NE(answer.out.find("không có ngày 31/2/2025"), std::string::npos) << answer.out;
  EXPECT_NE(answer.out.find(" ghi nhận.\n"), std::string::npos) << answer.out;
}

TEST_F(CheckCommand, SpeaksJson) {
  const auto answer = run("check --json '" + sample + "'");
  EXPECT_EQ(answer.code, 0);
  EXPECT_EQ(answer.out.rfind("{\"problems\":[{\"key\":", 0), 0u) << answer.out.substr(0, 100);
}

TEST_F(CheckCommand, FailsWhereNothingCanBeRead) {
  EXPECT_EQ(run("check /nowhere/annex.txt").code, 1);
  EXPECT_EQ(run("check " + file("Không có bảng nào ở đây.\n")).code, 1);
}

TEST_F(CheckCommand, ChecksAStoredProgrammeAsItStands) {
  const auto database = " --database '" + (folder_ / "one.db").string() + "'";
  ASSERT_EQ(run("user add vanthu --agency 'Sở Bình Minh'" + database).code, 0);
  const auto imported = run("import '" + sample + "'" + database);
  ASSERT_EQ(imported.code, 0) << imported.out;
  const auto answer = run("check 'nhiem vu cu the'" + database);
  EXPECT_EQ(answer.code, 0) << answer.out;
  EXPECT_NE(answer.out.find("không có ngày 31/2/2025"), std::string::npos) << answer.out;
  EXPECT_NE(answer.out.find("đọc được đủ 30"), std::string::npos) << answer.out;
  EXPECT_EQ(run("check 'ten khong co'" + database).code, 1);
}

TEST_F(CheckCommand, RefusesASecretDocument) {
  std::ifstream in(sample);
  const std::string text((std::istreambuf_iterator<char>(in)), {});
  const auto answer = run("check " + file("TỐI MẬT\n" + text));
  EXPECT_EQ(answer.code, 1);
  EXPECT_NE(answer.out.find("TỐI MẬT"), std::string::npos) << answer.out;
  EXPECT_EQ(answer.out.find("Quý III"), std::string::npos) << answer.out;
}

}  // namespace
}  // namespace tiendo::cli

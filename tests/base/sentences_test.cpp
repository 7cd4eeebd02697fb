#include "base/sentences.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace tiendo {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

boost::json::object sentences_of(const char* language) {
  return boost::json::parse(read(fs::path(TIENDO_SOURCE_DIR) / "text" / (std::string(language) + ".json"))).as_object();
}

// The {0}, {1} … of a sentence.
std::set<char> slots_of(std::string_view sentence) {
  std::set<char> slots;
  for (std::size_t i = 0; i + 2 < sentence.size(); ++i) {
    if (sentence[i] == '{' && sentence[i + 2] == '}') slots.insert(sentence[i + 1]);
  }
  return slots;
}

TEST(Sentences, StandInBothLanguagesWithTheSameSlots) {
  const auto vietnamese = sentences_of("vi"), english = sentences_of("en");
  for (const auto& [key, value] : vietnamese) {
    const auto* other = english.if_contains(key);
    ASSERT_TRUE(other) << key << " is missing in en.json";
    EXPECT_EQ(slots_of(value.as_string()), slots_of(other->as_string())) << key;
  }
  for (const auto& [key, value] : english) EXPECT_TRUE(vietnamese.contains(key)) << key << " is missing in vi.json";
}

TEST(Sentences, ExistForEveryErrorThatTheCodeThrows) {
  const auto vietnamese = sentences_of("vi");
  int found = 0;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(TIENDO_SOURCE_DIR) / "src")) {
    if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
    const std::string code = read(entry.path());
    for (auto at = code.find("ErrorCode::"); at != std::string::npos; at = code.find("ErrorCode::", at + 1)) {
      const auto comma = code.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", at + 11);
      if (comma == std::string::npos || code.compare(comma, 3, ", \"") != 0) continue;
      const std::string key = code.substr(comma + 3, code.find('"', comma + 3) - comma - 3);
      EXPECT_TRUE(vietnamese.contains("error." + key)) << "error." << key << ", thrown in " << entry.path();
      ++found;
    }
  }
  EXPECT_GT(found, 5);
}

TEST(Sentence, FillsItsSlots) {
  EXPECT_EQ(sentence(Language::en, "error.bad_id", {"x"}), "“x” is not a valid identifier.");
}

}  // namespace
}  // namespace tiendo

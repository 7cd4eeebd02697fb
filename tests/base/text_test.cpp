#include "base/text.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace tiendo {
namespace {

TEST(SearchKey, IsBlindToCaseMarksTonePlacementAndKindsOfBlank) {
  EXPECT_EQ(search_key("HÒA  Bình"), "hoa binh");
  EXPECT_EQ(search_key("Hoà\u00A0Bình"), "hoa binh");
  EXPECT_EQ(search_key("Ho\u0061\u0300 Bi\u0300nh"), "hoa binh");
  EXPECT_EQ(search_key("Đường"), "duong");
}

TEST(MarkedKey, TellsMarkedFromUnmarkedButNotTheTonePlacement) {
  EXPECT_EQ(marked_key("hòa"), marked_key("hoà"));
  EXPECT_EQ(marked_key("thủy"), marked_key("THUỶ"));
  EXPECT_NE(marked_key("hòa"), marked_key("hoa"));
  EXPECT_NE(marked_key("đ"), marked_key("d"));
}

TEST(CollapseBlanks, MakesEveryKindOfBlankOneSpace) {
  EXPECT_EQ(collapse_blanks("\u00A0 Xây\u00A0\u00A0dựng\t\n kế\u2003hoạch "), "Xây dựng kế hoạch");
}

TEST(SortKey, FollowsTheVietnameseCollation) {
  const std::vector<std::string> expected = {"An", "Ăn", "Ân", "Dương", "Đăng", "ma", "mà", "mả", "mã", "má", "mạ", "O", "Ô", "Ơ"};
  auto sorted = expected;
  std::ranges::reverse(sorted);
  std::ranges::sort(sorted, {}, sort_key);
  EXPECT_EQ(sorted, expected);
}

TEST(PersonSortKey, BeginsWithTheGivenName) {
  EXPECT_LT(person_sort_key("Trần Văn An"), person_sort_key("Lê Thị Bình"));
}

TEST(Words, ArePartedAtBlanksOfEveryKind) {
  EXPECT_EQ(words("một\u00A0hai\n ba"), (std::vector<std::string>{"một", "hai", "ba"}));
}

}  // namespace
}  // namespace tiendo

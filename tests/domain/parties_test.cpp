#include "domain/parties.h"

#include <gmock/gmock.h>

namespace tiendo::domain {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "[…]" is an open group; "*" stands after a lead, "+" after a coordinating unit.
std::vector<std::string> shown(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& party : parties(text)) {
    auto name = party.is_open_group ? "[" + party.name + "]" : party.name;
    name += party.role == Party::Role::lead ? "*" : party.role == Party::Role::coordinating ? "+" : "";
    out.push_back(name);
  }
  return out;
}

std::vector<std::string> shown_leaders(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& leader : leaders(text)) out.push_back(leader.office + "|" + leader.name);
  return out;
}

TEST(Parties, ArePartedAtSemicolonsCommasAndSentences) {
  EXPECT_THAT(shown("Văn phòng Sở, TTCĐS&ĐMST"), ElementsAre("Văn phòng Sở", "TTCĐS&ĐMST"));
  EXPECT_THAT(shown("Sở KH&CN"), ElementsAre("Sở KH&CN"));
  EXPECT_THAT(shown("Đơn vị đào tạo, Văn phòng Sở, Trung tâm CĐS&ĐMST"),
              ElementsAre("Đơn vị đào tạo", "Văn phòng Sở", "Trung tâm CĐS&ĐMST"));
  EXPECT_THAT(shown("Sở Nội vụ và Sở Tài chính"), ElementsAre("Sở Nội vụ", "Sở Tài chính"));
  EXPECT_THAT(shown("Văn phòng Sở, Thanh tra Sở"), ElementsAre("Văn phòng Sở", "Thanh tra Sở"));
  EXPECT_THAT(shown("Sở KHCN, Tập đoàn An Bình"), ElementsAre("Sở KHCN", "Tập đoàn An Bình"));
}

TEST(Parties, ArePartedWhereOneHeadFollowsTheOther) {
  EXPECT_THAT(shown("Sở Công Thương Sở Tư pháp"), ElementsAre("Sở Công Thương", "Sở Tư pháp"));
  EXPECT_THAT(shown("Phòng Kế hoạch - Phòng Tài chính"), ElementsAre("Phòng Kế hoạch", "Phòng Tài chính"));
  EXPECT_THAT(shown("Phòng Kế hoạch - Tài chính"), ElementsAre("Phòng Kế hoạch - Tài chính"));
  EXPECT_THAT(shown("Thanh tra Sở"), ElementsAre("Thanh tra Sở"));
  EXPECT_THAT(shown("Trung tâm Thông tin của Trung tâm Y tế"), ElementsAre("Trung tâm Thông tin của Trung tâm Y tế"));
}

TEST(Parties, KeepANameThatHoldsACommaOrAnd) {
  EXPECT_THAT(shown("Sở Văn hóa, Thể thao và Du lịch; Sở Khoa học và Công nghệ"),
              ElementsAre("Sở Văn hóa, Thể thao và Du lịch", "Sở Khoa học và Công nghệ"));
}

TEST(Parties, SayWhoLeads) {
  EXPECT_THAT(shown("Phòng Quản lý Khoa học (chủ trì); Phòng Chuyển đổi số"),
              ElementsAre("Phòng Quản lý Khoa học*", "Phòng Chuyển đổi số"));
  EXPECT_THAT(shown("Chủ trì: Phòng A; Phối hợp: Phòng B, Phòng C"), ElementsAre("Phòng A*", "Phòng B+", "Phòng C+"));
}

TEST(Parties, KnowOpenGroups) {
  EXPECT_THAT(shown("Các đơn vị sự nghiệp"), ElementsAre("[Các đơn vị sự nghiệp]"));
  EXPECT_THAT(shown("Các cơ quan, tổ chức, đơn vị liên quan"), ElementsAre("[Các cơ quan, tổ chức, đơn vị liên quan]"));
  EXPECT_THAT(shown("Các phòng, đơn vị thuộc Sở; Các sở, ban ngành"), ElementsAre("[Các phòng, đơn vị thuộc Sở]", "[Các sở, ban ngành]"));
  EXPECT_THAT(shown("Văn phòng Sở, các phòng, đơn vị liên quan"), ElementsAre("Văn phòng Sở", "[các phòng, đơn vị liên quan]"));
  EXPECT_THAT(shown("Phòng BCVT&CNTT; đơn vị có liên quan"), ElementsAre("Phòng BCVT&CNTT", "[đơn vị có liên quan]"));
  EXPECT_THAT(shown("Các sở, ban ngành, UBND cấp xã"), ElementsAre("[Các sở, ban ngành]", "[UBND cấp xã]"));
  EXPECT_THAT(shown("UBND các huyện, thành phố, Thị xã; UBND các xã/phường"),
              ElementsAre("[UBND các huyện, thành phố, Thị xã]", "[UBND các xã/phường]"));
  EXPECT_THAT(shown("Các sở, ban, ngành tỉnh; UBND các xã, phường"), ElementsAre("[Các sở, ban, ngành tỉnh]", "[UBND các xã, phường]"));
  EXPECT_THAT(shown("Sở Y Tế, các DN"), ElementsAre("Sở Y Tế", "[các DN]"));
  EXPECT_THAT(shown("Phòng BCVT&CĐS. Các sở, ban ngành, UBND cấp xã"),
              ElementsAre("Phòng BCVT&CĐS", "[Các sở, ban ngành]", "[UBND cấp xã]"));
  EXPECT_THAT(shown("Trung tâm Phục vụ hành chính công, Sở, ban, ngành"),
              ElementsAre("Trung tâm Phục vụ hành chính công", "[Sở, ban, ngành]"));
  EXPECT_THAT(shown("Sở Xây dựng/các công ty quản lý lĩnh vực liên quan"),
              ElementsAre("Sở Xây dựng", "[các công ty quản lý lĩnh vực liên quan]"));
  EXPECT_THAT(shown("Sở ban ngành; DN"), ElementsAre("[Sở ban ngành]", "[DN]"));
}

TEST(Parties, SpreadAHeadOverItsList) {
  EXPECT_THAT(shown("Các Sở: Nội vụ, Tài chính, Giáo dục và Đào tạo; Các Phòng: CN&CN, QLKH; Đại Học An Bình,"),
              ElementsAre("Sở Nội vụ", "Sở Tài chính", "Sở Giáo dục và Đào tạo", "Phòng CN&CN", "Phòng QLKH", "Đại Học An Bình"));
}

TEST(Parties, AreNoneInAnEmptyCell) {
  EXPECT_THAT(shown(""), IsEmpty());
  EXPECT_THAT(shown(" ; ,"), IsEmpty());
  EXPECT_THAT(shown("…"), IsEmpty());
}

TEST(Leaders, ArePartedFromTheirOffice) {
  EXPECT_THAT(shown_leaders("PGĐ Sở Phan Văn Hiếu"), ElementsAre("PGĐ Sở|Phan Văn Hiếu"));
  EXPECT_THAT(shown_leaders("Giám đốc Sở"), ElementsAre("Giám đốc Sở|"));
  EXPECT_THAT(shown_leaders("Các PGĐ Sở: Phan Văn Hiếu; Mai Thoan; Nguyễn Quốc Huy Hoàng"),
              ElementsAre("PGĐ Sở|Phan Văn Hiếu", "PGĐ Sở|Mai Thoan", "PGĐ Sở|Nguyễn Quốc Huy Hoàng"));
  EXPECT_THAT(shown_leaders("Phó Giám đốc Lê Thị Bình, Trần An"), ElementsAre("Phó Giám đốc|Lê Thị Bình", "|Trần An"));
  EXPECT_THAT(shown_leaders(""), IsEmpty());
}

}  // namespace
}  // namespace tiendo::domain

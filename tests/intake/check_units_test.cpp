#include <gmock/gmock.h>

#include "intake/drafts.h"
#include "intake/unit_names.h"

namespace tiendo::intake {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A programme in which each unit leads as often as said.
Intake led_by(const std::vector<std::pair<std::string, int>>& units) {
  std::vector<testing::Row> rows;
  for (const auto& [unit, times] : units) {
    for (int i = 0; i < times; ++i) rows.push_back({.number = std::to_string(rows.size() + 1), .title = "", .lead = unit});
  }
  return testing::programme(rows);
}

std::vector<std::string> shown(const Intake& intake, const Register& known = {}) {
  std::vector<std::string> out;
  for (const auto& doubt : doubtful_units(intake, known)) {
    std::string line = doubt.kind == UnitDoubt::Kind::several_spellings ? "same"
                       : doubt.kind == UnitDoubt::Kind::typing_error    ? "typo"
                                                                        : "maybe";
    for (const auto& spelling : doubt.spellings) line += "|" + spelling.text + " " + std::to_string(spelling.count);
    out.push_back(line);
  }
  return out;
}

TEST(UnitSpellings, DifferInCaseAndBlanks) {
  EXPECT_THAT(shown(led_by({{"Văn phòng Sở", 3}, {"Văn Phòng Sở", 2}})), ElementsAre("same|Văn Phòng Sở 2|Văn phòng Sở 3"));
}

TEST(UnitSpellings, MayLeaveOutOrGlueTheWordForTheKindOfUnit) {
  EXPECT_THAT(shown(led_by({{"Phòng QLKH&ĐMST", 3}, {"QLKH&ĐMST", 1}})), ElementsAre("same|QLKH&ĐMST 1|Phòng QLKH&ĐMST 3"));
  EXPECT_THAT(shown(led_by({{"Trung tâm CĐS&ĐMST", 3}, {"TTCĐS&ĐMST", 2}})), ElementsAre("same|TTCĐS&ĐMST 2|Trung tâm CĐS&ĐMST 3"));
}

TEST(UnitSpellings, MayBeInitials) {
  EXPECT_THAT(shown(led_by({{"Sở Khoa học và Công nghệ", 3}, {"Sở KHCN", 1}, {"Sở KH&CN", 2}})),
              ElementsAre("same|Sở KHCN 1|Sở KH&CN 2|Sở Khoa học và Công nghệ 3"));
}

TEST(UnitSpellings, OneLetterOffIsATypingErrorOfTheRareOne) {
  EXPECT_THAT(shown(led_by({{"Trung tâm KTTCĐLCL", 5}, {"Trung tâm KTTCĐKCL", 1}})),
              ElementsAre("typo|Trung tâm KTTCĐKCL 1|Trung tâm KTTCĐLCL 5"));
}

TEST(UnitSpellings, MayHaveChangedWithAReorganisation) {
  EXPECT_THAT(shown(led_by({{"Phòng QLTCĐLCL", 5}, {"Phòng TCĐLCL", 1}})), ElementsAre("maybe|Phòng TCĐLCL 1|Phòng QLTCĐLCL 5"));
  EXPECT_THAT(shown(led_by({{"Phòng BCVT&CĐS", 5}, {"Phòng BCVT&CNTT", 2}})), ElementsAre("maybe|Phòng BCVT&CNTT 2|Phòng BCVT&CĐS 5"));
  EXPECT_THAT(shown(led_by({{"Trung tâm CĐS&ĐMST", 5}, {"Trung tâm CĐS", 1}})), ElementsAre("maybe|Trung tâm CĐS 1|Trung tâm CĐS&ĐMST 5"));
}

TEST(UnitSpellings, LeaveDifferentUnitsAlone) {
  EXPECT_THAT(shown(led_by({{"Phòng Giao dịch số 1", 5},
                            {"Phòng Giao dịch số 2", 1},
                            {"Sở Nội vụ", 4},
                            {"Sở Y tế", 1},
                            {"Sở Tài chính", 3},
                            {"Sở Tư pháp", 1}})),
              IsEmpty());
  EXPECT_THAT(shown(led_by({{"Phòng QLKH", 6}, {"Phòng QLCN", 1}, {"Trung tâm KTTCĐLCL", 4}, {"Phòng QLTCĐLCL", 5}})), IsEmpty());
  EXPECT_THAT(shown(led_by({{"Văn phòng HĐND tỉnh", 1}, {"HĐND tỉnh", 1}})), IsEmpty());
  EXPECT_THAT(shown(led_by({{"UBND xã Bình An", 3}, {"UBND xã Bình Anh", 3}})), IsEmpty());
}

TEST(UnitSpellings, AreComparedWithTheRegister) {
  EXPECT_THAT(shown(led_by({{"Phòng Kế hoạch tài chin", 1}}), {{"Phòng Kế hoạch tài chính"}, {}}),
              ElementsAre("typo|Phòng Kế hoạch tài chin 1|Phòng Kế hoạch tài chính 0"));
}

}  // namespace
}  // namespace tiendo::intake

#include "domain/labels.h"

#include <gmock/gmock.h>

namespace tiendo::domain {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Labels, PartTheRankOfATaskFromWhatItServes) {
  EXPECT_THAT(labels_from_note("Nhiệm vụ quan trọng tham mưu UBND tỉnh"), ElementsAre("Nhiệm vụ quan trọng", "Tham mưu UBND tỉnh"));
  EXPECT_THAT(labels_from_note("Nhiệm vụ quan trọng- Chương trình công tác Quý III của UBND tỉnh"),
              ElementsAre("Nhiệm vụ quan trọng", "Chương trình công tác Quý III của UBND tỉnh"));
}

TEST(Labels, AreTheSameHoweverTheDashIsWritten) {
  const auto expected = ElementsAre("Nhiệm vụ quan trọng", "Phục vụ chính quyền địa phương 2 cấp");
  EXPECT_THAT(labels_from_note("Nhiệm vụ quan trọng phục vụ chính quyền địa phương 2 cấp"), expected);
  EXPECT_THAT(labels_from_note("Nhiệm vụ quan trọng - Phục vụ chính quyền địa phương 2 cấp"), expected);
}

TEST(Labels, MayBeAProgrammeAlone) {
  EXPECT_THAT(labels_from_note("Chương trình công tác Quý III của UBND tỉnh"), ElementsAre("Chương trình công tác Quý III của UBND tỉnh"));
  EXPECT_THAT(labels_from_note("Kế hoạch KT-XH năm 2025; Nhiệm vụ trọng tâm."),
              ElementsAre("Kế hoạch KT-XH năm 2025", "Nhiệm vụ trọng tâm"));
}

TEST(Labels, AreNotRemarks) {
  EXPECT_THAT(labels_from_note(""), IsEmpty());
  EXPECT_THAT(labels_from_note("Đề xuất bỏ nội dung này"), IsEmpty());
  EXPECT_THAT(labels_from_note("Đã hoàn thành ngày 24/4/2025"), IsEmpty());
}

TEST(Labels, SayWhichOfThemNameAnUpperProgramme) {
  EXPECT_TRUE(names_upper_programme("Chương trình công tác Quý III của UBND tỉnh"));
  EXPECT_TRUE(names_upper_programme("Thực hiện Nghị quyết số 57-NQ/TW"));
  EXPECT_TRUE(names_upper_programme("Tham mưu UBND tỉnh"));
  EXPECT_FALSE(names_upper_programme("Nhiệm vụ quan trọng"));
  EXPECT_FALSE(names_upper_programme("Nhiệm vụ thường xuyên"));
}

}  // namespace
}  // namespace tiendo::domain

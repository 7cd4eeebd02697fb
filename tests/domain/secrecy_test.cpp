#include "domain/secrecy.h"

#include <gtest/gtest.h>

namespace tiendo::domain {
namespace {

TEST(SecretMark, IsAStampAloneOnItsLine) {
  EXPECT_EQ(find_secret_mark("UBND TỈNH\nMẬT\nSố: 12/KH-UBND"), "MẬT");
  EXPECT_EQ(find_secret_mark("TUYỆT MẬT"), "TUYỆT MẬT");
  EXPECT_EQ(find_secret_mark("  * TỐI  MẬT *\nKế hoạch"), "TỐI MẬT");
  EXPECT_EQ(find_secret_mark("UBND TỈNH BÌNH MINH      MẬT      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), "MẬT");
  EXPECT_EQ(find_secret_mark("UBND TỈNH\tTỐI MẬT\n"), "TỐI MẬT");
}

TEST(SecretMark, StandsInBracketsOrAfterItsLabel) {
  EXPECT_EQ(find_secret_mark("Kế hoạch diễn tập khu vực phòng thủ (Mật)"), "MẬT");
  EXPECT_EQ(find_secret_mark("Báo cáo [TUYỆT MẬT] quý III"), "TUYỆT MẬT");
  EXPECT_EQ(find_secret_mark("Độ mật: Tối mật"), "TỐI MẬT");
  EXPECT_EQ(find_secret_mark("Mức độ mật:\nMật\nKính gửi"), "MẬT");
}

TEST(SecretMark, IsNotTheWordInRunningText) {
  for (const auto* text : {"pháp luật về bảo vệ bí mật nhà nước năm 2025", "đảm bảo an toàn, bảo mật", "Bí mật nhà nước",
                           "KẾ HOẠCH BẢO VỆ BÍ MẬT NHÀ NƯỚC", "mật khẩu", "MẬT KHẨU", "tài liệu MẬT, TỐI MẬT và TUYỆT MẬT",
                           "Độ mật: theo quy định", "BÍ\nMẬT NHÀ NƯỚC", "mật ong", "(bí mật)", "BÍ MẬT", "mật", ""}) {
    EXPECT_EQ(find_secret_mark(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace tiendo::domain

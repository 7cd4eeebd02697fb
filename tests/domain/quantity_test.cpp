#include "domain/quantity.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace tiendo::domain {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "2..3 dự án", "2.. lớp" (at least), "..5 xã" (at most), "~10000 cây giống" (about).
std::vector<std::string> shown(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& q : quantities(text)) {
    std::string number = q.least && q.most && *q.least == *q.most
                             ? fmt::format("{}", *q.least)
                             : (q.least ? fmt::format("{}", *q.least) : "") + ".." + (q.most ? fmt::format("{}", *q.most) : "");
    out.push_back((q.approximate ? "~" : "") + number + " " + q.unit);
  }
  return out;
}

TEST(Quantities, AreCountsOfThings) {
  EXPECT_THAT(shown("Kiểm định 700 phương tiện đo các loại; Thử nghiệm 60 mẫu sản phẩm các loại"),
              ElementsAre("700 phương tiện đo", "60 mẫu"));
  EXPECT_THAT(shown("3000 hộp nấm, 20.000 cây giống nuôi cấy mô, sản xuất 8.000 bịch phôi nấm; Saponin 150 mẫu sâm"),
              ElementsAre("3000 hộp", "20000 cây giống", "8000 bịch", "150 mẫu"));
  EXPECT_THAT(shown("Tổ chức các khóa đào tạo (02 lớp)"), ElementsAre("2 lớp"));
  EXPECT_THAT(shown("thực hiện 9 báo cáo thuộc nhiệm vụ của Phòng"), ElementsAre("9 báo cáo"));
  EXPECT_THAT(shown("tại 02 phòng, đơn vị thuộc Sở"), ElementsAre("2 phòng"));
  EXPECT_THAT(shown("Kiểm định 1700 phương tiện đo"), ElementsAre("1700 phương tiện đo"));
}

TEST(Quantities, MayBeBoundsAndRanges) {
  EXPECT_THAT(shown("Hình thành ít nhất 02 doanh nghiệp KH&CN"), ElementsAre("2.. doanh nghiệp"));
  EXPECT_THAT(shown("Thực hiện 01 đến 02 dự án; hỗ trợ 04 đến 06 lượt doanh nghiệp"), ElementsAre("1..2 dự án", "4..6 lượt doanh nghiệp"));
  EXPECT_THAT(shown("Hỗ trợ từ 5-10 doanh nghiệp"), ElementsAre("5..10 doanh nghiệp"));
  EXPECT_THAT(shown("không quá 3 xã; 5 mô hình trở lên"), ElementsAre("..3 xã", "5.. mô hình"));
  EXPECT_THAT(shown("sản xuất khoảng 10.000 cây giống"), ElementsAre("~10000 cây giống"));
}

TEST(Quantities, MayBeSharesAndMoney) {
  EXPECT_THAT(shown("phủ sóng 5G (100% cấp huyện), phấn đấu đạt 50% số trạm 5G so với số trạm 4G."), ElementsAre("100 %", "50 %"));
  EXPECT_THAT(shown("kinh phí 2,5 tỷ"), ElementsAre("2500000000 đồng"));
  EXPECT_THAT(shown("hỗ trợ 500 triệu đồng; khoảng 3,2 triệu thửa đất"), ElementsAre("500000000 đồng", "~3200000 thửa đất"));
}

TEST(Quantities, KeepTheWordsAndTheirPlace) {
  const std::string text = "Hình thành ít nhất  02 doanh nghiệp";
  const auto found = quantities(text);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].as_written, "ít nhất 02 doanh nghiệp");
  EXPECT_EQ(text.substr(found[0].place.from), "ít nhất  02 doanh nghiệp");
}

TEST(Quantities, AreNotNamesOfThings) {
  for (const auto* text : {"giai đoạn 2025-2030",
                           "Nghị quyết 08/NQ-TU",
                           "Xuất bản Bản tin số 04/2025",
                           "Bản tin số 5,6/2025",
                           "Bản tin Chuyển đổi số 7 và 8/2025",
                           "Chuyển đổi số 9/2025",
                           "trên sóng truyền hình tháng 7/2025",
                           "Đề án 06 tỉnh Bình Minh năm 2026",
                           "các mô hình số 27, 28, 29, 30 theo nhiệm vụ",
                           "hệ thống thông tin cấp độ 3 đã được phê duyệt",
                           "TCVN ISO 9001:2015 tại Sở",
                           "(đợt 1/2)",
                           "năm 2026 (đợt 1)",
                           "khóa 3",
                           "chính quyền địa phương 02 cấp",
                           "năm học 2024-2025",
                           "Luật Viễn thông 2023",
                           "ngày 16/7/2024 của UBND",
                           "phủ sóng 5G trên địa bàn",
                           "Dự toán năm 2026 của Sở",
                           "6 tháng cuối năm 2025",
                           "từ tháng 6 đến tháng 8",
                           "phương tiện đo nhóm 2 (cân ô tô)",
                           "Bản tin TBT điện tử số 03",
                           "ngày 07 tháng 6 năm 2023 của UBND",
                           "Sơ kết 03 năm thực hiện",
                           "Kế hoạch 670/KH-UBND ngày 27/02/2024",
                           "văn bản số 1552/BTTTT-TTH và 708/BTTTT-CATTT",
                           "Nghị định số 107/2021/NĐ-CP",
                           "nghị quyết số 05-NQ/TU, ngày 25-11-2021",
                           "Họp Phiên thứ 2 năm 2025",
                           "văn bản QPPL của 02 tỉnh",
                           "Học tập kinh nghiệm về Chuyển đổi số 2025",
                           ""}) {
    EXPECT_THAT(shown(text), IsEmpty()) << text;
  }
}

}  // namespace
}  // namespace tiendo::domain

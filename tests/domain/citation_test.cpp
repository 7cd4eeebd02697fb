#include "domain/citation.h"

#include <gmock/gmock.h>

namespace tiendo::domain {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "kind|number|symbol|date|issuer", a year in the symbol after the number.
std::vector<std::string> shown(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& c : citations(text)) {
    out.push_back(c.kind + "|" + c.number + (c.year ? "/" + std::to_string(*c.year) : "") + "|" + c.symbol + "|" +
                  (c.date ? iso(*c.date) : c.date_written) + "|" + c.issuer);
  }
  return out;
}

std::vector<std::string> doubts_of(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& citation : citations(text)) {
    for (const auto& doubt : doubts(citation)) out.push_back(doubt.key);
  }
  return out;
}

TEST(Citations, AreReadIntoKindNumberSymbolDateAndIssuer) {
  EXPECT_THAT(shown("thực hiện Quyết định số 826/QĐ-BTTTT ngày 21/5/2024 về hiện diện trực tuyến"),
              ElementsAre("Quyết định|826|QĐ-BTTTT|2024-05-21|"));
  EXPECT_THAT(shown("Quyết định số 996/QĐ-TTg ngày 10/8/2018 của Thủ tướng Chính phủ phê duyệt Đề án"),
              ElementsAre("Quyết định|996|QĐ-TTg|2018-08-10|Thủ tướng Chính phủ"));
  EXPECT_THAT(shown("Kế hoạch số 01/KH-UBND-TDTU ngày 17/7/2023 của UBND tỉnh và Trường ĐH An Bình, Triển khai"),
              ElementsAre("Kế hoạch|01|KH-UBND-TDTU|2023-07-17|UBND tỉnh và Trường ĐH An Bình"));
  EXPECT_THAT(shown("Nghị định số 107/2021/NĐ-CP của Chính phủ"), ElementsAre("Nghị định|107/2021|NĐ-CP||Chính phủ"));
  EXPECT_THAT(shown("Kế hoạch số 1693/KH-UBND ngày 07 tháng 6 năm 2023 của Ủy ban nhân dân tỉnh về triển khai"),
              ElementsAre("Kế hoạch|1693|KH-UBND|2023-06-07|Ủy ban nhân dân tỉnh"));
}

TEST(Citations, KnowTheWaysOfTheParty) {
  EXPECT_THAT(shown("Nghị quyết số 57-NQ/TW"), ElementsAre("Nghị quyết|57|NQ/TW||"));
  EXPECT_THAT(shown("đánh giá Nghị quyết 08/NQ-TU; đề xuất"), ElementsAre("Nghị quyết|08|NQ-TU||"));
  EXPECT_THAT(shown("Chỉ thị số 38-CT/TW ngày 30/7/2024 của Ban Bí thư về đẩy mạnh"),
              ElementsAre("Chỉ thị|38|CT/TW|2024-07-30|Ban Bí thư"));
  EXPECT_THAT(shown("Kế hoạch số 08-KH/BCĐ Tỉnh ủy"), ElementsAre("Kế hoạch|08|KH/BCĐ||"));
  EXPECT_THAT(shown("nghị quyết số 05-NQ/TU, ngày 25-11- 2021 của Tỉnh ủy"), ElementsAre("Nghị quyết|05|NQ/TU|2021-11-25|Tỉnh ủy"));
  EXPECT_THAT(shown("nghị quyết số 19-NQ/TU, ngày 16-6-2022  của Ban Chấp hành Trung ương Đảng khóa XIII “về nông nghiệp"),
              ElementsAre("Nghị quyết|19|NQ/TU|2022-06-16|Ban Chấp hành Trung ương Đảng khóa XIII"));
}

TEST(Citations, StandWithoutTheirKindOrSymbol) {
  EXPECT_THAT(shown("tại văn bản số 1552/BTTTT-TTH và 708/BTTTT-CATTT; hoàn thành"),
              ElementsAre("Văn bản|1552|BTTTT-TTH||", "Công văn|708|BTTTT-CATTT||"));
  EXPECT_THAT(shown("(Thay thế 45/2021/QĐ-UBND ngày 10/9/2021; Theo Luật Viễn thông 2023)"),
              ElementsAre("Quyết định|45/2021|QĐ-UBND|2021-09-10|"));
  EXPECT_THAT(shown("chuyển đổi số và Đề án 06"), ElementsAre("Đề án|06|||"));
  EXPECT_THAT(shown("NĐ 85/2025/NĐ-CP"), ElementsAre("Nghị định|85/2025|NĐ-CP||"));
  EXPECT_THAT(shown("(Quyết định 100/QĐ- TTg ngày 19/01/2019)"), ElementsAre("Quyết định|100|QĐ-TTg|2019-01-19|"));
  EXPECT_THAT(shown("Văn bản số 472/SKHCN-BCVT&CĐS ngày 27/07/2025 v/v tập trung"), ElementsAre("Văn bản|472|SKHCN-BCVT&CĐS|2025-07-27|"));
  EXPECT_THAT(shown("Nghị quyết số 28/2026/QH16"), ElementsAre("Nghị quyết|28/2026|QH16||"));
}

TEST(Citations, AreNotOtherFigures) {
  for (const auto* text :
       {"tháng 7/2025", "giai đoạn 2025-2030", "Bản tin số 5,6/2025", "đợt 1/2", "24/7", "ngày 28/7/2025", "Kế hoạch năm 2026",
        "TCVN ISO 9001:2015", "100% cấp huyện", "các mô hình số 27, 28", "60 mẫu/ngày", "xã/phường", "Xây dựng đề án 5 năm", ""}) {
    EXPECT_THAT(shown(text), IsEmpty()) << text;
  }
}

TEST(CitationDoubts, FindAKindThatItsSymbolContradicts) {
  EXPECT_THAT(doubts_of("Quyết định số 12/KH-UBND"), ElementsAre("citation_kind_differs"));
  EXPECT_THAT(doubts_of("Kế hoạch số 12/QĐ-UBND"), ElementsAre("citation_kind_differs"));
  EXPECT_THAT(doubts_of("Công văn số 12/TB-UBND"), ElementsAre("citation_kind_differs"));
}

TEST(CitationDoubts, FindACentralResolutionWithAProvincialSymbolAndTheReverse) {
  EXPECT_THAT(doubts_of("nghị quyết số 19-NQ/TU, ngày 16-6-2022 của Ban Chấp hành Trung ương Đảng khóa XIII"),
              ElementsAre("citation_issuer_not_local"));
  EXPECT_THAT(doubts_of("Nghị quyết 57-NQ/TU của Bộ Chính trị"), ElementsAre("citation_issuer_not_local"));
  EXPECT_THAT(doubts_of("Nghị quyết số 05-NQ/TW của Ban Chấp hành Đảng bộ tỉnh khóa XVI"), ElementsAre("citation_issuer_not_central"));
}

TEST(CitationDoubts, FindDaysThatNeverWereAndYearsThatDiffer) {
  EXPECT_THAT(doubts_of("Quyết định số 12/QĐ-UBND ngày 31/9/2025"), ElementsAre("citation_date_impossible"));
  EXPECT_THAT(doubts_of("Quyết định số 45/2021/QĐ-UBND ngày 10/9/2022"), ElementsAre("citation_year_differs"));
}

TEST(CitationDoubts, LeaveSoundCitationsAlone) {
  for (const auto* text : {"Nghị quyết số 36-NQ/TW ngày 30 tháng 01 năm 2023 của Bộ Chính trị",
                           "nghị quyết số 05-NQ/TU, ngày 25-11-2021 của Ban Chấp hành Đảng bộ tỉnh khóa XVI",
                           "Chương trình số 57-CTr/TU ngày 28 tháng 4 năm 2023 của Ban Thường vụ Tỉnh ủy thực hiện Nghị quyết số 36-NQ/TW",
                           "Đề án 06/QĐ-TTg", "Quy định số 132-QĐ/TW", "Kế hoạch số 16/KH-UBND ngày 22/01/2025 của Chủ tịch UBND tỉnh",
                           "Nghị quyết số 28/2026/QH16", "Luật số 12/2023/QH15", "Quyết định số 1322/QĐ-TTg ngày 31/8/2020",
                           "Thông tư số 06/2021/TT-BTTTT", "Giấy mời số 16/GM-UBND ngày 28/07/2025"}) {
    EXPECT_THAT(doubts_of(text), IsEmpty()) << text;
  }
}

}  // namespace
}  // namespace tiendo::domain

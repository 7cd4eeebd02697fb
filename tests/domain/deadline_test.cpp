#include "domain/deadline.h"

#include <gtest/gtest.h>

namespace tiendo::domain {
namespace {

struct Example {
  const char* text;
  const char* kind;
  const char* from;
  const char* to;
};

constexpr Example examples[] = {
    {"30/8/2026", "day", "2026-08-30", "2026-08-30"},
    {"Trước ngày 25/7/2025", "day", "2025-07-25", "2025-07-25"},
    {"31/12", "day", "2025-12-31", "2025-12-31"},
    {"Trước 15/9", "day", "2025-09-15", "2025-09-15"},
    {"Ngày 07 tháng 6 năm 2026", "day", "2026-06-07", "2026-06-07"},
    {"trước ngày 15 tháng 9", "day", "2025-09-15", "2025-09-15"},
    {"15.9.2025", "day", "2025-09-15", "2025-09-15"},
    {"20-11-2025", "day", "2025-11-20", "2025-11-20"},
    {"Quý III/2026 (trước 20/9)", "day", "2026-09-20", "2026-09-20"},
    {"Từ 01/7 đến 30/9/2026", "span", "2026-07-01", "2026-09-30"},
    {"Tháng 8", "month", "2025-08-01", "2025-08-31"},
    {"Tháng 8/2026", "month", "2026-08-01", "2026-08-31"},
    {"Tháng 02 năm 2024", "month", "2024-02-01", "2024-02-29"},
    {"Trong tháng 9", "month", "2025-09-01", "2025-09-30"},
    {"Hoàn thành cuối tháng 10", "month", "2025-10-01", "2025-10-31"},
    {"T7/2025", "month", "2025-07-01", "2025-07-31"},
    {"7/2025", "month", "2025-07-01", "2025-07-31"},
    {"Tháng 11-12/2026", "span", "2026-11-01", "2026-12-31"},
    {"Tháng 7, 8 và 9", "span", "2025-07-01", "2025-09-30"},
    {"Tháng 7,8,9/2026", "span", "2026-07-01", "2026-09-30"},
    {"Từ tháng 9/2025 đến tháng 3/2026", "span", "2025-09-01", "2026-03-31"},
    {"Tháng 7 đến tháng 9", "span", "2025-07-01", "2025-09-30"},
    {"Quý IV/2025", "quarter", "2025-10-01", "2025-12-31"},
    {"Quí IV-2025", "quarter", "2025-10-01", "2025-12-31"},
    {"Quý 3 năm 2026", "quarter", "2026-07-01", "2026-09-30"},
    {"Trong quý III", "quarter", "2025-07-01", "2025-09-30"},
    {"Quý III, IV/2026", "span", "2026-07-01", "2026-12-31"},
    {"Quý III - Quý IV", "span", "2025-07-01", "2025-12-31"},
    {"6 tháng cuối năm 2025", "span", "2025-07-01", "2025-12-31"},
    {"06 tháng đầu năm 2026", "span", "2026-01-01", "2026-06-30"},
    {"Năm 2025", "year", "2025-01-01", "2025-12-31"},
    {"2026", "year", "2026-01-01", "2026-12-31"},
    {"Trong năm", "year", "2025-01-01", "2025-12-31"},
    {"Giai đoạn 2025-2030", "span", "2025-01-01", "2030-12-31"},
};

TEST(Deadline, IsReadInEveryWayThatAnnexesWriteIt) {
  for (const auto& example : examples) {
    const auto deadline = parse_deadline(example.text, 2025);
    ASSERT_TRUE(deadline) << example.text;
    ASSERT_TRUE(deadline->period) << example.text;
    EXPECT_STREQ(name_of(deadline->kind), example.kind) << example.text;
    EXPECT_EQ(iso(deadline->period->first_day()), example.from) << example.text;
    EXPECT_EQ(iso(deadline->period->last_day()), example.to) << example.text;
    EXPECT_EQ(deadline->as_written, example.text);
  }
}

TEST(Deadline, KnowsStandingWorkThatHasNoEnd) {
  for (const auto* text :
       {"Hằng tháng", "Thường xuyên", "Thường xuyên, hằng năm", "Ngày 20 hàng tháng", "Định kỳ", "Từ ngày ban hành Kế hoạch trở đi"}) {
    const auto deadline = parse_deadline(text, 2025);
    ASSERT_TRUE(deadline) << text;
    EXPECT_EQ(deadline->kind, Deadline::Kind::standing) << text;
    EXPECT_FALSE(deadline->period) << text;
  }
}

TEST(Deadline, MayBeANumberOfDaysFromAnEvent) {
  EXPECT_EQ(parse_deadline("7", 2025)->days, 7);
  EXPECT_EQ(parse_deadline("30 ngày", 2025)->days, 30);
  EXPECT_EQ(parse_deadline("100 ngày kể từ ngày ban hành Kế hoạch", 2025)->days, 100);
  EXPECT_EQ(parse_deadline("30 ngày", 2025)->kind, Deadline::Kind::days);
}

TEST(Deadline, SaysWhetherItLiesBeforeItsDay) {
  EXPECT_TRUE(parse_deadline("Trước ngày 25/7/2025", 2025)->before);
  EXPECT_FALSE(parse_deadline("Ngày 25/7/2025", 2025)->before);
}

TEST(Deadline, IsNotGuessed) {
  for (const auto* text : {"", "Sở KHCN đưa ra kế hoạch", "Theo chỉ đạo của UBND tỉnh", "31/9/2025", "Tháng 13", "Quý V",
                           "Sau ngày 01/7/2025", "Tháng 9 đến tháng 7", "…", "123456789012345"}) {
    EXPECT_FALSE(parse_deadline(text, 2025)) << text;
  }
}

}  // namespace
}  // namespace tiendo::domain

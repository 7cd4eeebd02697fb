#include "actions/period_report.h"

#include <fstream>

#include <gtest/gtest.h>

#include "actions/life.h"
#include "actions/move_work.h"
#include "store/key_of_error.h"

namespace tiendo::actions {
namespace {

using domain::ReportKind;
using domain::ReportPeriod;

constexpr domain::ReportRule cut_off_on_the_14th{};

std::string printed(const reports::PeriodReport& report) {
  std::string out;
  const auto add = [&](const formats::SheetParagraph& paragraph) {
    for (const auto& run : paragraph.runs) out += run.text;
  };
  for (const auto& block : reports::period_report_sheet(report).blocks) {
    if (const auto* paragraph = std::get_if<formats::SheetParagraph>(&block)) add(*paragraph), out += '\n';
    if (const auto* table = std::get_if<formats::SheetTable>(&block))
      for (const auto& cell : table->cells) {
        for (const auto& paragraph : cell.paragraphs) add(paragraph), out += '|';
        if (cell.column + cell.column_span == static_cast<int>(table->widths.size())) out += '\n';
      }
  }
  return out;
}

struct Reporting : Life, testing::Test {
  // Ids never run backwards in one process: the later tests look at later years.
  static Instant on(Date day) { return Instant{std::chrono::sys_days{day}}; }
  reports::PeriodReport report(const ReportPeriod& period, std::optional<domain::UnitId> of = {}, Instant now = on(2033y / 1 / 1)) {
    return period_report(store.read(), agency.id, of, period, cut_off_on_the_14th, now);
  }
  void move(const domain::Actor& who, int task, domain::WorkMove how, const char* words, Date day) {
    const auto id = tasks.at(static_cast<std::size_t>(task)).id;
    move_work(store, who, id, store.read().work(agency.id, id).version, how, words, on(day));
  }
};

TEST_F(Reporting, SaysTheSameAMonthLater) {
  const ReportPeriod period{ReportKind::month, 2030, 8};
  move(head, 1, domain::WorkMove::report, "Đã tổ chức", 2030y / 7 / 20);
  move(leader, 1, domain::WorkMove::confirm, "Không có văn bản", 2030y / 7 / 21);
  const auto before = report(period);
  EXPECT_EQ(before.tally, (domain::Tally{.completed_late = 1, .under_way_overdue = 2}));
  ASSERT_EQ(before.completed.size(), 1);
  EXPECT_EQ(before.completed.front().title, "Tổ chức hội nghị chuyển đổi số");
  move(office, 0, domain::WorkMove::stop, "Không còn phù hợp", 2030y / 8 / 25);
  EXPECT_EQ(printed(report(period)), printed(before));
  const auto next = report({ReportKind::month, 2030, 9});
  EXPECT_EQ(next.tally, (domain::Tally{.completed_late = 1, .under_way_overdue = 1})) << "the later report does see it";
  EXPECT_TRUE(next.completed.empty()) << "it was completed in the period before";
}

TEST_F(Reporting, IsNotFilledBeforeItsCutOff) {
  const ReportPeriod july{ReportKind::month, 2031, 7};
  const auto end = domain::cut_off(domain::counted_days(july, cut_off_on_the_14th));
  EXPECT_EQ(key_of_error([&] { report(july, {}, end - 1ms); }), "report_period_not_over");
  EXPECT_EQ(key_of_error([&] { report(july, {}, end); }), "");
}

TEST_F(Reporting, SaysThatNoWorkArose) {
  EXPECT_NE(printed(report({ReportKind::year, 2020, 1})).find("Không phát sinh nhiệm vụ."), std::string::npos);
}

TEST_F(Reporting, OfAUnitNamesTheUnitAndItsTasksAlone) {
  const auto all = report({ReportKind::month, 2031, 8});
  EXPECT_EQ(all.tally.assigned(), 3);
  ASSERT_EQ(all.units.size(), 1);
  const auto own = report({ReportKind::month, 2031, 8}, unit.id);
  EXPECT_EQ(own.unit, "Phòng Chuyển đổi số");
  EXPECT_EQ(own.tally, all.units.front().tally);
  EXPECT_TRUE(own.units.empty());
  EXPECT_EQ(key_of_error([&] { report({ReportKind::month, 2031, 8}, domain::UnitId::make(noon())); }), "unit_not_found");
}

TEST_F(Reporting, ReadsAsAnOfficeWritesIt) {
  const char* path = TIENDO_SOURCE_DIR "/tests/fixtures/reports/agency_month.txt";
  const std::string text = printed(report({ReportKind::month, 2031, 8}));
  if (std::getenv("TIENDO_ACCEPT")) std::ofstream(path, std::ios::binary) << text;
  std::ifstream kept(path);
  EXPECT_EQ(text, std::string(std::istreambuf_iterator<char>(kept), {}));
}

TEST_F(Reporting, IsHeadedByNamesInCapitalsOverRuledLines) {
  const auto sheet = reports::period_report_sheet(report({ReportKind::month, 2030, 8}, unit.id));
  const auto& top = std::get<formats::SheetTable>(sheet.blocks.front());
  const auto& names = top.cells[0].paragraphs;
  ASSERT_EQ(names.size(), 2u);
  EXPECT_EQ(names[0].runs[0].text, "SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH BÌNH MINH");
  EXPECT_EQ(names[1].runs[0].text, "PHÒNG CHUYỂN ĐỔI SỐ");
  EXPECT_GT(names[1].rule, 0);
  EXPECT_EQ(top.cells[1].paragraphs[1].runs[0].text, "Độc lập - Tự do - Hạnh phúc");
  EXPECT_GT(top.cells[1].paragraphs[1].rule, 0);
}

TEST_F(Reporting, NamesWhoeverLedATaskAtTheCutOff) {
  const ReportPeriod period{ReportKind::month, 2032, 8};
  const auto before = printed(report(period));
  EXPECT_NE(before.find("Phòng Chuyển đổi số|31/07/2025"), std::string::npos) << before;
  const domain::Unit other{domain::UnitId::make(noon()), "Văn phòng Sở", "VP", {}, 1};
  auto writer = store.begin();
  writer.add(agency.id, other);
  auto task = writer.task(agency.id, tasks[0].id);
  task.lead = other.name;
  task.lead_units = {other.id};
  writer.save(task, on(2032y / 8 / 25));
  writer.record(office, "task_edited", "task", task.id.value(), "", "{}", on(2032y / 8 / 25));
  writer.commit();
  EXPECT_EQ(printed(report(period)), before);
  EXPECT_NE(printed(report({ReportKind::month, 2032, 9})).find("Văn phòng Sở|31/07/2025"), std::string::npos);
}

}  // namespace
}  // namespace tiendo::actions

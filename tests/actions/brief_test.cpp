#include "actions/brief.h"

#include <set>

#include <gmock/gmock.h>

#include "actions/add_progress.h"
#include "actions/life.h"
#include "actions/move_work.h"
#include "actions/period_report.h"
#include "formats/xlsx_reader.h"
#include "formats/xlsx_writer.h"
#include "reports/table_draft.h"
#include "store/key_of_error.h"

namespace tiendo::actions {
namespace {

using domain::ReportKind;
using reports::BriefedState;
using testing::ElementsAre;

// Ids never run backwards in one process: the period is the one after the tasks were made.
struct Briefings : Life, testing::Test {
  static Instant on(Date day) { return Instant{std::chrono::sys_days{day}}; }
  const domain::ReportPeriod period =
      domain::report_after(domain::report_counting(local_date(made_at(tasks.at(2).id.value())), ReportKind::month, {}).value());
  const Date first_day = domain::counted_days(period, {}).first_day(), last_day = domain::counted_days(period, {}).last_day();
  const Instant now = on(last_day) + 24h * 5;

  reports::Briefing brief(std::optional<domain::UnitId> of = {}) { return briefing(store.read(), agency.id, of, period, now); }
  int version(std::size_t task) { return store.read().work(agency.id, tasks.at(task).id).version; }
  void complete(std::size_t task, Instant at) {
    move_work(store, head, tasks.at(task).id, version(task), domain::WorkMove::report, "Đã tổ chức", at);
    move_work(store, leader, tasks.at(task).id, version(task), domain::WorkMove::confirm, "Không có văn bản", at + 1h);
  }
};

TEST_F(Briefings, AgreeWithTheRegister) {
  complete(1, on(first_day));
  const auto briefing = brief();
  const auto report = period_report(store.read(), agency.id, {}, period, {}, now);
  EXPECT_EQ(briefing.tally, report.tally);
  ASSERT_EQ(briefing.units.size(), 1u);
  domain::Tally kinds;
  for (const auto& [kind, tally] : briefing.units[0].by_kind) kinds += tally;
  EXPECT_EQ(kinds, report.units.at(0).tally) << "the kinds of a unit come to what the unit has";
  EXPECT_EQ(briefing.units[0].tasks.size(), static_cast<std::size_t>(report.units[0].tally.assigned()));
}

TEST_F(Briefings, SayWhereEachTaskStoodAtTheCutOff) {
  const Instant after_july = on(first_day) + 24h * 20;  // the tasks are due by the end of July 2025
  complete(1, after_july);
  add_progress(store, head, tasks[0].id, version(0), {.words = "Đang dự thảo", .difficulties = "Thiếu số liệu", .percent = 40},
               after_july + 24h);
  add_progress(store, head, tasks[0].id, version(0), {.words = "Đã trình", .percent = 90}, on(last_day) + 24h * 2);
  const auto tasks_told = brief().units.at(0).tasks;
  ASSERT_EQ(tasks_told.size(), 3u);
  EXPECT_EQ(tasks_told[0].words, "Đang dự thảo") << "what came after the cut-off is not told";
  EXPECT_EQ(tasks_told[0].percent, 40);
  EXPECT_EQ(tasks_told[0].difficulties, "Thiếu số liệu");
  EXPECT_EQ(tasks_told[0].state, BriefedState::overdue);
  EXPECT_EQ(tasks_told[1].state, BriefedState::completed_in_period);
  EXPECT_TRUE(tasks_told[1].is_late);
}

TEST_F(Briefings, OfAnUnknownUnitOrARunningPeriodAreRefused) {
  EXPECT_EQ(key_of_error([&] { brief(domain::UnitId::make(noon())); }), "unit_not_found");
  EXPECT_EQ(key_of_error([&] { briefing(store.read(), agency.id, {}, period, on(last_day)); }), "report_period_not_over");
}

// As our own reader sees them: the name of each worksheet, and the texts of one column.
std::vector<std::string> worksheets(const std::string& workbook) {
  std::vector<std::string> names;
  for (const auto& block : formats::read_xlsx(workbook, "a.xlsx").blocks)
    if (const auto* paragraph = std::get_if<formats::Paragraph>(&block)) names.push_back(paragraph->text);
  return names;
}

TEST_F(Briefings, AreAWorkbookWithASheetForEachUnit) {
  auto told = brief();
  told.units.push_back(told.units[0]);
  told.units[1].name = "Văn phòng";
  auto names = worksheets(formats::write_xlsx(reports::briefing_sheet(told)));
  const std::set<std::string> expected{"Tổng hợp", "Phòng Chuyển đổi số", "Văn phòng", "Kỳ tới"};
  std::erase_if(names, [&](const auto& name) { return !expected.contains(name); });
  names.erase(std::unique(names.begin(), names.end()), names.end());  // the sheet of a unit is headed by its name again
  EXPECT_THAT(names, ElementsAre("Tổng hợp", "Phòng Chuyển đổi số", "Văn phòng", "Kỳ tới"));
}

std::string words_of(const std::string& workbook) {
  std::string words;
  for (const auto& block : formats::read_xlsx(workbook, "a.xlsx").blocks)
    if (const auto* table = std::get_if<formats::Table>(&block))
      for (const auto& cell : table->cells) words += cell.text + '|';
  return words;
}

TEST_F(Briefings, WriteADateOnce) {
  auto told = brief();
  told.units[0].tasks[0].due_on = 2025y / 7 / 31;
  told.units[0].tasks[0].deadline = "31/7/2025";
  told.units[0].tasks[1].due_on = 2025y / 7 / 31;
  told.units[0].tasks[1].deadline = "Tháng 7/2025";
  told.coming.clear();
  const auto words = words_of(formats::write_xlsx(reports::briefing_sheet(told)));
  EXPECT_THAT(words, testing::Not(testing::HasSubstr("31/7/2025")));
  EXPECT_THAT(words, testing::HasSubstr("Tháng 7/2025\n(31/07/2025)")) << "where the wording says more, both stand";
}

TEST(WorkbookNames, AreShortPlainAndEachTheirOwn) {
  formats::Sheet sheet;
  sheet.worksheet = "Tổng hợp";
  const auto table = [] {
    reports::TableDraft draft({{"STT", 1}, {"Nhiệm vụ", 9}}, 11);
    draft.add_row({"1", "Kế hoạch"});
    return draft.take(180);
  };
  sheet.blocks.push_back(table());
  for (const char* name : {"Trung tâm Ứng dụng, Dịch vụ: Khoa học", "Trung tâm Ứng dụng, Dịch vụ: Đổi mới", "TỔNG HỢP", "***"}) {
    sheet.blocks.push_back(formats::PageBreak{name});
    sheet.blocks.push_back(table());
  }
  EXPECT_THAT(worksheets(formats::write_xlsx(sheet)),
              ElementsAre("Tổng hợp", "Trung tâm Ứng dụng, Dịch vụ Kho", "Trung tâm Ứng dụng, Dịch vụ Đổi", "TỔNG HỢP (2)", "1"));
}

}  // namespace
}  // namespace tiendo::actions
